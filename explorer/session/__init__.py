"""What the reader is looking at now, shared by every panel."""

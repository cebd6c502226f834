"""What a chronicle says read across: appeals, disagreements, coverage. No Qt, no files."""

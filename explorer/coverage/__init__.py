"""The panel of which article tells what."""

"""The guide of the first start, and the pages of help: what the program says of itself."""

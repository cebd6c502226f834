"""Formats that leave and enter the program, one module each; no Qt."""

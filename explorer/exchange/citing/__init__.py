"""Citing: articles as citations of the usual styles and as records of reference programs."""

"""Rolled: chronicles of very many events, opened without making a record of each."""

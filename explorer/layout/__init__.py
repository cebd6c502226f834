"""Geometry of the timeline: numbers in, numbers out; no Qt."""

"""The events list, the timeline's accessible twin, and its filters."""

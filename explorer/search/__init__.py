"""Full-text search over chronicle, notes, briefs and texts in hand; no Qt."""

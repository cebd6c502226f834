"""Pictures of the whole timeline: PNG at any scale, SVG, and PDF in pages."""

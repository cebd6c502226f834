"""The zoomable timeline and its overview; the only importer of pyqtgraph."""

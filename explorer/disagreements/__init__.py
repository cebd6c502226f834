"""The panel of what the sources differ on."""

"""Small widgets that panels share; they show texts from files, and none of it is read as HTML."""

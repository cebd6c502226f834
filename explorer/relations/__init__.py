"""Who did what with whom: relations of actors over time, and the network of those who meet."""

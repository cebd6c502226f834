"""The quote viewer: an event, its passages and the article around them."""

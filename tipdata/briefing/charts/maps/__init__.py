"""Maps: the land as it is drawn, and what is drawn on it."""

"""Checks of the tables against each other: what does not fit is told, never mended silently."""

"""From raw source files to the tables of ``data/``."""

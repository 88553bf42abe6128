"""The tidy tables: their declaration, how they are loaded, checked and named."""

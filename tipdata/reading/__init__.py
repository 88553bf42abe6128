"""From a narrative's prose to tidy rows."""

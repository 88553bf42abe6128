"""What a brief shows: sentences, tables and charts made from the rows."""

"""What a narrative counts: from the tokens of a sentence to counts with indicator and period."""

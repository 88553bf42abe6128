"""From a notebook to a page: parameters, execution, export and the read-back."""

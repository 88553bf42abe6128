"""A section of one's own in a copy of the packaged brief."""

from pathlib import Path

from tipdata import resources


def with_section(heading: str, source: str, *, to: Path) -> Path:
    """Return the path of a copy of the country brief with one more section before the last.

    The new code cell is tagged ``unchecked``: the page says that its numbers are the author's own
    and were not held against the tables.

    Parameters
    ----------
    heading
        The heading of the section, as a reader sees it.
    source
        The code of its cell, which may use `brief` and returns one object.
    to
        Folder for the copy, ``my_brief.ipynb``.
    """
    import nbformat

    notebook = nbformat.read(resources.notebook("country_brief"), as_version=4)
    last = max(n for n, cell in enumerate(notebook.cells) if cell.source.startswith("## "))
    notebook.cells[last:last] = [
        nbformat.v4.new_markdown_cell(f"## {heading}", id="my-heading"),
        nbformat.v4.new_code_cell(source, id="my-section", metadata={"tags": ["unchecked"]}),
    ]
    copy = to / "my_brief.ipynb"
    nbformat.write(notebook, copy)
    return copy

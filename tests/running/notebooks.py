"""Small notebooks to run: a brief of one section, and what one cell more does to it."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PARAMETERS = """\
iso3 = "PER"  # country or territory
edition = 2018  # edition of the report
narrative = ""  # file with a narrative of your own
"""
OPEN = """\
import tipdata
from tipdata.briefing import sections

brief = tipdata.open_brief(iso3, edition=edition, narrative=narrative)
sections.masthead(brief)"""


def write(
    path: Path, *cells: str, tag: str = "notebook-only", parameters: str = PARAMETERS
) -> Path:
    """Write a notebook of a masthead followed by code `cells` with a `tag`; return its path."""
    notebook = new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"},
            "tipdata": {"sections": ["masthead"]},
        },
        cells=[
            new_code_cell(parameters, metadata={"tags": ["parameters"]}, id="parameters"),
            new_code_cell(OPEN, id="opening"),
            *(
                new_code_cell(cell, id=f"cell-{number}", metadata={"tags": [tag]})
                for number, cell in enumerate(cells)
            ),
            new_markdown_cell("The end.", id="end"),
        ],
    )
    nbformat.write(notebook, path)
    return path

"""A frame of words, made to be read in a notebook."""

import re

import pandas as pd

_LONG = 40


class Shown(pd.DataFrame):
    """A data frame that a notebook shows whole, its text from the left.

    Rows and columns chosen from it are shown so too.
    """

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return Shown

    def _repr_html_(self) -> str:
        numbered = isinstance(self.index, pd.RangeIndex)
        with pd.option_context("display.max_colwidth", None):
            table = self.to_html(index=not numbered, justify="left", border=0, notebook=True)
        table = table.replace("<th>", '<th style="text-align: left">')
        return re.sub(r"<td>(?=(.*?)</td>)", _cell, table, flags=re.DOTALL)


def _cell(match: re.Match[str]) -> str:
    """Return the beginning of a cell; one with a long text gets room."""
    width = "; min-width: 16em" if len(match[1]) > _LONG else ""
    return f'<td style="text-align: left; vertical-align: top{width}">'

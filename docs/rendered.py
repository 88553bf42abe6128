"""What the pages take from the package itself, so that nothing is typed twice.

``%codebook%`` in a page becomes the codebook of all tables. The docstring of a table's function
loses its columns on the page of functions, where a link to the codebook stands instead.
"""

from typing import Any

from tipdata.tables.declaration import Column, Table, tables

_MARK = "%codebook%"
# Sections of a table's docstring that the codebook page holds.
_IN_THE_CODEBOOK = ("Columns", "Missing", "Source")


def codebook() -> str:
    """Return the codebook of all tables as Markdown."""
    return "\n\n".join(_table(each) for each in tables().values())


def _table(table: Table) -> str:
    lines = [
        f"(table-{table.name})=\n## {table.name}",
        f"{table.title}. {table.one_row}",
        f"- **Key:** {', '.join(f'`{each}`' for each in table.key)}\n"
        f"- **Missing:** {table.missing}\n"
        f"- **Source:** {table.origin}.\n"
        f"- **Function:** {{py:func}}`tipdata.{table.name}`",
        "| column | type | meaning |\n| --- | --- | --- |\n"
        + "\n".join(_column(each, table) for each in table.columns),
    ]
    return "\n\n".join(lines)


def _column(column: Column, table: Table) -> str:
    meaning = column.description
    if column.unit:
        meaning += f" [{column.unit}]"
    for own, other, other_column in table.references:
        if own == column.name and other != table.name:
            meaning += f"; refers to [{other}](#{other}), `{other_column}`"
    if column.categories:
        meaning += "<br>" + "<br>".join(
            f"`{code}`" if code == label else f"`{code}`: {label}"
            for code, label in column.categories.items()
        )
    kind = column.type + (", required" if column.required else "")
    return f"| `{column.name}` | {kind} | {meaning.replace('|', '&#124;')} |"


def fill(app: Any, page: str, source: list[str]) -> None:
    """Put the codebook where a page asks for it."""
    if _MARK in source[0]:
        source[0] = source[0].replace(_MARK, codebook())


def shorten(app: Any, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """Take out of a table's docstring what the codebook says."""
    table = name.rpartition(".")[2]
    if what != "function" or table not in tables():
        return
    lines[:] = _without(lines, _IN_THE_CODEBOOK)
    lines[1:1] = ["", f"Its columns are in the codebook: :ref:`{table} <table-{table}>`.", ""]


def _without(lines: list[str], sections: tuple[str, ...]) -> list[str]:
    """Return the lines of a docstring in numpy's style without some of its sections."""
    kept, left_out = [], False
    for place, line in enumerate(lines):
        if lines[place + 1 : place + 2] and set(lines[place + 1]) == {"-"}:
            left_out = line.strip() in sections
        if not left_out:
            kept.append(line)
    return kept


def setup(app: Any) -> dict[str, bool]:
    """Tell Sphinx of the two."""
    app.connect("source-read", fill)
    app.connect("autodoc-process-docstring", shorten, priority=400)  # before napoleon
    return {"parallel_read_safe": True}

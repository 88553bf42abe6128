"""The errors that tipdata raises: one line each, with value, place, choices and remedy."""

from collections.abc import Iterable
from difflib import get_close_matches

_COLUMNS = 96  # of an error's text in a notebook


class TipdataError(Exception):
    """Any error that tipdata raises on purpose; its text is meant for the user."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows: the user's own lines and the text, not tipdata's inside."""
        import textwrap
        from traceback import extract_tb

        own = [
            f"line {each.lineno}: {each.line}"
            for each in extract_tb(self.__traceback__)
            if "ipykernel" in each.filename or each.filename.startswith("<ipython-input")
        ]
        return [*own, *textwrap.wrap(f"{type(self).__name__}: {self}", width=_COLUMNS)]


class UnknownValueError(TipdataError, ValueError):
    """A name, code, edition, indicator, column or parameter that is not among the choices."""


class TableError(TipdataError):
    """A table that does not keep to its declaration."""


class SourceError(TipdataError):
    """A raw source file that is missing, changed or unreadable."""


class NarrativeError(TipdataError):
    """A document that cannot be read as a narrative."""


class BriefError(TipdataError):
    """A brief that could not be made, or that did not stand up to being read back."""


def nearest(value: object, choices: Iterable[object]) -> str | None:
    """Return the choice that is spelled most like `value`, or None where none comes close."""
    by_fold = {str(choice).casefold(): str(choice) for choice in choices}
    found = get_close_matches(str(value).casefold(), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def unknown(
    value: object, *, what: str, place: str, choices: Iterable[object], remedy: str = ""
) -> UnknownValueError:
    """Return the error for a `value` that is not among `choices`.

    Parameters
    ----------
    value
        What was given.
    what
        The kind of thing it should have been: "edition", "indicator", "column".
    place
        Where it was given, or where it was looked for: "figures", "tipdata.tiers(edition=...)".
    choices
        All that would have been right; long lists are cut in the message.
    remedy
        What shows all choices, as a call or a command.

    Examples
    --------
    >>> str(unknown("tires", what="table", place="codebook", choices=["tiers", "figures"]))
    "table 'tires' is unknown in codebook; did you mean 'tiers'? Choices: tiers, figures."
    """
    choices = [str(choice) for choice in choices]
    shown = ", ".join(choices[:12]) + (
        f", ... ({len(choices)} in all)" if len(choices) > 12 else ""
    )
    close = nearest(value, choices)
    hint = f"; did you mean {close!r}?" if close else "."
    message = f"{what} {value!r} is unknown in {place}{hint} Choices: {shown}."
    return UnknownValueError(message + (f" {remedy}" if remedy else ""))

"""Names of countries and territories, as printed in any source, and the codes they stand for."""

import unicodedata

from tipdata.errors import UnknownValueError, unknown
from tipdata.tables.load import whole
from tipdata.tables.reads import remembered


def fold(name: str) -> str:
    """Return `name` as names are compared: no accents, case, punctuation or leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and "))
    plain = "".join(each for each in plain if not unicodedata.combining(each)).casefold()
    plain = plain.replace("'", "").replace("\u2019", "").replace("`", "").replace("\u02bb", "")
    words = "".join(each if each.isalnum() else " " for each in plain).split()
    words = ["saint" if word == "st" else word for word in words]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@remembered
def _index() -> dict[str, str]:
    """Return folded name or code -> iso3, from the countries and the table of names as printed."""
    countries = whole("countries")
    index: dict[str, str] = {}
    for column in ("iso3", "iso2", "name", "report_name"):
        index |= {
            fold(key): code for key, code in zip(countries[column], countries["iso3"], strict=True)
        }
    names = whole("country_names")
    return index | {
        fold(key): code for key, code in zip(names["printed"], names["iso3"], strict=True)
    }


def to_iso3(name: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of a country or territory that the report covers.

    Parameters
    ----------
    name
        A code (PER, PE) or a name in any spelling that the sources use; case, accents and
        punctuation do not matter.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For anything else; the nearest name is suggested.

    Examples
    --------
    >>> import tipdata
    >>> [tipdata.to_iso3(each) for each in ("peru", "PE", "NA", "Burma")]
    ['PER', 'PER', 'NAM', 'MMR']
    """
    found = lookup(name)
    if found is None or found not in _covered():
        raise not_a_country(name)
    return found


def lookup(name: str) -> str | None:
    """Return the code of a country or territory, or None where the name is not one.

    Here, unlike in `to_iso3`, a place that the report does not cover has its code too (Andorra).
    """
    return _index().get(fold(name))


@remembered
def _covered() -> frozenset[str]:
    return frozenset(whole("countries")["iso3"])


def not_a_country(name: str) -> UnknownValueError:
    """Return the error for a name that is no country or territory of the report."""
    return unknown(
        name,
        what="country",
        place="countries",
        choices=whole("countries")["name"],
        remedy="tipdata.countries() lists names and codes.",
    )


def country_name(iso3: str) -> str:
    """Return the common English name of a country or territory that the report covers."""
    countries = whole("countries")
    return countries.loc[countries["iso3"] == to_iso3(iso3), "name"].item()

"""Whose narrative a text is, and of which edition: what its titles say, against what was given."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tipdata.errors import NarrativeError
from tipdata.reading.paragraphs import Paragraph
from tipdata.reading.sections import heading, is_boilerplate, is_title
from tipdata.tables.names import country_name, lookup, to_iso3

FIRST_EDITION = 2001

_USERS_CODE = re.compile(r"X[A-Z]{2}")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_ADDRESS_YEAR = re.compile(
    r"(?:/|\b)(20\d\d)-(?:trafficking-in-persons|tip)-report|/tiprpt/(20\d\d)/|/tip/(20\d\d)/", re.I
)
# The day of issue, where the report's title stands without a year; it appears in June or July.
_ISSUED = re.compile(r"\s*(?:june|july) \d{1,2}, (20\d\d)\s*", re.IGNORECASE)
_TIER = re.compile(
    r"\s*[-:,|\u2013\u2014]?\s*[(\[]?\s*(?:tier\s*(?:[123]|one|two|three)\b.*|special case.*)\Z",
    re.I,
)
_REPORT_WORDS = re.compile(
    r"\b(?:the|annual|20\d\d|u\.?s\.?|united states|department of state|state department|"
    r"trafficking in (?:human )?persons|human trafficking|tip|reports?|country|narratives?|"
    r"office to monitor and combat|refworld|edition|of the|from)\b",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*(?:[|:,;\u2013\u2014/()\[\]\u2022\u00bb>]|\s-\s|-\Z|\A-)\s*")
_ENDED = re.compile(r"[.!?;\u2026][\"'\u201d\u2019)\]]*\Z")
_GOVERNMENT = re.compile(
    r"\b[Gg]overnment of ((?:[Tt]he )?[A-Z][\w'\u2019.-]*"
    r"(?:[ ,]+(?:of|and|the|[A-Z][\w'\u2019.-]*)){0,6})"
)


@dataclass(frozen=True)
class Stated:
    """What titles state: countries as iso3, editions as years, each in the order first met."""

    countries: tuple[str, ...] = field(default=())
    editions: tuple[int, ...] = field(default=())


def stated(lines: Iterable[str]) -> Stated:
    """Return the countries and editions that title lines and addresses state."""
    countries: dict[str, None] = {}
    editions: dict[int, None] = {}
    lines = list(lines)
    for line in lines:
        for found in _ADDRESS_YEAR.finditer(line):
            editions[int(next(filter(None, found.groups())))] = None
        if is_title(line):
            editions |= dict.fromkeys(int(year) for year in _YEAR.findall(line))
        country = title_country(line)
        if country:
            countries[country] = None
    if not editions and any(map(is_title, lines)):
        editions = dict.fromkeys(int(day[1]) for line in lines if (day := _ISSUED.fullmatch(line)))
    return Stated(tuple(countries), tuple(editions))


def title_country(line: str) -> str | None:
    """Return the one country that a title line names besides report, year and tier."""
    line = line.strip()
    if len(line) > 160 or _ENDED.search(line) or "://" in line:
        return None
    whole = _named(_TIER.sub("", line))
    if whole:
        return whole
    if not is_title(line) and not _TIER.search(line):
        return None
    rest = _TIER.sub("", _without_publisher(line))
    found = {
        code for piece in _PIECES.split(_REPORT_WORDS.sub("|", rest)) if (code := _named(piece))
    }
    return found.pop() if len(found) == 1 else None


def _without_publisher(line: str) -> str:
    return re.sub(
        r"[-|\u2013\u2014:]?\s*(?:u\.?s\.?|united states) department of state",
        "|",
        line,
        flags=re.I,
    )


def _named(name: str) -> str | None:
    """Return the code of a printed name; short codes such as IN or NO are no names in a title."""
    name = name.strip(" \t.*#_-\u2013\u2014:|")
    return lookup(name) if len(name) > 3 and name[:1].isupper() else None


def opening_lines(text: str, found: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the lines above the prose of a text: where its titles stand."""
    for paragraph in found:
        line = text[paragraph.start : min(paragraph.end, paragraph.start + 200)].strip()
        short = len(line) < 160 and (
            not _ENDED.search(line) or is_title(line) or is_boilerplate(line)
        )
        if paragraph.bullet or not short or heading(line):
            return
        yield line


def country_in_prose(text: str) -> str | None:
    """Return the country whose government the prose speaks of most, where one stands out."""
    counted: Counter[str] = Counter()
    for found in _GOVERNMENT.finditer(text):
        code = _longest_name(found[1])
        if code:
            counted[code] += 1
    if not counted:
        return None
    code, times = counted.most_common(1)[0]
    return code if times > counted.total() / 2 else None


def _longest_name(words: str) -> str | None:
    parts = words.rstrip(".,'").split()
    for length in range(len(parts), 0, -1):
        name = " ".join(parts[:length]).rstrip(",.").removesuffix("\u2019s").removesuffix("'s")
        code = lookup(name) if len(name) > 3 else None
        if code:
            return code
    return None


def settle_country(given: str | None, found: Stated, text: str, *, name: str) -> str:
    """Return the country of a narrative: given or stated, the prose's where neither is.

    Raises
    ------
    NarrativeError
        Where what is given is not what the titles state, or nothing tells.
    """
    code = _code(given) if given is not None else None
    if code and found.countries and code not in found.countries:
        raise NarrativeError(
            f"{name} says it is about {_names(found.countries)}, but country={given!r} was given; "
            "give the country it states, or none"
        )
    if code:
        return code
    if len(found.countries) > 1:
        raise NarrativeError(
            f"{name} names {_names(found.countries)} as its country; give country="
        )
    settled = found.countries[0] if found.countries else country_in_prose(text)
    if settled is None:
        raise NarrativeError(
            f"{name} does not say which country it is about; give country=, for example 'PER' "
            "(--country PER)"
        )
    return settled


def _code(given: str) -> str:
    """Return the code of a country, or a code that ISO 3166 leaves to users, for invented ones."""
    if _USERS_CODE.fullmatch(given) and lookup(given) is None:
        return given
    return to_iso3(given)


def name_of(iso3: str) -> str:
    """Return a country's name; an invented country has only its code."""
    return iso3 if _USERS_CODE.fullmatch(iso3) and lookup(iso3) is None else country_name(iso3)


def settle_edition(given: int | None, found: Stated, *, name: str) -> int:
    """Return the edition of a narrative: given or stated.

    Raises
    ------
    NarrativeError
        Where what is given is not what the titles state, or nothing tells.
    """
    edition = _checked(given) if given is not None else None
    if edition and found.editions and edition not in found.editions:
        raise NarrativeError(
            f"{name} says it is of edition {_years(found.editions)}, but edition={given} was "
            "given; give the edition it states, or none"
        )
    if edition:
        return edition
    if len(found.editions) != 1:
        told = (
            f"names editions {_years(found.editions)}"
            if found.editions
            else "does not say which edition it is of"
        )
        raise NarrativeError(
            f"{name} {told}; give edition=, for example edition=2018 (--edition 2018)"
        )
    return _checked(found.editions[0])


def _checked(edition: int) -> int:
    if (
        isinstance(edition, bool)
        or not isinstance(edition, int)
        or not FIRST_EDITION <= edition <= 2100
    ):
        raise NarrativeError(
            f"edition {edition!r} is no edition of the report; give a year from {FIRST_EDITION} on"
        )
    return edition


def _names(codes: Iterable[str]) -> str:
    return " and ".join(f"{country_name(code)} ({code})" for code in codes)


def _years(years: Iterable[int]) -> str:
    return " and ".join(map(str, years))

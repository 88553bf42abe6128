"""What to say where there is nothing to show: why, in one sentence.

Zero is a value and never comes here. "Not reported" is what the narrative says of itself; "not
covered" and "not read yet" are about the edition and about us.
"""

from markupsafe import Markup

from tipdata.briefing.content import Brief
from tipdata.briefing.page import tag
from tipdata.tables.declaration import table

_SENTENCES = {
    "not_covered": "The edition does not cover {country}, so there is no {thing} to show.",
    "no_placement": (
        "Our sources hold no placement of {country} in this edition: it was not covered, or it was "
        "a special case that they do not state. There is no {thing} to show."
    ),
    "not_read": (
        "The narrative on {country} in this edition is not read yet, so this page can not say "
        "which figures it gives. That is no zero."
    ),
    "partly_read": (
        "The part of the narrative that was read gives no {thing}; what was not read may."
    ),
    "read": "The narrative was read and gives no {thing}.",
}

# The same where the page has said it in full before.
_IN_SHORT = {
    "not_covered": "The edition does not cover {country}.",
    "no_placement": "No placement is known, so there is no {thing} to show.",
    "not_read": "Not read yet: whether the narrative gives any {thing} is not known.",
}
_OF_SECTION = "The {section} section was read and gives no {thing}."


def sentence(brief: Brief, section: str | None, thing: str, *, whole: bool = False) -> Markup:
    """Return why a section of a brief, or the `whole` of it, shows no `thing`."""
    reading = brief.reading(section)
    text = _SENTENCES[reading] if whole else (_SENTENCES | _IN_SHORT)[reading]
    label = ""
    if section is not None and reading == "read":
        text, label = _OF_SECTION, table("coverage").column("section").categories[section]
    text = text.format(country=brief.called, thing=thing, section=label)
    return tag("p", text, class_="absence", data_absence=reading, data_of=section or "")

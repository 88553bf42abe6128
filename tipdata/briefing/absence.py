"""What to say where there is nothing to show: why, in one sentence.

Zero is a value and never comes here. "Not reported" is what the narrative says of itself; "not
covered" and "not read yet" are about the edition and about us.
"""

from markupsafe import Markup

from tipdata.briefing.content import Brief
from tipdata.briefing.page import tag

_SENTENCES = {
    "not_covered": "The edition does not cover {country}, so there is no {thing} to show.",
    "no_placement": (
        "Our sources hold no placement of {country} in this edition: it was not covered, or it was "
        "a special case that they do not state. There is no {thing} to show."
    ),
    "not_read": (
        "This part of the narrative is not read yet, so this page can not say whether it gives "
        "any {thing}. That is no zero."
    ),
    "partly_read": (
        "The part of the narrative that was read gives no {thing}; what was not read may."
    ),
    "read": "The narrative was read and gives no {thing}.",
}


def sentence(brief: Brief, section: str | None, thing: str) -> Markup:
    """Return why a section of a brief shows no `thing`."""
    reading = brief.reading(section)
    text = _SENTENCES[reading].format(country=brief.name, thing=thing)
    return tag("p", text, class_="absence", data_absence=reading, data_of=section or "")

"""The table that decides what a count counts, from what was done and the noun counted."""

from functools import cache

from tipdata.reading.grammar import rows

# Doings that say nothing about what is counted; the noun has to.
LIGHT = frozenset(
    [
        "conduct",
        "begin",
        "continue",
        "provide",
        "report",
        "receive",
        "involve",
        "trend",
        "other",
        "send",
        "operate",
        "distribute",
        "close",
        "estimate",
        "testify",
        "appeal",
        "escape",
        "fundwork",
        "exploit",
        "screen",
        "none",
    ]
)
CORE = frozenset(
    [
        "investigate",
        "arrest",
        "prosecute",
        "convict",
        "acquit",
        "sentence",
        "identify",
        "refer",
        "assist",
        "repatriate",
        "train",
        "deport",
        "permit",
        "pay",
        "inspect",
        "sanction",
        "raise",
        "reach",
    ]
)


# What is counted of officials in preference to the general indicators.
OFFICIALS = {
    "investigations": "officials_investigated",
    "prosecutions": "officials_prosecuted",
    "convictions": "officials_convicted",
}


@cache
def decide(event: str, noun: str) -> tuple[str, str, str]:
    """Return indicator, unit and detail of the first pattern that fits."""
    for row in rows("patterns"):
        if _fits(event, row["event"]) and _fits(noun, row["noun"]):
            return row["indicator"], row["unit"], row["detail"]
    raise AssertionError("the last pattern fits everything")


def _fits(word: str, alternatives: str) -> bool:
    return alternatives == "*" or word in alternatives.split("|")

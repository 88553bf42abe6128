"""Yearly exchange rates, read from the Factbook's texts.

A text gives several years, and later Factbooks give the same years again. Every labelled number is
a claim; the judges below leave claims out one after the other, each with a reason, and for each
country, year and currency the latest Factbook wins among the rest. The rules are tables:
``rate_series.csv`` (official, market, black market), ``rate_slips.csv`` (labels that a Factbook got
wrong), ``rate_currencies.csv`` (who used what when, and what a rate in it can be),
``rate_jumps.csv`` (real jumps). Where the US dollar is the currency the rate is 1.
"""

import json

import pandas as pd

from tipdata.building.inputs import Made, rules
from tipdata.building.names import Names, agree, places
from tipdata.building.rate_texts import quotes
from tipdata.building.raw import RawFile, RawFolder
from tipdata.errors import SourceError

FILE = RawFile("factbook/exchange_rate_texts.jsonl", "cia-factbook-exchange-rates")

_FIRST = 1999  # the first edition, 2001, compares with no earlier year
_AGREE = 1.15  # across Factbooks: an estimate made within the year is revised by less
_NEAR = 2.0  # in time: what is farther from all four rates around it is taken for a misprint
_STEPS = (-2, -1, 1, 2)
_SHARED = 1.05  # between countries with the same currency

_CELL = ["iso3", "currency", "year"]
_LATER = "a later Factbook gives it too"
_LISTED = {  # reasons that the build tells case by case
    _DISPUTED := "no other Factbook agrees",
    _FAR := "far from the years before and after",
    _ODD := "unlike others with the same currency",
    _TWICE := "two numbers with the same label",
}


def make(raw: RawFolder, *, names: Names, countries: pd.DataFrame) -> Made:
    """Return the table exchange_rates."""
    texts = _texts(raw, names, countries)
    claims = _judged(_claims(texts))
    rates = pd.concat([_kept(claims), _dollars(claims)], ignore_index=True)
    table = rates[[*_CELL, "lcu_per_usd"]].assign(source_id=FILE.source_id)
    return Made(table, _notes(texts, claims, table, countries))


def _texts(raw: RawFolder, names: Names, countries: pd.DataFrame) -> pd.DataFrame:
    """Return the texts about the report's countries: iso3, factbook, text."""
    lines = [json.loads(line) for line in raw.text(FILE).splitlines()]
    frame = pd.DataFrame(lines, dtype="string").fillna("")
    kept, _ = places(frame, source="exchange_rates")
    codes = names.codes(kept["country"], source="exchange_rates")
    agree(codes, kept["iso3"], kept["country"], source="exchange_rates")
    kept = kept.assign(iso3=codes, factbook=kept["factbook"].astype("Int64"))
    return kept.loc[kept["iso3"].isin(countries["iso3"]), ["iso3", "factbook", "text"]]


def _claims(texts: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each labelled number of each text, none left out yet."""
    rows = [
        (text.iso3, text.factbook, quote.year, quote.value, quote.series)
        for text in texts.itertuples()
        for quote in quotes(text.text)
    ]
    claims = pd.DataFrame(rows, columns=["iso3", "factbook", "year", "lcu_per_usd", "series"])
    claims = claims.astype(
        {"iso3": "string", "factbook": "Int64", "year": "Int64", "series": "string"}
    )
    return claims.assign(currency=pd.Series(pd.NA, index=claims.index, dtype="string"), left_out="")


def _judged(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the claims with a reason in `left_out` for all that are not to be used."""
    for judge in (_years, _series, _slips, _currencies, _doubles, _latest, _shared, _neighbours):
        judge(claims)
    return claims


def _kept(claims: pd.DataFrame) -> pd.DataFrame:
    return claims[claims["left_out"] == ""].sort_values(_CELL)


def _leave_out(claims: pd.DataFrame, which: pd.Series, reason: str) -> None:
    claims.loc[which.fillna(False).astype(bool) & (claims["left_out"] == ""), "left_out"] = reason


def _years(claims: pd.DataFrame) -> None:
    _leave_out(claims, claims["year"].isna(), "label is no calendar year")
    _leave_out(claims, claims["year"] < _FIRST, f"before {_FIRST}")


def _series(claims: pd.DataFrame) -> None:
    used = rules("rate_series").set_index("series")["used"]
    unknown = sorted(set(claims["series"]) - set(used.index) - {""})
    if unknown:
        raise SourceError(f"exchange_rates: series that rate_series.csv lacks: {unknown}")
    _leave_out(claims, claims["series"].map(used) == "no", "series is not used")


def _slips(claims: pd.DataFrame) -> None:
    for slip in rules("rate_slips").itertuples():
        meant = (claims["factbook"] == int(slip.factbook)) & (claims["year"] == int(slip.year))
        if slip.iso3:
            meant &= claims["iso3"] == slip.iso3
        _leave_out(claims, meant, "known slip of that Factbook")


def _currencies(claims: pd.DataFrame) -> None:
    """Give each claim the currency of its country and year in whose range it lies."""
    for era in rules("rate_currencies").itertuples():
        years = claims["year"].between(int(era.first_year), int(era.last_year or 9999))
        range_ = claims["lcu_per_usd"].between(float(era.low or 0), float(era.high or "inf"))
        meant = (claims["iso3"] == era.iso3) & years & range_ & (era.currency != "USD")
        claims.loc[meant.fillna(False).astype(bool), "currency"] = era.currency
    _leave_out(claims, claims["currency"].isna(), "not in the currency of that country and year")


def _doubles(claims: pd.DataFrame) -> None:
    open_claims = _kept(claims).drop_duplicates([*_CELL, "factbook", "lcu_per_usd"])
    twice = open_claims.duplicated([*_CELL, "factbook"], keep=False)
    _leave_out(claims, claims.index.to_series().isin(open_claims.index[twice]), _TWICE)


def _latest(claims: pd.DataFrame) -> None:
    """Keep the latest Factbook for each country, year and currency, unless all others disagree."""
    by_age = _kept(claims).sort_values("factbook", kind="stable")
    for _, group in by_age.groupby(_CELL)["lcu_per_usd"]:
        *earlier, last = group.index
        claims.loc[earlier, "left_out"] = _LATER
        if earlier and not (group[earlier] / group[last]).between(1 / _AGREE, _AGREE).any():
            claims.loc[last, "left_out"] = _DISPUTED


def _shared(claims: pd.DataFrame) -> None:
    kept = _kept(claims)
    common = kept.groupby(["currency", "year"])["lcu_per_usd"].transform("median")
    odd = ~(kept["lcu_per_usd"] / common).between(1 / _SHARED, _SHARED)
    _leave_out(claims, odd.reindex(claims.index), _ODD)


def _neighbours(claims: pd.DataFrame) -> None:
    kept = _kept(claims)
    series = kept.groupby(["iso3", "currency"])["lcu_per_usd"]
    ratios = pd.DataFrame({step: kept["lcu_per_usd"] / series.shift(step) for step in _STEPS})
    near = ((ratios >= 1 / _NEAR) & (ratios <= _NEAR)).any(axis=1)
    far = ~near & ratios.notna().any(axis=1)
    real = set(rules("rate_jumps")[["iso3", "currency", "year"]].itertuples(index=False, name=None))
    is_real = pd.Series(
        [(row.iso3, row.currency, str(row.year)) in real for row in kept.itertuples()],
        index=kept.index,
    )
    _leave_out(claims, (far & ~is_real).reindex(claims.index), _FAR)


def _dollars(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the rate 1 for every year in which a country's currency was the US dollar."""
    last = int(claims["year"].max())
    rows = [
        (era.iso3, "USD", year, 1.0)
        for era in rules("rate_currencies").itertuples()
        if era.currency == "USD"
        for year in range(int(era.first_year), min(int(era.last_year or last), last) + 1)
    ]
    return pd.DataFrame(rows, columns=[*_CELL, "lcu_per_usd"])


def _notes(
    texts: pd.DataFrame, claims: pd.DataFrame, table: pd.DataFrame, countries: pd.DataFrame
) -> list[str]:
    left_out = claims["left_out"].value_counts()
    lacking = sorted(set(countries["iso3"]) - set(table["iso3"]))
    dollars = (table["currency"] == "USD").sum()
    found = [
        f"exchange_rates: {len(texts):,} texts, {len(claims):,} labelled numbers, {len(table):,} "
        f"rates out, {dollars:,} of them of the US dollar itself; no rate at all: "
        f"{', '.join(lacking) or 'none'}"
    ]
    found += [
        f"exchange_rates: {count:,} left out: {reason}"
        for reason, count in left_out.items()
        if reason not in ("", *_LISTED)
    ]
    found += [
        f"exchange_rates: left out: {row.iso3} {row.year}: {row.lcu_per_usd:,.10g} "
        f"{row.currency} (Factbook {row.factbook}): {row.left_out}"
        for row in claims[claims["left_out"].isin(_LISTED)].sort_values(_CELL).itertuples()
    ]
    return found

"""Currencies of countries, and amounts in US dollars, by the packaged exchange rates."""

from functools import cache

from tipdata.tables.load import whole


@cache
def _rates() -> dict[tuple[str, int], float]:
    frame = whole("exchange_rates")
    keys = zip(frame["currency"].tolist(), frame["year"].tolist(), strict=True)
    return dict(zip(keys, frame["lcu_per_usd"].tolist(), strict=True))


def own_currency(iso3: str) -> str:
    """Return the code of a country's currency in the last year held, empty where none is held."""
    return _own_currencies().get(iso3, "")


@cache
def _own_currencies() -> dict[str, str]:
    """Return the currency of each country in the last year held."""
    frame = whole("exchange_rates").sort_values("year", kind="stable")
    return dict(zip(frame["iso3"].tolist(), frame["currency"].tolist(), strict=True))


def in_dollars(amount: float, *, currency: str, year: int) -> float | None:
    """Return an amount in US dollars at the year's average rate, None where no rate is held."""
    rate = _rates().get((currency, year))
    return None if not rate else round(amount / rate, 2)

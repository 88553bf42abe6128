"""Which of the Factbook's numbers become rates, and what is said of the others."""

import csv
from pathlib import Path

import pytest

import tipdata
from tipdata.building.exchange_rates import make
from tipdata.building.names import Names
from tipdata.building.package import as_declared, declared_in
from tipdata.building.raw import RawFolder
from tipdata.errors import SourceError
from tipdata.tables.load import read, whole

EU = ("", "European Union", 2019, "euros per US dollar - 0.85 (2018 est.)")
KOSOVO = ("", "Kosovo", 2019, "euros (EUR) per US dollar - 0.85 (2018 est.) 0.89 (2017 est.)")


@pytest.fixture
def rates(world):
    tables = declared_in(world.data)
    names, countries = (
        read(world.data / f"{name}.csv", declared=tables[name])
        for name in ("country_names", "countries")
    )

    def made(*texts, iso3="PER"):
        world.rates(*texts, EU)
        table, notes = make(RawFolder(world.raw), names=Names(names), countries=countries)
        frame = as_declared(table, declared=tables["exchange_rates"])
        frame = frame[frame["iso3"] == iso3]
        found = zip(frame["year"], frame["currency"], frame["lcu_per_usd"], strict=True)
        return {(year, currency): rate for year, currency, rate in found}, notes

    return made


def peru(factbook, numbers):
    return ("PER", "Peru", factbook, f"sols per US dollar - {numbers}")


def test_the_latest_factbook_that_names_the_year_wins(rates):
    found, notes = rates(
        peru(2018, "3.2 (2017 est.), 3.4 (2016)"), peru(2019, "3.3 (2018 est.), 3.26 (2017)")
    )
    assert found == {(2016, "PEN"): 3.4, (2017, "PEN"): 3.26, (2018, "PEN"): 3.3}
    assert "exchange_rates: 1 left out: a later Factbook gives it too" in notes


def test_the_order_of_the_texts_does_not_matter(rates):
    texts = [peru(2018, "3.2 (2017)"), peru(2019, "3.26 (2017)"), peru(2020, "3.27 (2017)")]
    assert rates(*texts)[0] == rates(*reversed(texts))[0] == {(2017, "PEN"): 3.27}


def test_a_number_that_every_other_factbook_contradicts_is_left_out_and_told(rates):
    found, notes = rates(
        peru(2017, "3.2 (2017)"), peru(2018, "3.25 (2017)"), peru(2019, "32.6 (2017), 3.3 (2018)")
    )
    assert found == {(2018, "PEN"): 3.3}
    assert (
        "exchange_rates: left out: PER 2017: 32.6 PEN (Factbook 2019): no other Factbook agrees"
    ) in notes


def test_a_number_far_from_the_years_before_and_after_is_left_out_and_told(rates):
    found, notes = rates(peru(2019, "3.3 (2018), 326 (2017), 3.2 (2016)"))
    assert found == {(2016, "PEN"): 3.2, (2018, "PEN"): 3.3}
    assert any("PER 2017: 326 PEN" in note and "far from the years" in note for note in notes)


def test_a_lasting_devaluation_stays(rates):
    found, _ = rates(peru(2019, "34 (2018), 33 (2017), 3.3 (2016), 3.2 (2015)"))
    assert len(found) == 4


def test_a_real_jump_stays_where_it_is_listed(rates, world):
    texts = peru(2019, "33 (2018), 3.3 (2017), 3.2 (2016)")
    assert (2018, "PEN") not in rates(texts)[0]
    world.rule("rate_jumps", "iso3,currency,year,why\nPER,PEN,2018,a devaluation\n")
    assert rates(texts)[0][2018, "PEN"] == 33


def test_a_single_year_has_no_neighbours_to_fear(rates):
    assert rates(peru(2019, "3.3 (2018)"))[0] == {(2018, "PEN"): 3.3}


def test_two_numbers_with_one_label_are_both_left_out(rates):
    found, notes = rates(peru(2019, "3.3 (2018), 3.2 (2018), 3.26 (2017)"))
    assert found == {(2017, "PEN"): 3.26}
    assert sum("two numbers with the same label" in note for note in notes) == 2


def test_the_same_number_twice_is_one(rates):
    assert rates(peru(2019, "3.3 (2018), 3.3 (2018)"))[0] == {(2018, "PEN"): 3.3}


def test_a_known_slip_is_left_out_for_all_countries_or_for_one(rates, world):
    texts = [peru(2018, "3.2 (2017)"), peru(2019, "9.9 (2017)")]
    world.rule("rate_slips", "iso3,factbook,year,why\n,2019,2017,wrong for all\n")
    assert rates(*texts)[0] == {(2017, "PEN"): 3.2}
    world.rule("rate_slips", "iso3,factbook,year,why\nECU,2019,2017,wrong for one\n")
    assert rates(*texts)[0] == {}


def test_months_and_early_years_are_counted_as_left_out(rates):
    found, notes = rates(peru(2000, "3.5 (January 2000), 3.38 (1999), 2.93 (1998)"))
    assert found == {(1999, "PEN"): 3.38}
    assert "exchange_rates: 1 left out: label is no calendar year" in notes
    assert "exchange_rates: 1 left out: before 1999" in notes


def test_a_black_market_rate_is_not_used_and_an_unknown_series_stops_the_build(rates):
    found, _ = rates(peru(2019, "black market rate: 5 (2018), 4.8 (2017)"))
    assert found == {}
    with pytest.raises(SourceError, match=r"rate_series.csv lacks: \['moonlight rate'\]"):
        rates(peru(2019, "moonlight rate: 5 (2018)"))


def test_a_rate_belongs_to_the_currency_of_its_year(rates, world):
    world.rule(
        "rate_currencies",
        "iso3,currency,first_year,last_year,low,high\n"
        "PER,OLD,1999,2016,1000,9000\nPER,NEW,2016,,1,9\n",
    )
    found, notes = rates(
        peru(2016, "3,200 (2015)"), peru(2019, "3.3 (2017), 3.2 (2016), 3.1 (2015)")
    )
    assert found == {(2015, "OLD"): 3200, (2016, "NEW"): 3.2, (2017, "NEW"): 3.3}
    assert "exchange_rates: 1 left out: not in the currency of that country and year" in notes


def test_where_the_dollar_is_the_currency_the_rate_is_one(rates):
    found, notes = rates(peru(2019, "3.3 (2018)"), KOSOVO, iso3="ECU")
    assert found == {(year, "USD"): 1.0 for year in range(2000, 2019)}
    assert "no rate at all: NAM" in notes[0]


def test_countries_with_one_currency_have_one_rate(rates, world):
    world.rule(
        "rate_currencies",
        "iso3,currency,first_year,last_year,low,high\n"
        "ECU,EUR,1999,,,\nNAM,EUR,1999,,,\nPER,EUR,1999,,,\n",
    )
    found, notes = rates(
        ("ECU", "Ecuador", 2019, "euros per US dollar - 0.85 (2018)"),
        ("NAM", "Namibia", 2019, "euros per US dollar - 0.85 (2018)"),
        ("PER", "Peru", 2019, "euros per US dollar - 0.95 (2018), 0.9 (2017)"),
    )
    assert found == {(2017, "EUR"): 0.9}
    assert any("unlike others with the same currency" in note for note in notes)


def known():
    with (Path(__file__).parent / "known_rates.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("case", known(), ids=lambda case: f"{case['iso3']}-{case['year']}")
def test_packaged_rates_are_near_the_averages_known_from_elsewhere(case):
    rows = tipdata.exchange_rates(case["iso3"], year=int(case["year"]), currency=case["currency"])
    assert rows["lcu_per_usd"].item() == pytest.approx(float(case["average"]), rel=0.05)


def test_packaged_rates_of_a_shared_currency_agree():
    frame = whole("exchange_rates")
    spread = frame.groupby(["currency", "year"])["lcu_per_usd"].agg(["min", "max"])
    assert (spread["max"] / spread["min"]).max() < 1.1


def test_every_country_with_a_currency_of_its_own_rule_has_packaged_rates():
    held = set(whole("exchange_rates")["iso3"])
    assert set(whole("countries")["iso3"]) - held == {"PRK"}

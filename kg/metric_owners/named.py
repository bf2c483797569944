"""Owners that a word beside the number tells: whom 对 points at, who holds, pays or deals in stock."""

from kg.anaphora_words import PUBLIC
from kg.metric_names import stands_in
from kg.metric_owners.number import OWNERS, THINGS, Number, Owners
from kg.metric_words import GRADED, GRADES, LAND
from kg.model import MentionType

#: Which values of a firm an analyst speaks of.
_RATINGS = ("目标价", "目标股价", "盈利预测", "净利润预测", "营收预测", "评级")
_CONDEMNS = frozenset({"判处", "判决", "判处了"})
_SUFFERS = frozenset({"被", "遭", "受到"})
#: What is spared or won 为 somebody: 为某市|节省|支出200万元.
_SPARES = frozenset({"节省", "节约", "挽回", "减免", "追回", "增收", "筹集", "筹资", "募集"})
#: The subject of one of these does not deal itself: 获股东乙增持, 遭股东丙减持.
_BEARS = frozenset({"获", "获得", "遭", "遭到", "被", "由", "经"})


def fined(number: Number) -> Owners | None:
    """Return whom a fine is for: 对甲给予警告，并处以30万元罚款; nobody for what a regulator tells."""
    chunks, index = number.chunks, number.index
    if not any(c.text in number.words["fine"] for c in chunks[number.clause.start : index + 2]):
        return None
    party = _pointed_at(number)
    if not party and any(c.text in _CONDEMNS for c in chunks[:index]):
        return condemned(number)  # 判处某某有期徒刑十年，并处罚金200万元
    regulates = number.topic and all(PUBLIC.search(m.entity.name) for m in number.topic)
    told = number.told.named or number.told.listed is not None
    counts = told or number.says(number.words["together"])  # 某局查处机构31家，罚没1200万元
    return party if party or (regulates and not number.says(_SUFFERS) and not counts) else None


def _pointed_at(number: Number) -> Owners:
    """Return whom 对 points at before a number, over commas: 针对|甲|违规，某局|对其|罚款50万元."""
    chunks, index = number.chunks, number.index
    against = next((k for k in range(index - 1, -1, -1) if chunks[k].text == "针对"), None)
    if against is not None and all(c.text not in "；。" for c in chunks[against:index]):
        return next((c.members for c in chunks[against + 1 : index] if c.members), ())
    for k in range(index - 1, -1, -1):
        if chunks[k].text in "；。":
            break
        if chunks[k].text in {"没收", "因"} and chunks[k + 1].text == "其":
            return chunks[k + 1].members  # 没收其违法所得，并处以30万元罚款
        if chunks[k].text in {"对", "向"}:
            return next((c.members for c in reversed(chunks[k + 1 : index]) if c.members), ())
    return ()


def sentenced(number: Number) -> Owners | None:
    """Return who a sentence is for: 判处某某有期徒刑十年."""
    return condemned(number) if number.name.rule == "metric.sentence" else None


def condemned(number: Number) -> Owners:
    """Return who is sentenced: the person named last, else who the clause is about."""
    before = reversed(number.chunks[: number.index])
    near = next((c for c in before if c.kind == "PERSON" or c.tag == "PER"), None)
    named = near.members if near is not None else number.topic
    return named if all(m.entity.type is MentionType.PERSON for m in named) else ()


def holder(number: Number) -> Owners | None:
    """Return who holds a share, where that stands behind it: 其余45%由乙持有, 由乙|100%|持股."""
    if number.name.rule not in {"metric.share", "metric.same"}:
        return None
    chunks, index = number.chunks, number.index
    behind = chunks[index + 1 : index + 4]
    told = index > 0 and behind and behind[0].text in {"持股", "控股"}
    if told and chunks[index - 1].kind in {"ORG", "PERSON"}:
        return chunks[index - 1].members or None
    passive = len(behind) == 3 and behind[0].text in {"由", "为"} and behind[2].text in number.words["hold"]
    return (behind[1].members or None) if passive else None


def through(number: Number) -> Owners | None:
    """Return the firm that several hold their share through: 甲、乙通过丙持有丁60%的股份."""
    if number.name.rule != "metric.share" or len(number.topic) < 2:
        return None
    for k in range(number.clause.start, number.index - 1):
        if number.chunks[k].text == "通过" and number.chunks[k + 1].kind == "ORG":
            return number.chunks[k + 1].members or None
    return None


def agent(number: Number) -> Owners | None:
    """Return who deals in stock where the topic only bears it: 获控股股东乙|增持0.4%股份."""
    if number.name.rule not in {"metric.share", "metric.stock"}:
        return None
    chunks, start = number.chunks, number.clause.start
    for k in range(number.index - 1, start, -1):
        if chunks[k].text in number.words["stock"] and chunks[k].kind == "W":
            j = k - 1
            while j > start and (chunks[j].tag in {"d", "ad"} or chunks[j].kind == "DATE"):
                j -= 1
            borne = {c.text for c in chunks[start:j]} & _BEARS
            named = chunks[j].kind in {"ORG", "PERSON"} and j != number.clause.at
            return (chunks[j].members or None) if borne and named else None
    return None


def payer(number: Number) -> Owners | None:
    """Return who pays: 由某某|以3亿元|购得."""
    at = next((k for k, c in enumerate(number.led) if c.text == "由"), -1)
    if number.name.rule != "metric.paid" or at < 0:
        return None
    party = number.chunks[number.clause.start + at + 1]
    return party.members if party.kind in {"ORG", "PERSON"} else ()


def spared(number: Number) -> Owners | None:
    """Return for whom a number is spared or won: 为某市|节省|支出200万元."""
    chunks = number.chunks
    for k in range(number.clause.start, number.index - 2):
        held = chunks[k + 1]
        if chunks[k].text in {"为", "替", "帮助"} and chunks[k + 2].text in _SPARES:
            return (held.members or None) if held.kind in OWNERS else None
    return None


def described(number: Number) -> Owners | None:
    """Return the name that an amount stands before as a description: 总规模3亿元的|青芽基金.

    A stretch of land before 的 is of what is built, never of who builds it.
    """
    behind = number.chunks[number.index + 1 : number.index + 3]
    if number.name.rule == "metric.value":
        single = len(behind) == 2 and behind[0].text == "的" and len(behind[1].members) == 1
        if single and behind[1].kind in OWNERS | THINGS:
            return behind[1].members
    return () if number.name.base == LAND and behind and behind[0].text == "的" else None


def graded(number: Number) -> Owners | None:
    """Return whose value another one changes: 甲证券将乙公司目标价由14元上调至17元 is of 乙公司."""
    if number.name.rule == "metric.share":
        return None
    chunks, told = number.chunks, number.told
    for k in range(number.clause.start, number.index - 2):
        held, behind = chunks[k + 1], chunks[k + 2]
        if chunks[k].text in GRADES and held.kind in GRADED and held.members:
            plain = behind.tag in {"n", "nz", "vn"} or behind.text == "的" or behind.kind == "DATE"
            told.rated = held.members if plain else ()
            return told.rated or None
    rates = number.name.base.startswith(_RATINGS) and not number.clause.own
    return (told.rated or None) if rates else None


def unresolved(number: Number) -> Owners | None:
    """Return nobody for the number of what stands for something that is not known: 该厂|投资2亿元."""
    stand_ins = (c for c in number.led if not c.members)
    return () if any(stands_in(c, number.around.cues) for c in stand_ins) else None

"""Whose a measured number is: a named thing, a list of things together, the office of who is named."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.ceremonies import ceremony
from kg.chunk import Chunk, Member
from kg.chunks import Chunker, Sentence
from kg.context import Surroundings
from kg.context_cues import Cues, endings
from kg.coordination import SUM
from kg.discourse import Discourse
from kg.document import Span
from kg.home import spoken_of
from kg.joint import holders, is_stock
from kg.metrics import Measured
from kg.model import Entity, Fact, MentionType
from kg.sitting_numbers import SITTING
from kg.sittings import is_sitting
from kg.witness import CARRIED, Witness

#: Numbers that belong to a person.
_PERSONAL = re.compile(
    r"享年|年龄|持股|持有|冻结|买入|卖出|转让|认缴|认购|套现|表决权|股份|出资|增持|减持|投资|罚款|罚没|处罚|终年|年薪|薪酬|薪资|报酬|年度收入|股权|身家|身价|财富|质押|经验|从业"
    r"|徒刑|收受|索取|索要|受贿|行贿|贪污|敛财|侵占|挪用|赃款|赃物|财物|回扣|酬劳|预支|花费|借款|好处费|感谢费|退缴|退赔|罚金|工作|深耕|耕耘|坚守|扎根|钻研|任职|任期|从教|执教|捐款|捐赠"
)


#: Who gives the figures of the whole country, and how.
_BUREAU = re.compile(
    "国家(?:统计局|能源局|外汇管理局|税务总局|邮政局|铁路局|粮食和物资储备局)|海关总署|商务部|财政部|工信部|工业和信息化部|农业农村部|央行"
    "|中国人民银行|人力资源和社会保障部|人社部|交通运输部|文化和旅游部|民航局|中国民航局|科技部|教育部|国家发展改革委|国家发改委"
)
_GOVERNMENT = re.compile("(.{1,8}[省市县区州盟旗])(?:人民)?政府(?:办公厅|办公室)?")
_DIRECTS = frozenset({"印发", "出台", "发布", "提出", "明确", "公布", "要求", "力争"})
#: A list that names some of more with what they are: 甲、乙等景区.
_OPEN_LIST = re.compile("等[一-龥A-Z0-9]{2,}$")
#: A page's own place, which is named in its title or nowhere.
_OWN_PLACE = re.compile("(?:[全我]|本(?!地))[省市县区州旗镇](?!场|面|长|级)")
#: How far before a number what is measured is named: 出口|完成3亿元，同比|增长3%.
_NEAR = 24
#: How long the shortest name is that tells what is measured: 工业投资.
_TELLING = 4
#: Names that no number of a place is hidden from by.
_TRADES = frozenset({"INDUSTRY", "PRODUCT"})
_TELLS = frozenset({"数据", "发布", "公布", "显示", "获悉", "了解", "消息", "统计", "通报", "介绍"})
_BODIES = frozenset({MentionType.ORG, MentionType.PERSON})
#: What statistics are of.
_REGIONS = frozenset({MentionType.PLACE, MentionType.PARK})
#: In a sentence with one of these the parts of a place are told of: 分地市看，甲市增长3%.
_OF_PARTS = frozenset({"分", "其中", "看"})


@dataclass(frozen=True, slots=True)
class Region:
    """A place that a report gives statistics of, and their period."""

    place: Member
    period: str | None


class Owners:
    """Gives the numbers of one document to their owners."""

    def __init__(
        self, text: str, cues: Cues, chunker: Chunker, discourse: Discourse, witness: Witness
    ) -> None:
        """Read ``text``, whose things ``chunker`` knows."""
        self.text = text
        self.cues = cues
        self.chunker = chunker
        self.discourse = discourse
        self.witness = witness
        self.offices: dict[str, Entity] = {}
        """The body or place that each person speaks for, by the person's identifier."""
        self.home: Region | None = None
        """The place that the document reports on, and the one that its paragraph does."""
        self.region: Region | None = None
        self.heard: set[Entity] = set()
        """The places that were spoken of."""
        if discourse.reported_on is not None:
            span = spoken_of("", text)
            place = chunker.make(discourse.reported_on, MentionType.PLACE, span)
            self.home = self.region = Region(Member(place, span), None)

    def new_paragraph(self) -> None:
        """Go back to the place that the document reports on, or go on with the only one spoken of.

        A zone is left with its paragraph, as more than zones have such figures.
        """
        only = self.region is not None and self.region.place.entity.type is MentionType.PLACE
        if self.home is not None or len(self.heard) > 1 or not only:
            self.region = self.home

    def begin(self, around: Surroundings) -> None:
        """Take the country for the place that is reported on, where a sentence says so before its figures."""
        self.region = self.region or self.nation(around)

    def hear(self, around: Surroundings) -> None:
        """Remember the place that a sentence speaks of, unless as one of the parts of a place."""
        parts = next((k for k, c in enumerate(around.chunks) if c.text in _OF_PARTS), len(around.chunks))
        for clause in around.clauses:
            if clause.end > parts and (not clause.own or clause.at >= parts):
                return
            place = clause.topic[0] if clause.own and len(clause.topic) == 1 else None
            known = self.region.place.entity if self.region is not None else None
            if place is not None and place.entity.type in _REGIONS:
                self.heard.add(place.entity)
            if place is not None and place.entity.type in _REGIONS and place.entity is not known:
                self.region = Region(place, None)
                if self.home is None and place.anaphor:
                    self.home = self.region  # 全市: the text speaks of its own city

    def nation(self, around: Surroundings) -> Region | None:
        """Return the country, where one of its bureaus makes figures known that are of nothing else."""
        if all(c.text not in _TELLS for c in around.chunks):
            return None
        bureaus = (m for c in around.chunks for m in c.members if _BUREAU.fullmatch(m.entity.name))
        bureau = next(bureaus, None)
        if bureau is None:
            return None
        return Region(Member(self.chunker.make("中国", MentionType.PLACE, bureau.span), bureau.span), None)

    def facts(self, found: Measured, sentence: Sentence, around: Surroundings) -> Iterator[Fact]:
        """Yield one fact for each thing measured; things measured together are a group."""
        if found.whole and found.of_region and self.region is not None:
            found = replace(found, label=found.whole, subjects=(), thing=None)
        found = self.dated(found, around)
        found = self.of_nowhere(found, around)
        if self.is_of_body(found):
            return
        subjects = self.owners(found, around)
        self.reports_on(found, subjects, around)
        for subject in subjects:
            of_sitting = found.rule == SITTING  # what else a board decides upon is the firm's
            owner = subject.entity if of_sitting else self.discourse.firm(subject.entity)
            if is_sitting(owner) and found.amount.is_money:
                continue  # a sitting of a board has no money
            yield Fact(
                owner,
                "metric",
                found.amount,
                self.witness.states(found.rule, sentence.span, subject.span, found.amount.span, found.cue),
                label=found.label,
                time=found.time,
                status=found.status,
                confidence=round(found.confidence - (CARRIED if subject.anaphor else 0.0), 4),
            )

    def is_of_body(self, found: Measured) -> bool:
        """Tell whether a number stands beside a body and nothing says what it measures: 收购乙|2亿元|股权."""
        body = self.discourse.resolution.named(found.label) if self.discourse.resolution is not None else None
        return body is not None and body.type in _BODIES

    def of_nowhere(self, found: Measured, around: Surroundings) -> Measured:
        """Return a statistic of a place that the page never names (全县, 我市) as one of what is measured.

        Only a page that speaks of its own place in so many words has such, and says of nobody that they are
        theirs.
        """
        bare = found.of_region and not found.subjects and found.thing is None and self.region is None
        if not bare or not found.base or self.discourse.main_firm is not None:
            return found
        before = [c for c in around.chunks if c.span.end <= found.amount.span.start]
        if _OWN_PLACE.search(self.text) is None or any(c.members and c.kind not in _TRADES for c in before):
            return found
        start = self.text.rfind(found.base, 0, found.amount.span.start)
        if start < 0 or found.amount.span.start - start > _NEAR + len(found.base):
            return found
        counts = found.amount.unit in self.cues.metric["counter"]
        base = _OWN_PLACE.sub("", found.base, count=1) if _OWN_PLACE.match(found.base) else found.base
        if counts or len(base) < _TELLING:
            return found  # 新增企业|12家; 增加值: of which of them
        thing = Span(start + len(found.base) - len(base), start + len(found.base))
        return replace(found, thing=thing, label=found.label.removeprefix(found.base) or base)

    def owners(self, found: Measured, around: Surroundings) -> Sequence[Member]:
        """Return the things that an amount is a measure of."""
        subjects = found.subjects
        if found.label.startswith(("任期", "年龄")):
            subjects = tuple(m for m in subjects if m.entity.type is MentionType.PERSON)
        if found.thing is not None and not subjects:
            thing = self.chunker.make(found.thing.of(self.text), found.kind, found.thing)
            return [Member(thing, found.thing)]
        index = next((i for i, c in enumerate(around.chunks) if c.count is found.amount), -1)
        joint = holders(around, index, subjects) if is_stock(found.rule, found.label) and index >= 0 else None
        if joint is not None:
            return [Member(self.chunker.make(joint.of(self.text), MentionType.GROUP, joint), joint)]
        if len(subjects) > 1:
            chunk = next((c for c in around.chunks if c.members == subjects), None)
            index = next(i for i, c in enumerate(around.chunks) if c.count is found.amount)
            clause = around.clause(index)
            words = {c.text for c in around.chunks[clause.start : index]}
            if chunk is not None and self.together(chunk, words):
                return [Member(self.group(chunk), chunk.span)]
        if (
            len(subjects) == 1
            and subjects[0].entity.type is MentionType.PERSON
            and not _PERSONAL.search(found.label)
        ):
            office = self.offices.get(subjects[0].entity.id)
            return [Member(office, subjects[0].span, True)] if office is not None else []
        place = self.governed(subjects, around) if found.of_region else None
        if place is not None:
            return [Member(place, subjects[0].span, True)]
        if not subjects and (found.of_region or found.worked) and self.region is not None:
            return [Member(self.region.place.entity, self.region.place.span, True)]
        firm = self.discourse.main_firm if not subjects and found.of_books else None
        if firm is not None and firm.mentions:
            return [Member(firm, firm.mentions[0], True)]
        if not subjects and found.brought:  # 本次共签约|项目7个
            event = ceremony(self.discourse.seen)
            return [Member(event, event.mentions[0], True)] if event is not None and event.mentions else []
        return subjects

    def governed(self, subjects: Sequence[Member], around: Surroundings) -> Entity | None:
        """Return the place whose government only tells a statistic: 某省政府印发意见，到2025年出口额…."""
        name = subjects[0].entity.name if len(subjects) == 1 else ""
        government = _GOVERNMENT.fullmatch(name)
        tells = any(c.text in _DIRECTS for c in around.chunks)
        if government is None or not tells:
            return None
        return self.chunker.make(government[1], MentionType.PLACE, subjects[0].span)

    def dated(self, found: Measured, around: Surroundings) -> Measured:
        """Return a statistic without owner and time with the period that the report is of."""
        bare = found.of_region and found.time is None and not found.subjects and found.thing is None
        bare = bare and found.amount.unit not in self.cues.metric["counter"]  # 新增企业30家: told by itself
        if not bare or self.region is None or any(c.text in self.cues.clause["now"] for c in around.chunks):
            return found
        return replace(found, time=self.region.period)

    def reports_on(self, found: Measured, subjects: Sequence[Member], around: Surroundings) -> None:
        """Remember the place that a statistic is of, unless it is only one of the parts of a place."""
        if not found.of_region or not found.subjects or len(subjects) != 1:
            return
        parts = any(c.text in _OF_PARTS for c in around.chunks)
        if subjects[0].entity.type not in _REGIONS or (parts and self.region is not None):
            return
        self.region = Region(subjects[0], found.time)
        self.home = (
            self.region if self.home is None or self.home.place.entity is subjects[0].entity else self.home
        )

    def together(self, chunk: Chunk, words: set[str]) -> bool:
        """Tell whether a number is of all that a list names: 甲、乙、丙三市合计, not 甲、乙均 or 分别."""
        cues = self.cues.metric
        if (chunk.count is not None and not words & cues["each"]) or any(
            word.startswith(endings(cues["together"])) for word in words
        ):
            return True
        if _OPEN_LIST.search(chunk.text):
            return not words & cues["each"]  # nothing can be dealt out to all
        return bool(SUM.search(chunk.text)) and not words & (cues["each"] | cues["deal"])

    def group(self, chunk: Chunk) -> Entity:
        """Return the group that a list of names is, under the words of the list."""
        return self.chunker.make(chunk.text, MentionType.GROUP, chunk.span)


def of_holder(fact: Fact, stakes: Sequence[Fact]) -> Fact:
    """Give a share of stock to who holds it: 乙股东原为甲，持股比例62% is of 甲.

    Of what somebody 持有 the subject was told: 甲控股子公司乙拟出资3亿元，持有合资公司30%的股权.
    """
    cue, start = fact.evidence.cue, fact.evidence.sentence.start
    verb = cue is not None and fact.evidence.quote[cue.start - start : cue.end - start].endswith("持有")
    if fact.label == "持股比例" and not verb:
        for stake in stakes:
            if isinstance(stake.object, Entity) and stake.object.id == fact.subject.id:
                return replace(fact, subject=stake.subject, status=stake.status)
    return fact


def of_winner(fact: Fact, wins: Mapping[str, Sequence[Entity]]) -> Fact:
    """Give the price of a bid to the one who wins it: 甲项目由乙公司中标，中标价3亿元."""
    if "中标" not in fact.label or fact.relation != "metric" or fact.subject.type is not MentionType.FACILITY:
        return fact
    won = wins.get(fact.subject.id, ())
    return replace(fact, subject=won[0]) if len({winner.id for winner in won}) == 1 else fact

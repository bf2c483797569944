"""Facts of one document, by declarative rules.

In: a document, its spaCy ``Doc`` with mentions, and a :class:`RuleSet`. Out: an :class:`Extraction`, the
entities and facts, every fact with the sentence it was read from and the rule that read it.

The rules are the TOML files of ``ontology/relations/`` (see :mod:`kg.rules`). What no single rule should have
to say is done once for all: lists, posts, quotes and brackets in :mod:`kg.chunks`, running subjects and
公司/他/该区 in :mod:`kg.anaphora`, plans, denials and times in :mod:`kg.context`, whom a cue ties in
:mod:`kg.arguments`, numbers in :mod:`kg.metrics` and their owners in :mod:`kg.owners`, ties that a name
itself carries in :mod:`kg.printed`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from kg.arguments import BATCH, Arguments, Pair, dealt, each_in_its_own, set_up_together
from kg.asides import counts_parts, tells_meanwhile, whose_parts
from kg.chunk import Chunk, Member
from kg.chunks import Chunker, Sentence
from kg.codes import only_listed
from kg.context import Surroundings
from kg.context_cues import Cues, load_cues
from kg.counted import parts, tied
from kg.discourse import Discourse
from kg.document import Document, Metadata, Span
from kg.entities import Resolution, resolve
from kg.entry import Entries
from kg.glosses import glossed, glosses
from kg.home import homes, reported_on, spoken_of
from kg.lineage import Lineage
from kg.matching import Match, RuleMatcher
from kg.metrics import metrics
from kg.model import Entity, Fact, Mention, MentionType, Status
from kg.owners import Owners, of_holder, of_winner
from kg.place_names import NOBODY
from kg.posts import Held, Offices
from kg.printed import Printed
from kg.reconciling import (
    DEALS,
    STAKES,
    dated_by_meetings,
    distinct,
    where_held,
    with_kept_posts,
    without_deeds,
    without_kin,
)
from kg.resources import ontology_dir
from kg.rules import Example, Rule, load_rules
from kg.spans import meant
from kg.witness import CARRIED, Witness

#: What the title of a page on somebody has beside the name.
_ABOUT = re.compile("(?:同志|先生|女士)?(?:个人|人物)?(?:简历|简介|资料|生平|小传)?(?:[_|—-].*)?$")

_TRADE = re.compile("[^、，；·和与及]{2,}")

#: What one puts forward without saying words: 提出上诉.
_RESIGNS = frozenset({"辞去", "辞职", "请辞", "辞任"})
_REQUESTS = frozenset(
    {
        "申请",
        "请求",
        "上诉",
        "异议",
        "诉讼",
        "索赔",
        "方案",
        "议案",
        "提案",
        "质疑",
        "辞呈",
        "辞职",
        "挑战",
        "动议",
        "起诉",
        "复议",
    }
)
#: What a firm does, though its board decides it.
_OF_FIRMS = STAKES | {"goal", "promotes", "wins_bid", "listed_on", "produces"}

#: Behind these even what describes a name is yet to come: 拟任|甲公司董事长某某, 将设立|旗下子公司乙.
_BRINGS_ABOUT = frozenset("拟任 候任 提名 推选 选举 设立 成立 组建 新设 投资设立 注册成立".split())
#: What firms do: a plan told before holds for the next of these that is told of the same firm.
_DEEDS = DEALS | {"located_in", "cooperates_with", "promotes", "part_of"}

#: Relations that end: 曾任 and 原 make them former.
HELD = frozenset({"post", "holds_stake", "part_of"})

#: Relations that never end, whatever office somebody leaves.
_LASTS = frozenset({"founder", "educated_at"})

#: Offices one after the other have no one time that an earlier clause tells.
_IN_ROW = frozenset({"历任", "先后任", "先后担任", "曾任", "曾担任", "先后出任"})

#: Relations that say nothing without a time.
TIMED = frozenset({"event_time", "founded"})

#: Relations whose day may be that of the telling, also where they are planned.
_DATED = TIMED | {"says", "holds_event", "attends"}

#: What nobody said is not told, and what somebody will not be is no goal.
_AFFIRMED = frozenset({"says", "goal"})

#: A mention below this score is a common noun that may take part in a fact and is no entity by itself.
CANDIDATE = 0.5


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Compiled rules and the cue words that go with them."""

    rules: tuple[Rule, ...]
    matcher: RuleMatcher
    cues: Cues
    words: frozenset[str]

    @classmethod
    def load(cls, *folders: Path) -> "RuleSet":
        """Load the shipped rules and those of further folders.

        Raises:
            RuleError: a rule file is malformed; the message names file, rule and key.
            OntologyError: the installation lacks ``ontology/``.
        """
        root = ontology_dir()
        rules = tuple(load_rules([root / "relations", *folders]))
        cues = load_cues(root / "status.toml")
        matcher = RuleMatcher(rules, cues)
        return cls(rules, matcher, cues, matcher.cues | cues.words)


def extract(document: Document, doc: Doc, rules: RuleSet) -> Extraction:
    """Return the entities and facts of one document.

    Args:
        document: the article.
        doc: its text, run through :func:`kg.ner.load_pipeline`.
        rules: the rules to read by.
    """
    reader = _Reader(document, doc, rules)
    facts = list(dated_by_meetings([*reader.sentences(), *reader.printed.facts()]))
    known = {name for e in reader.resolution.entities for name in (e.name, *e.aliases)}
    staff = tuple(Entity(name, name, kind) for name, kind in _makers(document.meta) if name not in known)
    stated = tuple(distinct(without_kin([*where_held([*with_kept_posts(facts)])])))
    used = {e.id for f in stated for e in (f.subject, f.object, f.speaker) if isinstance(e, Entity)}
    certain = {reader.resolution.of(m) for m in doc._.mentions if m.score >= CANDIDATE}
    named = tuple(e for e in reader.resolution.entities if e.id in used or e in certain)
    made = tuple(e for _, e in sorted(reader.chunker.made.items()) if e.id in used)
    return Extraction(named + made + staff, stated)


def _makers(meta: Metadata) -> Iterator[tuple[str, MentionType]]:
    """Yield the personal names in what a page says of its editors, and the paper it has the article from."""
    for name in re.split(r"[、，,/\s]+", meta.editor or ""):
        if re.fullmatch("[一-龥]{2,4}", name):
            yield name, MentionType.PERSON
    if meta.source and re.fullmatch("[一-龥A-Za-z0-9]{3,12}", meta.source):
        yield meta.source, MentionType.ORG


class _Reader:
    """Reads one document; holds what was understood so far."""

    def __init__(self, document: Document, doc: Doc, rules: RuleSet) -> None:
        self.document = document
        self.text = document.text
        self.doc = doc
        self.rules = rules
        mentions = meant(doc._.mentions, self.text)
        self.entries = Entries(document.meta.title or "", self.text, mentions)
        mentions = [m for m in mentions if m.span.of(self.text) != self.entries.head]
        self.resolution: Resolution = resolve(self.text, mentions)
        listed = only_listed(self.text, mentions)
        self.discourse = Discourse(
            rules.cues, self.resolution, listed=self.resolution.of(listed) if listed is not None else None
        )
        self.discourse.entry, self.discourse.head = self.entry(self.entries.page), self.entries.head
        self.discourse.zone = self.entry(self.entries.zone)
        self.chunker = Chunker(
            doc, self.text, mentions, self.resolution, rules.words, rules.cues, self.entries.head
        )
        self.homes = homes(document.meta, self.text)
        self.discourse.home = self.home
        self.discourse.reported_on = reported_on(document.meta, self.text)
        self.times = {t.span.start: t for t in doc._.times}
        posts = Offices(self.text, rules.cues, self.resolution, self.chunker, self.discourse)
        self.posts = posts
        self.witness = Witness(document, doc)
        self.arguments = Arguments(
            self.text, rules.cues, self.resolution, self.chunker, self.discourse, posts
        )
        self.lineage = Lineage()
        self.winners: dict[str, list[Entity]] = {}
        self.owners = Owners(self.text, rules.cues, self.chunker, self.discourse, self.witness)
        self.printed = Printed(document, self.resolution, self.chunker, self.witness)

    def sentences(self) -> Iterator[Fact]:
        """Yield the facts that rules read in the sentences, in order."""
        end = 0
        title = self.document.meta.title or ""
        titled = self.resolution.named(_ABOUT.sub("", title).strip())
        if titled is not None and titled.type is MentionType.PERSON and titled.mentions:
            self.discourse.titled(titled, self.text)
        for sent in self.spans():
            if "\n" in self.text[max(end - 1, 0) : sent.start_char]:
                self.discourse.entry = self.entry(self.entries.at(sent.start_char) or self.entries.page)
                self.discourse.new_paragraph(sent.text)
                self.owners.new_paragraph()
            end = sent.end_char
            self.discourse.new_sentence(sent.text)
            sentence = self.chunker.sentence(sent, self.discourse)
            yield from self.sentence(sentence)

    def entry(self, defined: Mention | None) -> tuple[Member, ...]:
        """Return the body that a paragraph or the page is on as a topic."""
        body = self.resolution.of(defined) if defined is not None else None
        return (Member(body, body.mentions[0]),) if body is not None else ()

    def spans(self) -> Iterator[TokenSpan]:
        """Yield the sentences; one that is all quotation is joined to the next, which names the speaker."""
        held: TokenSpan | None = None
        for sent in self.doc.sents:
            stripped = self.text[sent.start_char : sent.end_char].strip()
            if not stripped:
                continue
            if held is not None:
                same_line = "\n" not in self.text[held.start_char : sent.start_char]
                if same_line and not stripped.startswith("“"):
                    sent = self.doc[held.start : sent.end]
                    stripped = sent.text.strip()
                else:
                    yield held
                held = None
            if stripped.startswith("“") and stripped.endswith("”"):
                held = sent
            else:
                yield sent
        if held is not None:
            yield held

    def sentence(self, sentence: Sentence) -> Iterator[Fact]:
        """Yield the facts of one sentence, its quotations and brackets."""
        facts = list(self.sequence(sentence, sentence.chunks))
        said = [(f.subject, f.evidence.object) for f in facts if f.relation == "says" and f.evidence.object]
        for fact in facts:
            yield self.with_speaker(fact, said)
        for quote, inner in sentence.quotes:
            speaker = next((s for s, span in said if span and span.overlaps(quote.span)), None)
            for fact in self.sequence(replace(sentence, span=sentence.span), inner):
                yield replace(fact, speaker=fact.speaker or speaker)
        for before, inner in sentence.brackets:
            if inner and (number := glossed(facts, inner[0].span.start - 1, self.text)) is not None:
                yield from self.gloss(number, inner)
            if before is not None and before.count is not None:
                yield from self.converted(facts, before, inner)
                if counts_parts(before, inner):
                    told = whose_parts(facts, before, sentence.chunks)
                    yield from self.sequence(sentence, [*told, *inner])
            elif before is not None and before.members:
                yield from self.bracket(sentence, before, inner)
            elif self.discourse.life and tells_meanwhile(inner):
                yield from self.meanwhile(sentence, inner)

    def converted(self, facts: Sequence[Fact], before: Chunk, inner: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield a number once more in the currency a bracket gives it in: 9亿加元（约合人民币45亿元）."""
        other = next((c.count for c in inner if c.count is not None), None)
        for fact in facts:
            if other is None or before.count is None or fact.object != before.count:
                continue
            if other.unit != before.count.unit and other.unit.isupper() and before.count.unit.isupper():
                yield replace(fact, object=other, evidence=replace(fact.evidence, object=other.span))

    def with_speaker(self, fact: Fact, said: Sequence[tuple[Entity, Span | None]]) -> Fact:
        """Say who states a fact that stands within reported words."""
        if fact.relation == "says":
            return fact
        place = fact.evidence.cue or fact.evidence.object
        for speaker, span in said:
            if place is not None and span is not None and span.contains(place):
                return replace(fact, speaker=speaker)
        return fact

    def sequence(self, sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield the facts of one run of chunks."""
        if not chunks:
            return
        clauses = self.discourse.read(chunks)
        if not clauses:
            return
        around = Surroundings(chunks, clauses, self.times, self.rules.cues, self.document.day)
        facts = self.arguments.told = []
        for found in self.stated(chunks, sentence, around):
            facts.extend(found)
        facts[:] = self.lineage.read(facts, self.text)
        yield from without_deeds(facts)
        yield from self.parts_listed(facts, sentence, around)
        bought = [f.object for f in facts if f.relation == "acquires" and isinstance(f.object, Entity)]
        self.discourse.target = bought[-1] if bought else self.discourse.target
        self.discourse.venture = set_up_together(facts) or self.discourse.venture
        stakes = [f for f in facts if f.relation == "holds_stake" and f.evidence.rule != "stake.holds-share"]
        for fact in facts:
            if fact.relation == "wins_bid" and isinstance(fact.object, Entity):
                self.winners.setdefault(fact.object.id, []).append(fact.subject)
        self.owners.begin(around)
        for measured in metrics(around, self.text):
            for fact in self.owners.facts(measured, sentence, around):
                yield of_winner(of_holder(fact, stakes), self.winners)
        self.owners.hear(around)
        for chunk in chunks:
            if chunk.mention is not None and chunk.mention.type is MentionType.EVENT and len(chunk.span) > 12:
                yield from self.inside(chunk)

    def stated(
        self, chunks: Sequence[Chunk], sentence: Sentence, around: Surroundings, *, inside: bool = False
    ) -> Iterator[list[Fact]]:
        """Yield the facts of each match that stands; one that states nothing claims nothing."""
        taken = set()
        for match in self.rules.matcher.matches(chunks, inside):
            if match.claim not in taken:
                facts = list(self.facts(match, sentence, around))
                if facts:
                    taken.add(match.claim)
                    yield facts

    def parts_listed(self, told: Sequence[Fact], sentence: Sentence, around: Surroundings) -> Iterator[Fact]:
        """Yield what a list behind the number of its items tells: 下设2个中心：甲中心和乙中心."""
        listed = list(parts(around, self.text))
        if not listed:
            return
        seen = {frozenset((f.subject.name, f.object.name)) for f in told if isinstance(f.object, Entity)}
        for found in listed:
            for place in found.names:
                part = self.chunker.make(place.of(self.text), found.kind, place)
                if frozenset((part.name, found.whole.entity.name)) not in seen:
                    yield tied(found, part, place, self.witness, sentence.span, self.text)

    def home(self, level: str) -> Entity | None:
        """Return the city (市), province or county that the page is of, where its head names it."""
        name = self.homes.get(level)
        if name is None:
            return None
        known = self.resolution.named(name) or self.resolution.named(name.removesuffix(level))
        return known or self.chunker.make(name, MentionType.PLACE, spoken_of(level, self.text))

    def inside(self, chunk: Chunk) -> Iterator[Fact]:
        """Yield what a long name says of the names in it (甲高新区创建一流园区咨询会)."""
        if chunk.mention is None:
            return
        inner = self.chunker.inside(chunk.mention, self.discourse)
        if not inner.chunks:
            return
        clauses = Discourse(self.rules.cues).read(inner.chunks)
        around = Surroundings(inner.chunks, clauses, self.times, self.rules.cues, self.document.day)
        sentence = replace(inner, span=self.witness.sentence(chunk.span))
        for facts in self.stated(inner.chunks, sentence, around, inside=True):
            yield from facts

    def bracket(self, sentence: Sentence, before: Chunk, inner: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield the facts of a bracket, whose running subject is the name before it."""
        if not inner:
            return
        yield from self.trades(sentence, before, inner)
        outer, self.discourse.topic = self.discourse.topic, before.members[-1:]
        spoken = len(self.discourse.topics)
        yield from self.sequence(sentence, inner)
        self.discourse.topic = outer
        del self.discourse.topics[spoken:]  # 甲集团（乙网）上市。该公司…: 甲

    def meanwhile(self, sentence: Sentence, inner: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield what a bracket behind an office tells of the same years: 县长（其间：1991年在甲校学习）."""
        outer, self.discourse.topic = self.discourse.topic, self.discourse.life
        yield from self.sequence(sentence, inner)
        self.discourse.topic = outer

    def gloss(self, number: Fact, inner: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield what a bracket tells of the number before it, and nothing of whom the text goes on about."""
        outer, spoken = self.discourse.topic, len(self.discourse.topics)
        clauses = self.discourse.read(inner)
        self.discourse.topic = outer
        del self.discourse.topics[spoken:]
        if clauses:
            around = Surroundings(inner, clauses, self.times, self.rules.cues, self.document.day)
            yield from glosses(number, around, self.text)

    def trades(self, sentence: Sentence, before: Chunk, inner: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield the trades that a bracket tells of a zone: 遂宁经济技术开发区（电子信息）."""
        start, end = inner[0].span.start, inner[-1].span.end
        zones = [m for m in before.members if m.span.end < start and m.entity.type is MentionType.PARK]
        if not zones or any(c.kind not in {"INDUSTRY", "P"} for c in inner):
            return
        for piece in _TRADE.finditer(self.text, start, end):
            place = Span(*piece.span())
            trade = self.chunker.make(piece[0], MentionType.INDUSTRY, place)
            evidence = self.witness.states("industry.bracket", sentence.span, zones[-1].span, place)
            yield Fact(zones[-1].entity, "industry", trade, evidence, confidence=0.8)

    def facts(self, match: Match, sentence: Sentence, around: Surroundings) -> Iterator[Fact]:
        """Yield the facts of one match: one for each pair of coordinated names."""
        rule, chunks = match.rule, around.chunks
        stands = self.stands(match, around)
        if stands is None:
            return
        status, time = stands
        label = self.label(match, chunks)
        for subject, carried, (obj, place, own) in self.pairs(match, around):
            if own is not None and isinstance(obj, Entity) and self.seats(own, obj):
                self.owners.offices.setdefault(subject.entity.id, obj)
            aliases = obj.aliases if label == "简称" and isinstance(obj, Entity) else ()
            if place is not None and place.of(self.text).strip('“”「」"') in aliases:
                continue  # 甲学院更名为甲大学，简称“甲大”: short for the new name, which has it already
            cue = chunks[match.anchor].span
            evidence = self.witness.states(rule.id, sentence.span, subject.span, place, cue)
            own_shares = rule.relation == "changes_stake" and "回购" in label
            itself = isinstance(obj, Entity) and obj.id == subject.entity.id and not own_shares
            renamed = rule.relation == "alias" and (carried or subject.anaphor)  # to today's: kg.lineage
            if (itself and not renamed) or subject.entity.name in NOBODY:
                continue
            relation = self.posts.told_by(own.title) if own is not None else rule.relation
            leaves = own is not None and rule.status is Status.FORMER and self.is_to_leave(match, around)
            lasting = relation in _LASTS and status is Status.FORMER  # 创始人某某卸任董事长: one stays that
            first, second = subject.entity, obj
            if relation in _OF_FIRMS:
                first = self.discourse.firm(first)  # 甲公司董事会决定，投资2亿元建设…
            if rule.reverse and isinstance(obj, Entity):
                first, second = obj, subject.entity
            yield Fact(
                subject=first,
                relation=relation,
                object=second,
                evidence=evidence,
                label=own.title if own is not None else self.batch(match, chunks, place) or label,
                time=time,
                status=_held_so(match, around, own, Status.ASSERTED if lasting or leaves else status),
                confidence=round(rule.confidence - (CARRIED if carried or subject.anaphor else 0.0), 4),
            )
        yield from self.counted(match, sentence, around, status, time)

    def stands(self, match: Match, around: Surroundings) -> tuple[Status, str | None] | None:
        """Return how what a match tells stands and when it was; ``None`` where it tells no fact."""
        rule, anchor = match.rule, match.anchor
        if not rule.presupposed and around.void(anchor):
            return None
        status, time = _status(match, around), self.time(match, around)
        if status is Status.PLANNED and rule.relation == "post" and _stays(match, around.chunks):
            status = Status.ASSERTED
        if rule.relation in TIMED and (time is None or _lasted(match, around.chunks)):
            return None
        if rule.relation == "holds_stake" and _describes(around.chunks, anchor):
            status, time = Status.ASSERTED, None  # 拟受让乙持有的丙: what is held is held already
        if status is Status.ASSERTED and time is not None and around.future(time):
            status = Status.PLANNED
        if rule.only is not None and status is not rule.only:
            return None
        wordless = _asks(match, around.chunks) or _gives_name(match, around.chunks)
        if rule.relation == "says" and wordless:
            return None
        if rule.relation in _AFFIRMED and status is Status.DENIED:
            return None
        planned = status is Status.PLANNED and time is not None and rule.relation not in _DATED
        return status, None if planned and time is not None and around.told_on(time) else time

    def pairs(self, match: Match, around: Surroundings) -> Sequence[Pair]:
        """Return the subjects of a match, each with what is told of it."""
        pairs = [
            (subject, carried, thing)
            for subject, carried in self.arguments.subjects(match, around)
            for thing in self.arguments.objects(match, around, subject)
        ]
        count = dealt(match, around)
        if count and len(pairs) == count * count:
            return pairs[:: count + 1]
        return each_in_its_own(pairs) if match.rule.relation == "located_in" else pairs

    def seats(self, office: Held, body: Entity) -> bool:
        """Tell whether an office is the chief's of a body or of a place, for whom its holder then speaks."""
        return body.type is MentionType.PLACE or office.title in self.rules.cues.title["chief"]

    def is_to_leave(self, match: Match, around: Surroundings) -> bool:
        """Tell whether who is told to leave an office is only to do so: 副省长某某将升任省长."""
        last, first = max(match.words, default=match.anchor), min(match.words, default=match.anchor)
        verb = last if last > match.anchor else first  # 副省长|某某|将升任|省长, 拟|免去|某某|总裁职务
        return verb != match.anchor and around.status(verb) is Status.PLANNED

    def counted(
        self, match: Match, sentence: Sentence, around: Surroundings, status: Status, time: str | None
    ) -> Iterator[Fact]:
        """Yield the count a list states of itself: 集聚甲、乙等12家独角兽企业."""
        index = match.slots.get("object")
        if match.rule.relation not in {"includes", "promotes", "located_in", "produces"} or index is None:
            return
        chunk = around.chunks[index]
        if chunk.count is None or not chunk.head:
            return
        for subject, _ in self.arguments.subjects(match, around):
            yield Fact(
                subject.entity,
                "metric",
                chunk.count,
                self.witness.states(match.rule.id, sentence.span, subject.span, chunk.count.span, chunk.span),
                label=chunk.head,
                time=time,
                status=status,
                confidence=match.rule.confidence,
            )

    def batch(self, match: Match, chunks: Sequence[Chunk], place: Span | None) -> str:
        """Return the batch (首批, 第三批) that a designation names before all, or in the one at ``place``."""
        if match.rule.relation != "designated":
            return ""
        row = chunks[match.slots.get("object", match.end - 1)]
        one = row.span if len(row.members) < 2 else row.members[0].span
        start = chunks[max(match.anchor, match.start)].span.start
        found = BATCH.search(self.text, start, one.start if len(row.members) > 1 else one.end)
        if found is None and place is not None:
            found = BATCH.search(self.text, place.start, place.end)
        return found[0] if found is not None else ""

    def label(self, match: Match, chunks: Sequence[Chunk]) -> str:
        """Return the word that names the tie."""
        if match.rule.label is not None:
            return match.rule.label
        if "label" in match.slots:
            return chunks[match.slots["label"]].word.removesuffix("了")
        return ""

    def time(self, match: Match, around: Surroundings) -> str | None:
        """Return the ISO time of a match, as the rule asks for it."""
        if "time" in match.slots:
            found = around.at(match.slots["time"])
            return found.iso if found is not None else None
        if match.rule.time == "none":
            return None
        present = any(around.chunks[k].text.startswith("现") for k in match.words)
        if present and not around.dated(match.anchor):
            return None  # 2010年任职于甲大学，现任乙公司总经理
        row = any(around.chunks[k].text in _IN_ROW for k in match.words)
        if row and not around.dated(match.anchor):
            return None  # 1948年获博士学位，历任…
        at = max(match.anchor, match.end - 1) if match.rule.time == "sentence" else match.anchor
        relation = match.rule.relation
        time = around.time(at, state=relation == "holds_stake", since=relation == "post")
        days = time is not None and len(time) == len("2022-01-09")
        once = relation == "post" and days and around.once(match.anchor) and not around.dated(match.anchor)
        return None if once else time  # 10月30日起任职，某某|曾|任…: not on that day


def _lasted(match: Match, chunks: Sequence[Chunk]) -> bool:
    """Tell whether the time that a rule binds only tells for how long something has been: 成立|56年来."""
    return "time" in match.slots and chunks[match.slots["time"]].text.endswith(("来", "间"))


def _status(match: Match, around: Surroundings) -> Status:
    """Return how a match stands by its rule and by the words before it."""
    rule, anchor = match.rule, match.anchor
    if rule.status is not None:
        undone = _denied_within(match, around)
        if rule.status is Status.PLANNED and undone:
            return Status.DENIED  # 将|被|终止|上市
        return Status.ASSERTED if rule.status is Status.FORMER and undone else rule.status
    before = around.chunks[match.start - 1].text if match.start else ""
    known = rule.presupposed and before not in _BRINGS_ABOUT
    status = Status.ASSERTED if known else around.status(anchor)
    deed = rule.relation in _DEEDS and not known
    if status is not Status.ASSERTED or not (deed or rule.relation == "penalises"):
        return status
    decided = deed and rule.relation != "promotes" and around.decided(anchor)
    return Status.PLANNED if decided or around.goes_on_planned(anchor) else status


def _denied_within(match: Match, around: Surroundings) -> bool:
    """Tell whether the deed of a match is denied right before its word: 甲总经理某某|没有|离职."""
    at = max(match.words, default=match.start)
    return at > match.start and around.chunks[at - 1].text in around.cues.status["denied"]


def _held_so(match: Match, around: Surroundings, office: Held | None, status: Status) -> Status:
    """Return how one thing that a match tells stands: an office may be a former one or stood for."""
    if status is not Status.ASSERTED:
        return status
    past = (office is not None and office.former) or (
        match.rule.relation in HELD and around.once(match.anchor)
    )
    if past and match.rule.status is None:
        return Status.FORMER
    return Status.PLANNED if office is not None and office.candidate else status


def _stays(match: Match, chunks: Sequence[Chunk]) -> bool:
    """Tell whether somebody only keeps an office: 将|继续担任|董事."""
    return any(chunk.text.startswith("继续") for chunk in chunks[match.start : match.end])


def _gives_name(match: Match, chunks: Sequence[Chunk]) -> bool:
    """Tell whether 称 only gives a name, and says nothing: 甲银行|下|称|“甲行”."""
    return match.anchor > 0 and chunks[match.anchor - 1].text in {"下", "以下"}


def _asks(match: Match, chunks: Sequence[Chunk]) -> bool:
    """Tell whether 提出 has a request as its object and no words: 提出|停止侵权的|申请."""
    if not chunks[match.anchor].text.endswith("提出"):
        return False
    behind = chunks[match.end :] if match.free else chunks[match.anchor + 1 :]
    until = next((k for k, c in enumerate(behind) if c.boundary), len(behind))
    if any(chunk.text in _RESIGNS for chunk in behind[:until]):
        return True  # 提出|辞去某职
    return until > 0 and behind[until - 1].text in _REQUESTS


def _describes(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the word at ``at`` only describes a name: 持有的乙, 所持乙, 控股股东甲."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if behind is not None and chunks[at].text.endswith(("股东", "实际控制人")):
        return bool(behind.members)
    if behind is None or not chunks[at].text.endswith(("持有", "所持")):
        return False
    return behind.text == "的" or (chunks[at].text.startswith("所") and bool(behind.members))


def example_facts(example: Example, rules: RuleSet, doc: Doc) -> list[str]:
    """Return the facts read in an example, in the notation of rule files (see :func:`fact_text`)."""
    document = Document("example", example.text)
    return [fact_text(fact) for fact in extract(document, doc, rules).facts]


def fact_text(fact: Fact) -> str:
    """Write a fact in one line: subject, relation, object, then ``label=``, ``time=``, ``status=`` if set."""
    thing = fact.object.name if isinstance(fact.object, Entity) else fact.object
    value = thing if isinstance(thing, str) else "-" if thing is None else f"{thing.value:f}{thing.unit}"
    parts = [fact.subject.name, fact.relation, value]
    if fact.label:
        parts.append(f"label={fact.label}")
    if fact.time:
        parts.append(f"time={fact.time}")
    if fact.status is not Status.ASSERTED:
        parts.append(f"status={fact.status.value}")
    return " ".join(parts)

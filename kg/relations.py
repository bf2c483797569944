"""Facts of one document, by declarative rules.

In: a document, its spaCy ``Doc`` with mentions, and a :class:`RuleSet`. Out: an :class:`Extraction`, the
entities and facts, every fact with the sentence it was read from and the rule that read it.

The rules are the TOML files of ``ontology/relations/`` (see :mod:`kg.rules`). What no single rule should have
to say is done once for all: lists, posts, quotes and brackets in :mod:`kg.chunks`, running subjects and
公司/他/该区 in :mod:`kg.discourse`, plans, denials and times in :mod:`kg.context`, ties that a name itself
carries in :mod:`kg.naming`, numbers in :mod:`kg.metrics`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from kg.chunk import Chunk, Member
from kg.chunks import SUM, Chunker, Sentence
from kg.codes import find_codes, find_credit_codes
from kg.context import Surroundings
from kg.context_cues import Cues, load_cues
from kg.discourse import Clause, Discourse
from kg.document import Document, Metadata, Span
from kg.entities import Resolution, resolve
from kg.families import family_ties
from kg.matching import Match, RuleMatcher
from kg.metrics import Measured, metrics
from kg.model import Entity, Evidence, Fact, Mention, MentionType, Status
from kg.naming import name_ties
from kg.phrases import noun_phrase
from kg.posts import SCHOOL, Held, Offices
from kg.resources import ontology_dir
from kg.rules import Example, Rule, load_rules
from kg.spans import meant, trimmed

#: Relations without a direction.
MUTUAL = frozenset({"cooperates_with", "competes_with"})

_TRADE = re.compile("[^、，；·和与及]{2,}")
_BATCH = re.compile(r"首批|第[0-9一二三四五六七八九十]+批")
_LIFE = re.compile(r"[男女][，,]|[12]\d{3}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|生于)|中国国籍|汉族")
#: Numbers that belong to a person.
_PERSONAL = re.compile(
    r"享年|年龄|持股|持有|冻结|买入|卖出|转让|认缴|认购|套现|表决权|股份|出资|增持|减持|投资|罚款|终年|年薪|薪酬|股权|身家|身价|财富|质押"
)

#: Words of doing something together.
_TOGETHER = ("共同", "联合", "合资", "合作")
#: What firms sign contracts for that are no cooperation.
_DEALS = frozenset({"acquires", "invests_in", "changes_stake"})

#: Relations that end: 曾任 and 原 make them former.
HELD = frozenset({"post", "holds_stake"})

#: Relations that say nothing without a time.
TIMED = frozenset({"event_time", "founded"})

#: Relations whose day may be that of the telling, also where they are planned.
_DATED = TIMED | {"says", "holds_event", "attends"}

#: A mention below this score is a common noun that may take part in a fact and is no entity by itself.
CANDIDATE = 0.5

#: Confidence lost where the subject is not named in the sentence itself.
_CARRIED = 0.15


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
    facts = [
        *reader.sentences(),
        *reader.names(),
        *reader.parts(),
        *reader.aliases(),
        *reader.tickers(),
        *reader.codes(),
    ]
    known = {name for e in reader.resolution.entities for name in (e.name, *e.aliases)}
    staff = tuple(Entity(name, name, kind) for name, kind in _makers(document.meta) if name not in known)
    stated = tuple(_distinct(facts))
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


def _distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Drop a fact that was read twice in the same words, or a mutual tie that a sentence says twice."""
    seen = set()
    for fact in sorted(facts, key=_order):
        thing = fact.object.id if isinstance(fact.object, Entity) else str(fact.object)
        key: tuple[object, ...] = (fact.subject.id, fact.relation, fact.label, thing, fact.time, fact.status)
        if fact.relation in MUTUAL:  # 甲与乙签订供货合同 is one tie, though two words say it
            key = (fact.relation, *sorted((fact.subject.id, thing)), fact.evidence.sentence, fact.status)
        if key not in seen:
            seen.add(key)
            yield fact


def _order(fact: Fact) -> tuple[int, int, str, str, str, float]:
    evidence = fact.evidence
    thing = fact.object.id if isinstance(fact.object, Entity) else str(fact.object)
    return (
        evidence.sentence.start,
        evidence.sentence.end,
        fact.relation,
        fact.subject.id,
        thing,
        -fact.confidence,
    )


class _Reader:
    """Reads one document; holds what was understood so far."""

    def __init__(self, document: Document, doc: Doc, rules: RuleSet) -> None:
        self.document = document
        self.text = document.text
        self.doc = doc
        self.rules = rules
        mentions = meant(doc._.mentions, self.text)
        self.resolution: Resolution = resolve(self.text, mentions)
        self.discourse = Discourse(rules.cues, self.resolution)
        self.chunker = Chunker(doc, self.text, mentions, self.resolution, rules.words, rules.cues)
        self.times = {t.span.start: t for t in doc._.times}
        self.posts = Offices(self.text, rules.cues, self.resolution, self.chunker, self.discourse)
        self.offices: dict[str, Entity] = {}
        self.told: list[Fact] = []

    def sentences(self) -> Iterator[Fact]:
        """Yield the facts that rules read in the sentences, in order."""
        end = 0
        for sent in self.spans():
            if "\n" in self.text[max(end - 1, 0) : sent.start_char]:
                self.discourse.new_paragraph(sent.text)
            end = sent.end_char
            sentence = self.chunker.sentence(sent, self.discourse)
            yield from self.sentence(sentence)

    def spans(self) -> Iterator[TokenSpan]:
        """Yield the sentences; one that is all quotation is joined to the next, which names the speaker."""
        held: TokenSpan | None = None
        for sent in self.doc.sents:
            if not sent.text.strip():
                continue
            if held is not None:
                same_line = "\n" not in self.text[held.start_char : sent.start_char]
                if same_line and not sent.text.lstrip().startswith("“"):
                    sent = self.doc[held.start : sent.end]
                else:
                    yield held
                held = None
            stripped = sent.text.strip()
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
            if before is not None and before.count is not None:
                yield from self.converted(facts, before, inner)
            elif before is not None and before.members:
                yield from self.bracket(sentence, before, inner)

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
        facts = self.told = []
        for found in self.stated(chunks, sentence, around):
            facts.extend(found)
        yield from _without_deeds(facts)
        stakes = [f for f in facts if f.relation == "holds_stake" and f.evidence.rule != "stake.holds-share"]
        for measured in metrics(around, self.text):
            for fact in self.measured(measured, sentence, around):
                yield _of_holder(fact, stakes)
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

    def inside(self, chunk: Chunk) -> Iterator[Fact]:
        """Yield what a long name says of the names in it (甲高新区创建一流园区咨询会)."""
        if chunk.mention is None:
            return
        inner = self.chunker.inside(chunk.mention, self.discourse)
        if not inner.chunks:
            return
        clauses = Discourse(self.rules.cues).read(inner.chunks)
        around = Surroundings(inner.chunks, clauses, self.times, self.rules.cues, self.document.day)
        sentence = replace(inner, span=self.sentence_span(chunk.span))
        for facts in self.stated(inner.chunks, sentence, around, inside=True):
            yield from facts

    def sentence_span(self, span: Span) -> Span:
        """Return the sentence around ``span``."""
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if found is None or not len(found):
            return span
        return trimmed(Span(found[0].sent.start_char, found[-1].sent.end_char), self.text)

    def bracket(self, sentence: Sentence, before: Chunk, inner: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield the facts of a bracket, whose running subject is the name before it."""
        if not inner:
            return
        yield from self.trades(sentence, before, inner)
        outer, self.discourse.topic = self.discourse.topic, before.members[-1:]
        yield from self.sequence(sentence, inner)
        self.discourse.topic = outer

    def trades(self, sentence: Sentence, before: Chunk, inner: Sequence[Chunk]) -> Iterator[Fact]:
        """Yield the trades that a bracket tells of a zone: 遂宁经济技术开发区（电子信息）."""
        start, end = inner[0].span.start, inner[-1].span.end
        zones = [m for m in before.members if m.span.end < start and m.entity.type is MentionType.PARK]
        if not zones or any(c.kind not in {"INDUSTRY", "P"} for c in inner):
            return
        for piece in _TRADE.finditer(self.text, start, end):
            place = Span(*piece.span())
            trade = self.chunker.make(piece[0], MentionType.INDUSTRY, place)
            quote = sentence.span.of(self.text)
            evidence = Evidence(
                self.document.id, sentence.span, quote, "industry.bracket", zones[-1].span, place
            )
            yield Fact(zones[-1].entity, "industry", trade, evidence, confidence=0.8)

    def facts(self, match: Match, sentence: Sentence, around: Surroundings) -> Iterator[Fact]:
        """Yield the facts of one match: one for each pair of coordinated names."""
        rule, chunks = match.rule, around.chunks
        anchor = match.anchor
        if around.void(anchor):
            return
        status = rule.status or around.status(anchor)
        time = self.time(match, around)
        if time is None and rule.relation in TIMED:
            return
        if rule.only is not None and status is not rule.only:
            return
        if status is Status.ASSERTED and time is not None and around.future(time):
            status = Status.PLANNED
        if (
            status is Status.PLANNED
            and time is not None
            and around.told_on(time)
            and rule.relation not in _DATED
        ):
            time = None
        if rule.relation == "says" and status is Status.DENIED:
            return
        label = self.label(match, chunks)
        if rule.relation == "designated":
            label = self.batch(match, chunks) or label
        cue = chunks[anchor].span
        pairs = [
            (subject, carried, thing)
            for subject, carried in self.subjects(match, around)
            for thing in self.objects(match, around, subject)
        ]
        count = dealt(match, around)
        if count and len(pairs) == count * count:
            pairs = pairs[:: count + 1]
        for subject, carried, (obj, place, own) in pairs:
            stated = status
            if (
                own is not None
                and isinstance(obj, Entity)
                and (obj.type is MentionType.PLACE or own.title in self.rules.cues.title["chief"])
            ):
                self.offices.setdefault(subject.entity.id, obj)
            past = (own is not None and own.former) or (rule.relation in HELD and around.once(anchor))
            if past and stated is Status.ASSERTED and rule.status is None:
                stated = Status.FORMER
            elif own is not None and own.candidate and stated is Status.ASSERTED:
                stated = Status.PLANNED
            evidence = Evidence(
                self.document.id,
                sentence.span,
                sentence.span.of(self.text),
                rule.id,
                subject.span,
                place,
                cue,
            )
            own_shares = rule.relation == "changes_stake" and "回购" in label
            if isinstance(obj, Entity) and obj.id == subject.entity.id and not own_shares:
                continue
            first, second = subject.entity, obj
            if rule.reverse and isinstance(obj, Entity):
                first, second = obj, subject.entity
            yield Fact(
                subject=first,
                relation=self.posts.told_by(own.title) if own is not None else rule.relation,
                object=second,
                evidence=evidence,
                label=own.title if own is not None else label,
                time=time,
                status=stated,
                confidence=round(rule.confidence - (_CARRIED if carried or subject.anaphor else 0.0), 4),
            )
        yield from self.counted(match, sentence, around, status, time)

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
        for subject, _ in self.subjects(match, around):
            yield Fact(
                subject.entity,
                "metric",
                chunk.count,
                Evidence(
                    self.document.id, sentence.span, sentence.span.of(self.text), match.rule.id,
                    subject.span, chunk.count.span, chunk.span,
                ),
                label=chunk.head,
                time=time,
                status=status,
                confidence=match.rule.confidence,
            )  # fmt: skip

    def subjects(self, match: Match, around: Surroundings) -> list[tuple[Member, bool]]:
        """Return the subjects of a match, and whether each is carried over from before."""
        chunks = around.chunks
        for role in ("subject", "pair"):
            if role in match.slots:
                chunk = chunks[match.slots[role]]
                return [(m, False) for m in (chunk.members if "post" in match.slots else _people(chunk))]
        types = (match.rule.subject or "ORG|PARK|PLACE|PERSON|GROUP|FACILITY").split("|")
        if match.rule.reverse:
            for fact in reversed(self.told):  # the same thing once more: 由甲领投，乙跟投
                told = fact.object
                if fact.relation == match.rule.relation and isinstance(told, Entity):
                    return [(Member(told, fact.evidence.object or told.mentions[0]), True)]
        clause = around.clause(match.anchor)
        topic = clause.topic
        if around.other_subject(match.start):
            return []
        if clause.own and clause.at > match.anchor:
            earlier = [c for c in around.clauses if c.end <= clause.start]
            topic = earlier[-1].topic if earlier else ()
        used = {match.slots[r] for r in ("object", "post") if r in match.slots}
        if clause.own and clause.at in used:
            earlier = [c for c in around.clauses if c.end <= clause.start]
            topic = earlier[-1].topic if earlier else ()
        members = [m for m in topic if m.entity.type.value in types]
        if not members:
            topics = [c.topic for c in around.clauses if c.end <= clause.start]
            fitting = ([m for m in old if m.entity.type.value in types] for old in reversed(topics))
            return [(m, True) for m in next((found for found in fitting if found), [])]
        return [(m, not clause.own) for m in (*members, *self.joint(match, around, clause))]

    def joint(self, match: Match, around: Surroundings, clause: Clause) -> Sequence[Member]:
        """Return who acts together with the topic: 甲拟与自然人乙|共同出资设立丙."""
        label = around.chunks[match.anchor].text
        before = around.chunks[max(clause.at, clause.start) + 1 : match.anchor]
        together = label.startswith(_TOGETHER) or any(c.text in _TOGETHER for c in before)
        k = next((k for k, c in enumerate(before) if c.text in {"与", "和", "同", "联合", "携手"}), None)
        if not together or k is None or not clause.own:
            return ()
        partner = next((c for c in before[k + 1 : k + 4] if c.members), None)
        return partner.members if partner is not None and partner.kind in {"ORG", "PERSON"} else ()

    def objects(
        self, match: Match, around: Surroundings, subject: Member
    ) -> Iterator[tuple[Entity | str | None, Span | None, Held | None]]:
        """Yield what the match ties to ``subject``: an entity, a string or nothing, and where it stands."""
        chunks = around.chunks
        rule = match.rule
        if "pair" in match.slots:
            members = chunks[match.slots["pair"]].members
            first_with_all = rule.relation == "competes_with" or self.one_with_others(members)
            for a, b in combinations(members, 2):
                if a.entity.id == subject.entity.id and (a is members[0] or not first_with_all):
                    yield b.entity, b.span, None
            return
        if "post" in match.slots:
            yield from self.posts.held(chunks[match.slots["post"]], around, match.slots["post"])
            return
        if "object" in match.slots:
            chunk = chunks[self.meant(chunks, match)]
            if chunk.kind == "QUOTE":
                yield chunk.text, chunk.span, None
                return
            if not chunk.members:
                yield chunk.text, chunk.span, None
            for member in _people(chunk):
                if rule.relation == "educated_at" and not SCHOOL.search(member.entity.name):
                    continue
                programme = self.programme(chunk, member) if rule.relation == "designated" else None
                yield programme or member.entity, member.span, None
            return
        if "NP" in match.free:
            for span in noun_phrase(chunks, match.end, self.text, self.rules.cues):
                entity = self.resolution.named(span.of(self.text))
                yield entity or span.of(self.text), span, None
            return
        if "REST" in match.free:
            said = self.rest(chunks, match.end)
            if said is not None:
                yield said.of(self.text), said, None
            return
        if rule.object == "self":
            yield subject.entity, subject.span, None
            return
        if rule.object is not None:
            yield from self.spoken_of(rule.object.removeprefix("before:").split("|"), around, match, subject)
            return
        yield None, None, None

    def one_with_others(self, members: Sequence[Member]) -> bool:
        """Tell whether a list sets its first name against the rest: 甲与乙、丙签约 ties 甲 to each."""
        between = self.text[members[0].span.end : members[1].span.start] if len(members) > 2 else ""
        return between in {"与", "同", "跟"}

    def meant(self, chunks: Sequence[Chunk], match: Match) -> int:
        """Return the chunk that is meant where a holder stands before what it holds (收购甲旗下的乙)."""
        holders = self.rules.cues.speech["holder"]
        index = match.slots["object"]
        while match.end <= index + 1 and index + 2 < len(chunks) and chunks[index + 1].text in holders:
            further = index + 3 if chunks[index + 2].text == "的" else index + 2
            if further >= len(chunks) or not chunks[further].members:
                break
            index = further
        return index

    def spoken_of(
        self, types: Sequence[str], around: Surroundings, match: Match, subject: Member
    ) -> Iterator[tuple[Entity, None, None]]:
        """Yield what an earlier clause is about, where the sentence leaves the object out."""
        here = around.chunks[match.anchor].span
        told = [
            f.object
            for f in self.told
            if f.relation == match.rule.relation and f.evidence.cue and f.evidence.cue.end <= here.start
        ]
        chunks = around.chunks
        before = self.text[chunks[0].span.start : here.start]
        if any(firm in before for firm in self.rules.cues.name["unnamed_firms"]):
            return
        topics = [m.entity for c in around.clauses if c.end <= match.anchor for m in c.topic[:1]]
        founds = self.rules.cues.name["founds"]
        founded = [
            m.entity
            for verb, chunk in pairwise(chunks[: match.anchor])
            for m in chunk.members
            if verb.text in founds
        ]
        meetings = self.meetings(chunks[: match.anchor]) if "EVENT" in types else []
        acting = {m.entity.id for m, _ in self.subjects(match, around)} | {subject.entity.id}
        issuer = [self.discourse.issuer] if self.discourse.issuer is not None else []
        for thing in (*reversed(told), *reversed(founded), *issuer, *reversed(topics), *meetings):
            if isinstance(thing, Entity) and thing.type.value in types and thing.id not in acting:
                yield thing, None, None
                return

    def meetings(self, chunks: Sequence[Chunk]) -> list[Entity]:
        """Return the meetings that 会议 may mean: one that is held here, then the newest named."""
        holds = self.rules.cues.name["holds"]
        held = [m.entity for verb, chunk in pairwise(chunks) for m in chunk.members if verb.text in holds]
        named = [m.entity for chunk in chunks for m in chunk.members]
        return [*held, *reversed(named), *reversed(self.discourse.seen)]

    def rest(self, chunks: Sequence[Chunk], start: int) -> Span | None:
        """Return the span from chunk ``start`` to the end of the sentence, without marks at its ends."""
        while start < len(chunks) and chunks[start].kind == "P" and chunks[start].text not in "《“":
            start += 1
        if start >= len(chunks):
            return None
        span = Span(chunks[start].span.start, chunks[-1].span.end)
        if _LIFE.match(span.of(self.text)):
            return None  # 何启明先生：1979年出生 opens a life, not a speech
        stripped = span.of(self.text).rstrip("。！？…” \n")
        return Span(span.start, span.start + len(stripped)) if len(stripped) >= 6 else None

    def programme(self, chunk: Chunk, member: Member) -> Entity | None:
        """Return the programme a group is chosen for: 第二批…试点单位 are chosen for the …试点."""
        batch = _BATCH.match(member.entity.name)
        if batch is not None:
            name = member.entity.name[batch.end() :]
            span = Span(member.span.end - len(name), member.span.end)
            return self.chunker.make(name, member.entity.type, span)
        if chunk.kind != "GROUP":
            return None
        inner = [m for m in self.chunker.mentions.inside(member.span) if m.type is MentionType.POLICY]
        return self.resolution.of(max(inner, key=lambda m: len(m.span))) if inner else None

    def batch(self, match: Match, chunks: Sequence[Chunk]) -> str:
        """Return the batch that a designation names (首批, 第三批), if it does."""
        index = match.slots.get("object", match.end - 1)
        start = chunks[max(match.anchor, match.start)].span.start
        found = _BATCH.search(self.text, start, chunks[index].span.end)
        return found[0] if found is not None else ""

    def label(self, match: Match, chunks: Sequence[Chunk]) -> str:
        """Return the word that names the tie."""
        if match.rule.label is not None:
            return match.rule.label
        if "label" in match.slots:
            return chunks[match.slots["label"]].text.removesuffix("了")
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
        at = max(match.anchor, match.end - 1) if match.rule.time == "sentence" else match.anchor
        return around.time(at, state=match.rule.relation == "holds_stake")

    def measured(self, found: Measured, sentence: Sentence, around: Surroundings) -> Iterator[Fact]:
        """Yield one fact for each thing measured; things measured together are a group."""
        for subject in self.owners(found, around):
            yield Fact(
                subject.entity,
                "metric",
                found.amount,
                Evidence(
                    self.document.id, sentence.span, sentence.span.of(self.text), found.rule,
                    subject.span, found.amount.span, found.cue,
                ),
                label=found.label,
                time=found.time,
                status=found.status,
                confidence=round(found.confidence - (_CARRIED if subject.anaphor else 0.0), 4),
            )  # fmt: skip

    def owners(self, found: Measured, around: Surroundings) -> Sequence[Member]:
        """Return the things that an amount is a measure of."""
        subjects = found.subjects
        if found.thing is not None and not subjects:
            thing = self.chunker.make(found.thing.of(self.text), MentionType.PRODUCT, found.thing)
            return [Member(thing, found.thing)]
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
        return subjects

    def together(self, chunk: Chunk, words: set[str]) -> bool:
        """Tell whether a number is of all that a list names: 甲、乙、丙三市合计, not 甲、乙均 or 分别."""
        cues = self.rules.cues.metric
        if chunk.count is not None or any(word.startswith(tuple(cues["together"])) for word in words):
            return True
        return bool(SUM.search(chunk.text)) and not words & (cues["each"] | cues["deal"])

    def group(self, chunk: Chunk) -> Entity:
        """Return the group that a list of names is, under the words of the list."""
        return self.chunker.make(chunk.text, MentionType.GROUP, chunk.span)

    def names(self) -> Iterator[Fact]:
        """Yield the ties that names carry: 科技部火炬中心 belongs to 科技部, 长沙高新区 lies in 长沙."""
        carried = name_ties(self.text, self.chunker.mentions, self.resolution)
        for tie in (*carried, *family_ties(self.text, self.resolution.entities)):
            span = self.sentence_span(tie.span)
            yield Fact(
                tie.subject,
                tie.relation,
                tie.object,
                Evidence(self.document.id, span, span.of(self.text), tie.rule, tie.span, tie.place),
                confidence=tie.confidence,
            )

    def parts(self) -> Iterator[Fact]:
        """Yield that the parts of bodies in which somebody holds a post belong to the bodies."""
        for part in self.chunker.parts.values():
            span = self.sentence_span(part.span)
            evidence = Evidence(self.document.id, span, span.of(self.text), "name.unit", part.span)
            yield Fact(part.entity, "part_of", part.whole, evidence, confidence=0.88)

    def aliases(self) -> Iterator[Fact]:
        """Yield the second names of things."""
        for alias in self.resolution.aliases:
            span = self.sentence_span(alias.span)
            evidence = Evidence(self.document.id, span, span.of(self.text), alias.rule, None, alias.span)
            yield Fact(alias.entity, "alias", alias.name, evidence, confidence=0.9)

    def tickers(self) -> Iterator[Fact]:
        """Yield the stock codes that the page's markup puts on whole names."""
        for mark in self.document.marks:
            if mark.kind != "ticker":
                continue
            entity = self.resolution.named(mark.span.of(self.text))
            outer = self.chunker.mentions.around(mark.span)
            whole = outer is not None and (
                outer.span == mark.span or self.stands_in_project(outer, mark.span)
            )
            if entity is None or not whole or entity.type is not MentionType.ORG:
                continue
            span = self.sentence_span(mark.span)
            evidence = Evidence(
                self.document.id, span, span.of(self.text), "ticker.markup", mark.span, mark.span
            )
            yield Fact(entity, "ticker", mark.value, evidence, confidence=0.97)

    def codes(self) -> Iterator[Fact]:
        """Yield the stock codes and the credit codes that stand in brackets behind names."""
        mentions = self.chunker.mentions.all
        for relation, rule, found in (
            ("ticker", "ticker.bracket", find_codes(self.text, mentions)),
            ("credit_code", "credit-code.bracket", find_credit_codes(self.text, mentions)),
        ):
            for code in found:
                entity = self.resolution.of(code.mention)
                if entity is not None:
                    name = code.mention.span
                    span = self.sentence_span(name)
                    quote = span.of(self.text)
                    evidence = Evidence(self.document.id, span, quote, rule, name, code.span)
                    yield Fact(entity, relation, code.code, evidence, label=code.label, confidence=0.95)

    def stands_in_project(self, outer: Mention, span: Span) -> bool:
        """Tell whether a marked name stands in the name of its own plant or project."""
        nested = any(m.type is MentionType.ORG for m in self.chunker.mentions.at(span))
        return outer.type is MentionType.FACILITY and nested


def _without_deeds(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Drop a cooperation that is only the contract of a purchase or an investment told beside it."""
    dealt = {
        (f.subject.id, f.object.id) for f in facts if f.relation in _DEALS and isinstance(f.object, Entity)
    }
    for fact in facts:
        pair = (fact.subject.id, fact.object.id) if isinstance(fact.object, Entity) else ("", "")
        if fact.relation != "cooperates_with" or not {pair, pair[::-1]} & dealt:
            yield fact


def _of_holder(fact: Fact, stakes: Sequence[Fact]) -> Fact:
    """Give a share of stock to who holds it: 乙股东原为甲，持股比例62% is of 甲."""
    if fact.label == "持股比例":
        for stake in stakes:
            if isinstance(stake.object, Entity) and stake.object.id == fact.subject.id:
                return replace(fact, subject=stake.subject, status=stake.status)
    return fact


def _people(chunk: Chunk) -> tuple[Member, ...]:
    """Return the members of a chunk, and of the row of people that it stands in."""
    return chunk.row or chunk.members


def dealt(match: Match, around: Surroundings) -> int:
    """Return how many things are dealt out in order (甲、乙分别由丙、丁创办), or 0."""
    chunks = around.chunks
    if "object" in match.slots:
        count = len(chunks[match.slots["object"]].members)
    elif "post" in match.slots:
        count = len(chunks[match.slots["post"]].posts)
    else:
        return 0
    clause = around.clause(match.anchor)
    subjects = chunks[match.slots["subject"]].members if "subject" in match.slots else clause.topic
    words = {c.text for c in chunks[clause.start : clause.end]}
    return count if 1 < count == len(subjects) and words & around.cues.metric["deal"] else 0


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

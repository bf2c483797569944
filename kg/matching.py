"""Rules → spaCy matchers, and chunks → matches.

All patterns are compiled once into :class:`spacy.matcher.Matcher`, run over small ``Doc`` whose tokens
are the chunks of a sentence (``TAG`` is the chunk's kind, ``ORTH`` its words, ``LEMMA`` its part of
speech). Alignments lead a match back to the items of the pattern. Each pattern has a matcher of its own,
which is run only where a sentence has what the pattern needs, in its order.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.chunk import Chunk
from kg.context_cues import Cues
from kg.model import MentionType
from kg.rules import Item, Rule
from kg.topics import party_acts

#: Chunks a gap never passes: other agents, and the end of the clause.
_GAP_STOPS = ["P", "ORG", "PERSON", "PARK", "GROUP", "QUOTE", "POST"]
#: Parts of speech that end a noun phrase: a gap within one never passes them.
_PHRASE_STOPS = ["v", "vd", "p", "c", "d", "ad", "r"]
#: What nearly every sentence has: asking for one of these spares no matcher a run.
_COMMON = frozenset(
    "， 。 ： 、 ； 的 了 在 于 为 是 系 和 与 同 跟 及 将 要 对 向 被 由 以 从 等 中 上 后 时 也 还 并 有 "
    "POST ORG PLACE PERSON DATE AMOUNT W P".split()
)
_KINDS = frozenset(kind.value for kind in MentionType)
_ANY = 10_000
"""More chunks than a sentence has: what an item without a bound may cover."""
_SUMS = ("合计", "累计")
#: Ties of a firm to what it owns.
_OF_OWNERS = frozenset({"acquires", "holds_stake", "part_of", "changes_stake", "invests_in", "produces"})
#: Behind a name: what is taken from there, and not by it.
_EXCEPT = frozenset({"以外", "之外", "外"})
_FROM = frozenset({"向", "从", "对"})
#: Behind one of these stand others than who acts.
_AT_OTHERS = frozenset({"对", "向"})
#: Before whom somebody acts with.
WITH = frozenset({"与", "同", "跟"})
_TRADES = frozenset({"industry", "produces"})
_IN_HANDS = frozenset({"手中", "手里", "手上", "处", "那里", "名下"})
#: Behind a name and before a verb: a deed before it was done to the name, and another one follows.
_AND_ALSO = frozenset({"以及", "并且"})
#: What only a paper says; who writes for it only signs.
_REPORTS = frozenset({"报道", "报道称"})
#: What a deed does of itself: 收购甲引发的诉讼 is told of a deal in 甲.
_FOLLOWS = frozenset({"引发", "导致", "带来", "产生", "造成", "引起", "涉及", "完成", "失败"})
#: How a deed is done, which words run together with: 共同主办 is a 主办.
_MANNERS = frozenset(
    "共同 联合 携手 合力 成功 正式 顺利 再次 再度 首次 最终 陆续 先后 相继 分别 率先 独家 同时 "
    "一起 重新 提前 如期 隆重 全面 基本 初步 大力 着力 积极 聚力 倾力 持续 精心 努力 奋力".split()
)
#: What a body aims at, which is no deed of its own where another deed is for it: 为|推进|甲战略|贡献力量.
_AIMED = frozenset({"promotes", "goal"})
_FOR = frozenset({"为", "为了", "给"})
_MANNER_TAGS = frozenset({"d", "ad"})
#: Between two titles of one person.
_ALSO = frozenset({"、", "兼", "暨"})
#: What two do about something, at the end of a clause that begins with what it is about.
_ABOUT = frozenset({"围绕", "聚焦", "涵盖"})
_TALKS = frozenset(
    "合作 交流 座谈 研讨 讨论 探讨 洽谈 对接 磋商 沟通 深入交流 深入探讨 交流座谈 演讲 发言 "
    "调研 授课 致辞 解读 宣讲 建言 推介 分享 考察 献策".split()
)
#: The tag of chunks that stand in a row of people.
_ROW = "ROW"


@dataclass(frozen=True, slots=True)
class Match:
    """A rule matched chunks ``[start, end)``; ``slots`` leads from role to chunk index."""

    rule: Rule
    start: int
    end: int
    slots: dict[str, int] = field(default_factory=dict)
    words: tuple[int, ...] = ()
    gaps: int = 0
    free: frozenset[str] = frozenset()

    @property
    def anchor(self) -> int:
        """The chunk that carries the relation: the label's, the post's or the first cue's."""
        for role in ("label", "post"):
            if role in self.slots:
                return self.slots[role]
        return self.words[0] if self.words else self.slots.get("object", self.start)

    @property
    def claim(self) -> tuple[str, int, bool]:
        """What only one match may state: a relation by one word, for speech also on which side of it.

        A penalty is one for each 对 and 被, however many words name it (被甲局责令改正并出具警示函).
        """
        before = self.rule.relation == "says" and self.slots.get("object", self.anchor) < self.anchor
        at = min(self.words, default=self.anchor) if self.rule.relation == "penalises" else self.anchor
        return self.rule.relation, at, before


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern's matcher, what a match must have, and how far it may reach before and behind that."""

    matcher: Matcher
    needed: tuple[frozenset[str], ...]
    before: int
    behind: int

    def window(self, pairs: Sequence[tuple[str, str]]) -> tuple[int, int] | None:
        """Return where matches may lie in chunks, given as kinds and words; ``None`` if there are none.

        The chunks must have one of each of what is needed, in its order.
        """
        first, at = -1, 0
        for words in self.needed:
            while at < len(pairs) and words.isdisjoint(pairs[at]):
                at += 1
            if at == len(pairs):
                return None
            first = at if first < 0 else first
            at += 1
        last = len(pairs) - 1
        while self.needed[-1].isdisjoint(pairs[last]):
            last -= 1
        return max(first - self.before, 0), min(last + self.behind + 1, len(pairs))


class RuleMatcher:
    """All rules, compiled."""

    def __init__(self, rules: Sequence[Rule], cues: Cues) -> None:
        """Compile ``rules``; ``cues`` has the words that a gap never passes."""
        self.openers = cues.clause["opener"]
        self.all_cues = cues
        self.parties = cues.clause["unnamed_party"]
        self.rules = rules
        self.vocab = Vocab()
        self.compiled: list[_Pattern] = []
        self.asked: dict[str, list[int]] = {}
        self.items: dict[str, tuple[Rule, tuple[Item, ...], tuple[Item, ...]]] = {}
        asked = {w for rule in rules for p in rule.patterns for i in p for w in i.words}
        done = {w for w in asked if w.endswith("了") or w.startswith(_SUMS)}
        for rule in rules:
            for n, pattern in enumerate(rule.patterns):
                key = f"{rule.order}.{n}"
                inner = tuple(
                    i if rule.relation == "says" else _with_aspect(i, done)
                    for i in pattern
                    if i.kind not in {"start", "end"} and not i.types & {"NP", "REST"}
                )
                self.items[key] = (rule, inner, pattern)
                matcher = Matcher(self.vocab)
                matcher.add(key, [[_token(item, cues) for item in inner]])
                needed = _needed(inner)
                for word in min(needed, key=_frequency):
                    self.asked.setdefault(word, []).append(len(self.compiled))
                self.compiled.append(_Pattern(matcher, needed, *_margins(inner)))
        self.cues = frozenset(w for _, items, _ in self.items.values() for i in items for w in i.words)

    def matches(self, chunks: Sequence[Chunk], inside: bool = False) -> list[Match]:
        """Return the matches, best first.

        Of the matches of one relation that share a :attr:`Match.claim` the first one that states a fact
        stands: the higher priority, then the one with more bound items, then fewer chunks in gaps, then
        the earlier rule.
        """
        if not chunks:
            return []
        words = [self._bare(c.word) or " " for c in chunks]
        aligned = self._aligned(chunks, words)
        found = [
            match
            for key, start, end, alignment in aligned
            if (match := self._match(self.vocab.strings[key], start, end, alignment, chunks)) is not None
            and (match.rule.inside or not inside)
        ]
        return sorted(found, key=_rank)

    def _aligned(self, chunks: Sequence[Chunk], words: list[str]) -> list[Any]:
        """Return what the matchers find in chunks of ``words``: pattern, start, end, items of the pattern."""
        pairs = [(chunk.kind, word) for chunk, word in zip(chunks, words, strict=True)]
        there = frozenset(chain.from_iterable(pairs))
        asked = sorted({n for word in there for n in self.asked.get(word, ())})
        able: list[tuple[Matcher, int, int]] = []
        for n in asked:
            pattern = self.compiled[n]
            if not any(map(there.isdisjoint, pattern.needed)):
                window = pattern.window(pairs)
                if window is not None:
                    able.append((pattern.matcher, *window))
        if not able:
            return []
        doc = Doc(
            self.vocab,
            words=words,
            tags=[c.kind for c in chunks],
            lemmas=[c.tag or c.kind for c in chunks],
            ents=_in_rows(chunks) if any(c.row for c in chunks) else None,
        )
        aligned: list[Any] = []
        for matcher, start, stop in able:
            found: Any = matcher(doc[start:stop], with_alignments=True)
            aligned += [(key, first + start, end + start, items) for key, first, end, items in found]
        return aligned

    def _bare(self, word: str) -> str:
        """Return ``word``, without the manner that it begins with where no rule knows it but the rest."""
        bare = word[2:]
        manner = len(bare) > 1 and word[:2] in _MANNERS
        return bare if manner and bare in self.cues and word not in self.cues else word

    def _match(
        self, key: str, start: int, end: int, alignment: Sequence[int], chunks: Sequence[Chunk]
    ) -> Match | None:
        """Return the match of a pattern at ``[start, end)``, unless its surroundings forbid it."""
        rule, items, pattern = self.items[key]
        if not self._may_stand(rule, pattern, start, end, chunks):
            return None
        aligned = [items[n] for n in alignment]
        slots = {item.role: k for k, item in enumerate(aligned, start) if item.role and item.role != "_"}
        words = tuple(k for k, item in enumerate(aligned, start) if item.kind == "word")
        gaps = sum(item.kind == "gap" for item in aligned)
        match = Match(rule, start, end, slots, words, gaps, pattern[-1].types & {"NP", "REST"})
        first = slots.get("subject", end)
        passed = first + 1 < end and aligned[first + 1 - start].kind == "gap"
        if self._misses_subject(match, first, chunks) or (passed and self._passes(first, end, chunks)):
            return None
        if rule.relation == "industry" and chunks[slots.get("object", start)].text.endswith("方面"):
            return None  # 围绕汽车、医药等方面|发挥优势
        if rule.relation == "industry" and _talks(slots, chunks):
            return None
        if rule.relation in _TRADES and first and first < end and chunks[first - 1].text in WITH:
            return None  # 曾与|甲公司|开展贸易业务
        if rule.relation in _TRADES and _acts_at_others(chunks, first if first < end else start):
            return None  # 某局对从事金融业务的平台进行约谈
        return None if _describes(match, chunks) else match

    def _may_stand(
        self, rule: Rule, pattern: Sequence[Item], start: int, end: int, chunks: Sequence[Chunk]
    ) -> bool:
        """Tell whether what stands before and behind a match allows it."""
        before = chunks[start - 1] if start else None
        behind = chunks[end] if end < len(chunks) else None
        if pattern[0].kind == "start" and before is not None and not before.boundary:
            return False
        if pattern[-1].kind == "end" and behind is not None and not behind.boundary:
            return False
        if before is not None and {before.text, before.kind} & rule.not_before:
            return False
        if behind is not None and {behind.text, behind.kind} & rule.not_next:
            return False
        if chunks[start].kind == "PLACE" and start > 1 and before is not None and before.kind == "DATE":
            before = chunks[start - 2]  # 在|6月2日|济南|召开的
        opened = before is not None and before.text in self.openers
        return rule.phrase or not opened or not chunks[start].members

    def _misses_subject(self, match: Match, first: int, chunks: Sequence[Chunk]) -> bool:
        """Tell whether the name at ``first`` is none that acts: 除甲以外的股东乙, 向|母公司|甲|收购乙."""
        inside = chunks[match.start : match.end]
        if match.rule.relation == "holds_stake" and any(c.text in _EXCEPT for c in inside):
            return True
        if match.rule.relation == "holds_stake" and _is_title(match, chunks):
            return True
        reached = chunks[first + 1 : match.slots.get("label", first)]
        if match.rule.relation == "promotes" and any(c.text == "对" for c in reached):
            return True  # 甲联盟的成立对实施乙战略有意义
        if match.rule.relation in _AIMED and _serves(match.slots.get("label", 0), chunks):
            return True
        if match.rule.relation == "says" and _signs(match, first, chunks):
            return True
        named = "subject" in match.slots and first > 1
        return named and chunks[first - 1].text in self.parties and chunks[first - 2].text in _FROM

    def _passes(self, first: int, end: int, chunks: Sequence[Chunk]) -> bool:
        """Tell whether a gap behind the subject at ``first`` passes over who acts or what else is done."""
        behind = chunks[first + 1]
        if behind.text in _IN_HANDS:
            return True  # 从甲手中收购乙
        if behind.text in _AND_ALSO and chunks[first + 2].kind == "W":
            return True  # 设立甲以及进一步深化乙: 甲 is what was set up
        return party_acts(chunks, first, end, self.all_cues)


def _is_title(match: Match, chunks: Sequence[Chunk]) -> bool:
    """Tell whether what holds a firm is a title of a person: 甲为|公司|实际控制人|、董事长|某某|的企业."""
    k = match.slots.get("label", match.start) + 1
    while k < len(chunks) and (chunks[k].text in _ALSO or chunks[k].kind in {"POST", "TITLE"}):
        if any(post.holder is not None for post in chunks[k].posts):
            return False  # 甲公司控股股东|乙公司董事长|某某
        k += 1
    return k < len(chunks) and chunks[k].kind == "PERSON" and k not in match.slots.values()


def _talks(slots: Mapping[str, int], chunks: Sequence[Chunk]) -> bool:
    """Tell whether a trade is only what a talk or a partnership is about: 围绕造船|开展|合作, 就….交流."""
    label, at = slots.get("label", 0), slots.get("object", 0)
    if chunks[label].text not in _ABOUT or not label < at:
        return False
    end = next((k for k in range(at, len(chunks)) if chunks[k].boundary), len(chunks))
    return chunks[end - 1].text in _TALKS


def _serves(label: int, chunks: Sequence[Chunk]) -> bool:
    """Tell whether what a verb says is only what something is for or when: 为|推进|甲战略|贡献力量."""
    before = label - 1
    while before > 0 and chunks[before].tag in _MANNER_TAGS:
        before -= 1
    return before >= 0 and chunks[before].text in _FOR


def _signs(match: Match, first: int, chunks: Sequence[Chunk]) -> bool:
    """Tell whether the person at ``first`` only writes for a paper: 通讯员某某报道：…."""
    label = match.slots.get("label")
    person = "subject" in match.slots and chunks[first].kind == "PERSON"
    return person and label is not None and chunks[label].text in _REPORTS


def _describes(match: Match, chunks: Sequence[Chunk]) -> bool:
    """Tell whether a name of the match only does what a relative clause tells: 由甲和乙牵头的财团."""
    rule, slots, end = match.rule, match.slots, match.end
    pair = slots.get("pair", len(chunks))
    apart = rule.relation == "cooperates_with" and pair + 1 < slots.get("label", 0)
    if apart and _acts_in_relative(chunks, pair + 1):
        return True
    owned = rule.relation in _OF_OWNERS and slots.get("object") == end - 1
    return owned and end < len(chunks) and _acts_in_relative(chunks, end)


def _acts_in_relative(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the name before ``at`` only does what a relative clause tells: 拥有|甲|授予|的|资质."""
    while at + 2 < len(chunks) and chunks[at].text in {"、", "和", "与", "及"} and chunks[at + 1].members:
        at += 2  # 拥有甲|、|乙|授予的资质
    verb, behind = chunks[at], [c.text for c in chunks[at + 1 : at + 3]]
    if verb.kind != "W" or verb.tag != "v" or verb.text in _FOLLOWS or behind[:1] != ["的"]:
        return False
    return not any(word.endswith(("股", "股份", "股票", "股权")) for word in behind[1:])


def _acts_at_others(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether what is told around ``at`` is of those that somebody acts at: 对|从事金融的平台|约谈."""
    first = next((k + 1 for k in range(at, -1, -1) if chunks[k].boundary), 0)
    end = next((k for k in range(at, len(chunks)) if chunks[k].boundary), len(chunks))
    others = [k for k in range(first, end) if chunks[k].text in _AT_OTHERS]
    return any(c.text == "的" for k in others for c in chunks[max(k, at) : end])


def _rank(match: Match) -> tuple[int, int, int, int, int]:
    bound = len(match.slots) + len(match.words)
    return (-match.rule.priority, -bound, match.gaps, match.rule.order, match.start)


def _with_aspect(item: Item, done: set[str]) -> Item:
    """Let a word match with 了 or behind 合计 too, where a rule asks for the two as one word: one chunk.

    Not of speech: 提出了 and 公布了 have a thing behind them and no words.
    """
    more = {word + "了" for word in item.words} | {sums + word for sums in _SUMS for word in item.words}
    more &= done
    return replace(item, words=item.words | more) if more else item


def _needed(items: Sequence[Item]) -> tuple[frozenset[str], ...]:
    """Return, in order, of what words (or kinds of chunks, for slots) a match must have one each."""
    must = [item for item in items if not item.optional and item.kind in {"word", "slot"}]
    return tuple(item.words or item.types for item in must)


def _frequency(words: frozenset[str]) -> int:
    """Return how often one of ``words`` is to be expected, to compare with that of others.

    Kinds of chunks stand in news as often as some forty of the rules' words, common words as many more.
    """
    return sum(1000 if word in _COMMON else 40 if word in _KINDS else 1 for word in words)


def _margins(items: Sequence[Item]) -> tuple[int, int]:
    """Return how many chunks a match may have before the first and behind the last that it must have."""
    reach = [item.limit if item.kind == "gap" else _ANY if item.kind == "row" else 1 for item in items]
    must = [k for k, item in enumerate(items) if not item.optional and item.kind in {"word", "slot"}]
    return sum(reach[: must[0]]), sum(reach[must[-1] + 1 :])


def _in_rows(chunks: Sequence[Chunk]) -> list[str]:
    """Return the entity tags that mark which chunks stand in a row of people: 甲公司及其|董事长|某某."""
    tags = ["O"] * len(chunks)
    for k, chunk in enumerate(chunks):
        start = chunk.row[0].span.start if chunk.row else chunk.span.end
        for i in range(k, -1, -1):
            if chunks[i].span.start < start:
                break
            tags[i] = f"B-{_ROW}"
    return tags


def _token(item: Item, cues: Cues) -> dict[str, Any]:
    token: dict[str, Any]
    if item.kind == "row":
        return {"ENT_TYPE": _ROW, "OP": "*"}
    if item.kind == "gap":
        token = {"TAG": {"NOT_IN": _GAP_STOPS}, "ORTH": {"NOT_IN": sorted(cues.clause["stand_in"])}}
        if item.nominal:
            token["LEMMA"] = {"NOT_IN": _PHRASE_STOPS}
        token["OP"] = f"{{0,{item.limit}}}"
        return token
    if item.kind == "slot":
        token = {"TAG": {"IN": sorted(item.types)}}
        if item.holding:
            token["ORTH"] = {"REGEX": "|".join(map(re.escape, sorted(item.holding)))}
    else:
        token = {"ORTH": {"IN": sorted(item.words)}}
    if item.optional:
        token["OP"] = "?"
    return token

"""A sentence as chunks: what rules are matched against.

In: the spaCy tokens of one sentence, its mentions with their entities, and the words rules ask for.
Out: a list of :class:`Chunk`. Done here once, so that no rule has to say it:

- a mention is one chunk, with the quotes or 《》 that hug it;
- coordinated names (A、B和C, A、B等46家企业) are one chunk with several members, and the stated count;
- coordinated titles are one chunk; an organisation with its titles is a ``POST`` chunk, and posts in a
  row (甲院院长、乙系教授) are one, a later bare title taking the organisation before it;
- 公司, 该区, 他 stand for what the discourse says they mean;
- brackets are set apart (:attr:`Sentence.brackets`), so that they do not come between a subject and its verb;
- words quoted at length are one ``QUOTE`` chunk, and what they say is set apart too
  (:attr:`Sentence.quotes`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from kg.chunk import NOMINAL, Chunk, Member, Post
from kg.completion import complete
from kg.context_cues import Cues
from kg.document import Span
from kg.entities import Resolution, name_of
from kg.gazetteer import gazetteer
from kg.mentions.titles import LOCAL_BODY
from kg.model import Entity, Mention, MentionType
from kg.rows import (
    CONJUNCTIONS,
    EMPLOYERS,
    PLACES,
    join_titles,
    nested_places,
    rows_of_people,
    share_holder,
    without_courtesies,
)
from kg.spans import MentionIndex, outermost, trimmed

_LISTABLE = PLACES | {"PERSON", "INDUSTRY", "PRODUCT", "EVENT", "DOCUMENT", "POLICY"}
_SPREAD = frozenset({MentionType.ORG, MentionType.PARK, MentionType.FACILITY})
_SHORTEST_MADE = 4
_COMMAS = frozenset("、")
_NEGATIONS = frozenset({"不", "未", "不再", "并未", "没有", "没", "从未"})
#: What may stand between a body and a title and is part of neither.
_PRESENT = frozenset({"的", "现任", "新任", "新晋", "现"})
_OPEN, _CLOSE = "（([【〔", "）)]】〕"
_QUOTES = {"“": "”", "《": "》", "「": "」", "‘": "’", '"': '"', "〈": "〉"}
#: Rules know the marks of Chinese print; many pages write the half-width ones.
_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
#: Letters, digits and signs that belong to one word, wherever the tokenizer has cut them.
_RUN = re.compile(r"[\w.%+*<>#&/~=@$^|-]+", re.ASCII)
_PUNCTUATION = frozenset("，。；：！？、,;:!?…—\n\t 　")
#: 甲、乙、丙三省: the words that sum a list up.
SUM = re.compile(
    r"[两二三四五六七八九十]+(?:省区|省|市|县|区县|区|地|国|家|人|方|者|州|校|企|行|镇|村|部门|单位|公司|家公司|家企业)"
)


class Referents(Protocol):
    """What a discourse says that 公司 or 他 means here."""

    def referents(self, word: str, before: Sequence[Chunk]) -> tuple[Entity, ...]:
        """Return the entities that an anaphoric word stands for; empty where nothing fits."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The chunks of a sentence, of each bracket in it with the chunk it explains, and of each quotation."""

    span: Span
    text: str
    chunks: tuple[Chunk, ...]
    brackets: tuple[tuple[Chunk | None, tuple[Chunk, ...]], ...] = ()
    quotes: tuple[tuple[Chunk, tuple[Chunk, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a body that common words name (甲银行计划财务部), and the body."""

    entity: Entity
    whole: Entity
    span: Span


class Chunker:
    """Makes the chunks of the sentences of one document."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        mentions: Iterable[Mention],
        resolution: Resolution,
        words: frozenset[str],
        cues: Cues,
    ) -> None:
        """Prepare a document; ``words`` are those that rules ask for, one chunk each."""
        self.doc = doc
        self.text = text
        self.resolution = resolution
        self.cues = words
        self.tables = cues
        self.made: dict[str, Entity] = {}
        self.parts: dict[str, Part] = {}
        self.former = cues.clause["former_post"]
        self.stakes = tuple(sorted(cues.title["holds_stake"]))
        self.deals = tuple(sorted(cues.metric["stock"], key=len, reverse=True))
        self.longest_cue = max((len(c) for c in self.cues), default=0)
        self.anaphors = cues.anaphora
        self.mentions = MentionIndex(mentions)
        self.by_start = {m.span.start: m for m in self.mentions.outer}
        self.amounts = {a.span.start: a for a in doc._.amounts}

    def sentence(self, sent: TokenSpan, referents: Referents) -> Sentence:
        """Return the chunks of one sentence; anaphors are resolved by ``referents``."""
        span = trimmed(Span(sent.start_char, sent.end_char), self.text)
        tokens = [(t.idx, t.idx + len(t.text), t.tag_) for t in sent]
        atoms = self.atoms(tokens)
        main, brackets = _split_brackets(atoms)
        main, quotes = self._split_quotes(main)
        chunks = self.shape(main, referents)
        aside = tuple(
            (_chunk_before(chunks, inner[0].span.start), tuple(self.shape(inner, referents)))
            for inner in brackets
            if inner
        )
        said = tuple((quote, tuple(self.shape(inner, referents))) for quote, inner in quotes)
        return Sentence(span, span.of(self.text), tuple(chunks), aside, said)

    def _split_quotes(self, atoms: Sequence[Chunk]) -> tuple[list[Chunk], list[tuple[Chunk, list[Chunk]]]]:
        """Set quotations apart: “…” of some length, also one that began in or goes on beyond the sentence."""
        marks = [(i, a.text) for i, a in enumerate(atoms) if a.kind == "P" and a.text in "“”"]
        ranges: list[tuple[int, int]] = []
        open_at = -1 if marks and marks[0][1] == "”" else None
        for i, mark in marks:
            if mark == "“":
                open_at = i if open_at is None else open_at
            elif open_at is not None:
                ranges.append((open_at, i))
                open_at = None
        if open_at is not None:
            ranges.append((open_at, len(atoms)))
        main: list[Chunk] = []
        quotes: list[tuple[Chunk, list[Chunk]]] = []
        done = 0
        for a, b in ranges:
            inner = list(atoms[a + 1 : b])
            if not inner or not _is_speech(inner, a < 0 or b == len(atoms)):
                continue
            main.extend(atoms[done : max(a, done)])
            start = inner[0].span.start
            if a < 0:
                start = max(self.text.rfind("“", 0, start) + 1, self.text.rfind("\n", 0, start) + 1)
            span = Span(start, inner[-1].span.end)
            quote = Chunk(span, "QUOTE", span.of(self.text))
            main.append(quote)
            quotes.append((quote, inner))
            done = b + 1
        main.extend(atoms[done:])
        return main, quotes

    def inside(self, mention: Mention, referents: Referents) -> Sentence:
        """Return the chunks inside a long name, made from the names nested in it."""
        nested = outermost(self.mentions.inside(mention.span))
        tokens = [
            (t.idx, t.idx + len(t.text), t.tag_)
            for t in self.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand") or ()
        ]
        atoms = self.atoms(tokens, {m.span.start: m for m in nested})
        return Sentence(mention.span, mention.span.of(self.text), tuple(self.shape(atoms, referents)))

    def atoms(
        self, tokens: Sequence[tuple[int, int, str]], by_start: Mapping[int, Mention] | None = None
    ) -> list[Chunk]:
        """Return mentions, cues, words and punctuation as they follow each other."""
        starts = self.by_start if by_start is None else by_start
        atoms: list[Chunk] = []
        i = 0
        while i < len(tokens):
            start, end, tag = tokens[i]
            mention = starts.get(start)
            if mention is not None and mention.span.end <= tokens[-1][1]:
                atoms.extend(self._mention(mention))
                while i < len(tokens) and tokens[i][0] < mention.span.end:
                    i += 1
                continue
            known = self._known_at(tokens, i, starts)
            if known is not None:
                atoms.append(known)
                while i < len(tokens) and tokens[i][0] < known.span.end:
                    i += 1
                continue
            word = self.text[start:end]
            j = self._cue_end(tokens, i, starts)
            if j > i + 1:
                last = tokens[j - 1]
                whole = self.text[start : last[1]]
                noun = whole in self.tables.metric["term"]
                atoms.append(Chunk(Span(start, last[1]), "W", whole, "n" if noun else last[2]))
                i = j
                continue
            if (
                not word.strip()
                or word in _PUNCTUATION
                or all(c in "，。；：！？、,;:!?…—“”‘’《》（）()【】 　\n" for c in word)
            ):
                atoms.extend(
                    Chunk(Span(start + k, start + k + 1), "P", _WIDE.get(c, c))
                    for k, c in enumerate(word)
                    if c.strip()
                )
            else:
                atoms.extend(self._word(start, end, tag))
            i += 1
        return _hug(_whole_runs(atoms, self.text))

    def _known_at(
        self, tokens: Sequence[tuple[int, int, str]], i: int, starts: Mapping[int, Mention]
    ) -> Chunk | None:
        """Return the chunk of a name that only an earlier list or verb gave away, where it stands again."""
        start = tokens[i][0]
        for name, entity in self.made.items():
            if (
                entity.type not in _SPREAD
                or len(name) < _SHORTEST_MADE
                or not self.text.startswith(name, start)
            ):
                continue
            span = Span(start, start + len(name))
            covered = [t for t in tokens[i:] if t[0] < span.end]
            if covered[-1][1] == span.end and not any(t[0] in starts for t in covered):
                return Chunk(span, entity.type.value, name, members=(Member(entity, span),))
        return None

    def _word(self, start: int, end: int, tag: str) -> list[Chunk]:
        """Return the chunk of a word; two where the model ran a deal in stock into a name (交易系统|增持)."""
        word = self.text[start:end]
        if tag == "ORG" and word.startswith("为") and word[1:] in {"", *self.anaphors}:  # 选举某某|为公司
            rest = [Chunk(Span(start + 1, end), "W", word[1:], "n")] if word[1:] else []
            return [Chunk(Span(start, start + 1), "W", "为", "v"), *rest]
        deal = next((d for d in self.deals if word.endswith(d) and word != d), "") if tag == "ORG" else ""
        cut = end - len(deal)
        head = [Chunk(Span(start, cut), "W", self.text[start:cut], tag)]
        return [*head, Chunk(Span(cut, end), "W", deal, "v")] if deal else head

    def _mention(self, mention: Mention) -> list[Chunk]:
        """Return the chunk of a mention; a title that names its body (中国工程院院士) is two."""
        entity = self.resolution.of(mention)
        members = (Member(entity, mention.span),) if entity else ()
        valued = mention.type in {MentionType.AMOUNT, MentionType.DATE}
        text = mention.span.of(self.text) if valued else name_of(mention, self.text)
        kind = entity.type.value if entity else mention.type.value
        if mention.type is MentionType.TITLE and text.endswith(self.stakes):
            return [Chunk(mention.span, "W", text, "n")]  # 控股股东 is no post: rules read it as a word
        cut = self._body_end(mention) if mention.type is MentionType.TITLE else 0
        local = LOCAL_BODY.match(text) if mention.type is MentionType.TITLE else None
        if local is not None and len(text) - local.end() > 1:
            head = Span(mention.span.start, mention.span.start + local.end())
            rest = Span(head.end, mention.span.end)
            return [Chunk(head, "W", local[0], "n"), Chunk(rest, "TITLE", rest.of(self.text))]
        if cut:
            head = Span(mention.span.start, mention.span.start + cut)
            body = self.make(text[:cut], MentionType.ORG, head)
            rest = Span(head.end, mention.span.end)
            return [
                Chunk(head, "ORG", text[:cut], members=(Member(body, head),)),
                Chunk(rest, "TITLE", text[cut:]),
            ]
        count = self.amounts.get(mention.span.start) if mention.type is MentionType.AMOUNT else None
        return [Chunk(mention.span, kind, text, members=members, mention=mention, count=count)]

    def _body_end(self, mention: Mention) -> int:
        """Return how long the name of a body is that a title begins with, or 0."""
        words = mention.span.of(self.text)
        for cut in range(len(words) - 2, 2, -1):
            if any(e.sure and e.type is MentionType.ORG for e in gazetteer().lookup(words[:cut])):
                return cut
        return 0

    def _cue_end(self, tokens: Sequence[tuple[int, int, str]], i: int, starts: Mapping[int, Mention]) -> int:
        best, start = i + 1, tokens[i][0]
        for j in range(i + 1, min(i + 5, len(tokens)) + 1):
            end = tokens[j - 1][1]
            if end - start > self.longest_cue or (j > i + 1 and tokens[j - 1][0] in starts):
                break
            if self.text[start:end] in self.cues:
                best = j
        if (
            best > i + 1
            and tokens[i][2] == "d"
            and self.text[start : tokens[i][1]] not in _NEGATIONS
            and self.text[start : tokens[best - 1][1]] not in self.tables.clause["valued"]  # 又称
            and self.text[tokens[i][1] : tokens[best - 1][1]] in self.cues
        ):
            return i + 1  # 还透露: the adverb stays apart, so that rules find the verb
        return best

    def shape(self, atoms: Sequence[Chunk], referents: Referents) -> list[Chunk]:
        """Resolve anaphors, then join titles, lists and posts."""
        chunks = self._resolved(atoms, referents)
        placed = nested_places(without_courtesies(chunks, self.tables.title["honorific"]), self.text)
        # Once more: 会议 may mean the meeting that only its verb has told to be one.
        named = self._resolved(complete(placed, self.text, self.tables, self.make), referents)
        return rows_of_people(self._posts(self._lists(join_titles(self._schools(named), self.text))))

    def _schools(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Name the department of a school that common words name: 毕业于|甲大学|会计系."""
        out: list[Chunk] = []
        for i, chunk in enumerate(chunks):
            last = out[-1] if out else None
            named = (
                last is not None
                and last.kind == "ORG"
                and len(last.members) == 1
                and not last.members[0].anaphor
            )
            department = chunk.kind == "W" and _DEPARTMENT.fullmatch(chunk.text) is not None
            titled = i + 1 < len(chunks) and chunks[i + 1].kind == "TITLE"
            if not (named and department and last is not None and _SCHOOL.search(last.text)) or titled:
                out.append(chunk)
                continue
            member = self._part(last.members[0], chunk.span)
            out[-1] = replace(
                last, span=member.span, text=member.span.of(self.text), members=(member,), mention=None
            )
        return out

    def _resolved(self, atoms: Sequence[Chunk], referents: Referents) -> list[Chunk]:
        """Give the words that stand for something the things that they mean."""
        chunks: list[Chunk] = []
        for i, atom in enumerate(atoms):
            if atom.kind == "W" and atom.text in self.anaphors and _stands_alone(atoms, i):
                meant = referents.referents(atom.text, chunks)
                if meant:
                    members = tuple(Member(entity, atom.span, True) for entity in meant)
                    atom = Chunk(atom.span, meant[0].type.value, atom.text, atom.tag, members)
            chunks.append(atom)
        return chunks

    def make(self, name: str, kind: MentionType, span: Span, *aliases: str) -> Entity:
        """Return the entity called ``name``; it is made at first use where no mention names it."""
        known = self.resolution.named(name)
        if known is None:
            known = self.made.setdefault(name, Entity(name, name, kind, aliases, (span,)))
        return known

    def _lists(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Join coordinated names into one chunk and take in 等46家企业 behind them."""
        out: list[Chunk] = []
        i = 0
        while i < len(chunks):
            chunk = chunks[i]
            if chunk.kind not in _LISTABLE or not chunk.members:
                out.append(chunk)
                i += 1
                continue
            members, last, j = list(chunk.members), chunk, i + 1
            while (k := self._next_item(chunks, j)) and _alike(chunk, chunks[k]):
                if k > j and (
                    (chunks[j].text != "、" and _is_clause_with(chunks, j))
                    or _has_own_relative(chunks, k)
                    or _only_places(chunk, chunks, k)
                    or (j > i + 1 and _opens_party(chunks, j, k, last))
                ):
                    break
                members.extend(chunks[k].members)
                last, j = chunks[k], k + 1
            joined = chunk
            if j > i + 1:
                span = Span(chunk.span.start, last.span.end)
                joined = replace(
                    chunk,
                    span=span,
                    text=span.of(self.text),
                    members=tuple(members),
                    mention=None,
                    listed=True,
                )
            joined, j = self._tail(chunks, joined, j)
            out.append(joined)
            i = j
        return out

    def _next_item(self, chunks: Sequence[Chunk], j: int) -> int:
        """Return where the next name of a list that goes on at ``j`` stands (behind 、; “甲”“乙”), else 0."""
        if j + 1 < len(chunks) and chunks[j].text in CONJUNCTIONS:
            return j + 1
        hugged = j < len(chunks) and self.text[chunks[j].span.start] in "“《"
        return j if hugged and self.text[chunks[j - 1].span.end - 1] in "”》" else 0

    def _tail(self, chunks: Sequence[Chunk], joined: Chunk, j: int) -> tuple[Chunk, int]:
        """Take 等, a stated count and the head noun into a list: A、B等46家国家高新区, A、B等企业46家."""
        k = j
        named = k < len(chunks) and chunks[k].text in {"等", "等等"}
        if named:
            k += 1
        count = None
        for last in range(k, min(k + 2, len(chunks)) if named or len(joined.members) > 1 else k):
            if SUM.fullmatch(self.text[chunks[k].span.start : chunks[last].span.end]):
                behind = chunks[last + 1].text if last + 1 < len(chunks) else ""
                last += chunks[last].text[-1] == "家" and behind.endswith(("公司", "企业"))
                span = Span(joined.span.start, chunks[last].span.end)
                return replace(joined, span=span, text=span.of(self.text)), last + 1
        if k < len(chunks) and chunks[k].kind == "AMOUNT" and (named or len(joined.members) > 1):
            count = chunks[k].count
            if not named and (count is None or count.value != len(joined.members)):
                return joined, j
            k += 1
        if not named and count is None:
            return joined, j
        head_start = k
        while k < len(chunks) and k - head_start < 5 and self._in_head(chunks[k]):
            k += 1
        end = chunks[k - 1].span.end
        head = self.text[chunks[head_start].span.start : end] if k > head_start else ""
        if head and count is None and k < len(chunks) and chunks[k].kind == "AMOUNT":
            stated = chunks[k].count
            if stated is not None and stated.unit in self.tables.metric["counter"]:
                count, end, k = stated, chunks[k].span.end, k + 1  # 等规模以上企业217家
        span = Span(joined.span.start, end)
        return replace(joined, span=span, text=span.of(self.text), count=count, head=head, listed=True), k

    def _in_head(self, chunk: Chunk) -> bool:
        """Tell whether a chunk belongs to the common noun of a list (等46家国家高新区)."""
        if chunk.kind == "W":
            nominal = chunk.tag in {"n", "nz", "vn", "an", "a", "b", "LOC", "q"}
            acts = chunk.text in self.cues and (chunk.tag == "vn" or chunk.text.endswith("合作"))
            return nominal and chunk.text != "等" and not acts
        kinds = {"INDUSTRY", "GROUP", "FACILITY", "PRODUCT", "POLICY", "PARK"}
        return chunk.kind in kinds and not chunk.listed

    def _posts(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Join an organisation with the titles behind it, and posts in a row."""
        out: list[Chunk] = []
        i = 0
        while i < len(chunks):
            post, j = self._post(chunks, i)
            if post is None:
                out.append(chunks[i])
                i += 1
                continue
            this = bool(out) and out[-1].text == "该"  # 该|区管委会主任
            posts, start = list(post), (out.pop() if this else chunks[i]).span.start
            in_row = i > 0 and chunks[i - 1].text in self.tables.title["told_in_row"]
            in_row = in_row or self._of_kin(chunks, i)
            while j + 1 < len(chunks) and chunks[j].text in {"、", "兼", "和", "及", "，", "以及", "兼任"}:
                more, k = self._post(chunks, j + 1)
                if more is None or (chunks[j].text == "，" and in_row == _person_follows(chunks, k)):
                    break
                posts.extend(more)
                j = k
            span = Span(start, chunks[j - 1].span.end)
            out.append(Chunk(span, "POST", span.of(self.text), posts=self._held_above(share_holder(posts))))
            i = j
        return out

    def _of_kin(self, chunks: Sequence[Chunk], i: int) -> bool:
        """Tell whether the firm at ``i`` is another's kin, behind a verb: 调任|控股股东|甲公司."""
        return i > 1 and chunks[i - 1].text in self.tables.speech["holder"] and chunks[i - 2].tag == "v"

    def _post(self, chunks: Sequence[Chunk], i: int) -> tuple[list[Post] | None, int]:
        former = False
        if (
            chunks[i].text in self.former
            and i + 1 < len(chunks)
            and not (i and chunks[i - 1].kind == "PERSON")
        ):
            former, i = True, i + 1
        holders: tuple[Member | None, ...] = (None,)
        label_start = None
        unit: Span | None = None
        j = i
        unit_end = self._unit_end(chunks, i)
        if unit_end > i:
            unit, j = Span(chunks[i].span.start, chunks[unit_end - 1].span.end), unit_end
        elif chunks[j].kind in EMPLOYERS and chunks[j].members and not chunks[j].head:
            last = chunks[j].members[-1]
            summed = chunks[j].span.end > last.span.end  # 甲、乙两家上市公司|独立董事
            holders = (last,) if chunks[j].listed and not summed else chunks[j].members
            j += 1
            if j < len(chunks) and chunks[j].text in self.former | _PRESENT:
                former, j = former or chunks[j].text in self.former, j + 1
            k = j
            while k < len(chunks) and k - j < 3 and _in_label(chunks[k]):
                k += 1
            if k > j and k < len(chunks) and chunks[k].kind == "TITLE":
                if k == j + 1 and LOCAL_BODY.fullmatch(chunks[j].text):
                    unit = chunks[j].span  # 某区的|市人大|代表
                else:
                    label_start = chunks[j].span.start
                j = k
        if j >= len(chunks) or chunks[j].kind != "TITLE":
            return None, i
        titles = chunks[j].posts
        china = label_start is not None and _IN_CHINA.match(self.text, label_start) is not None
        if china and label_start is not None and holders[0] is not None:
            holders, label_start = (self._in_china(holders[0], label_start),), label_start + 2
            if label_start == titles[0].span.start:
                label_start = None
        if label_start is not None and holders[0] is not None:
            part = Span(label_start, titles[0].span.start)
            if _PART.search(part.of(self.text)):
                holders, label_start = tuple(self._part(h, part) for h in holders if h), None
        if label_start is not None:
            first = titles[0]
            if self.text[label_start] in "原前" and first.span.start > label_start + 1:
                former, label_start = True, label_start + 1
            span = Span(label_start, first.span.end)
            titles = (Post(None, span.of(self.text), span), *titles[1:])
        posts = [replace(t, holder=h, former=former, unit=unit) for h in holders for t in titles]
        return posts, j + 1

    def _held_above(self, posts: Sequence[Post]) -> tuple[Post, ...]:
        """Give an office of the whole firm to the firm: 甲公司财务部经理、财务总监."""
        out: list[Post] = []
        for post in posts:
            holder = post.holder
            part = self.parts.get(holder.entity.id) if holder is not None else None
            if part is not None and holder is not None and out and WHOLE_OFFICE.fullmatch(post.title):
                post = replace(post, holder=Member(part.whole, holder.span, holder.anaphor))
            out.append(post)
        return tuple(out)

    def _in_china(self, firm: Member, start: int) -> Member:
        """Return the company that a firm has in China: 毕马威|中国|税务合伙人."""
        span = Span(firm.span.start, start + 2)
        return Member(self.make(span.of(self.text), MentionType.ORG, span), span)

    def _part(self, whole: Member, part: Span) -> Member:
        """Return the part of a body that common words name: 甲银行|计划财务部|总经理, 该校|机械学院|院长."""
        span = Span(whole.span.start, part.end)
        name = whole.entity.name + part.of(self.text)
        made = self.make(name, MentionType.ORG, span)
        self.parts.setdefault(made.id, Part(made, whole.entity, span))
        return Member(made, span, whole.anaphor)

    def _unit_end(self, chunks: Sequence[Chunk], i: int) -> int:
        """Return where a unit named by a common word ends (研究生院|院长), or ``i`` if none begins here."""
        k = i
        if chunks[k].kind == "ORG" and len(chunks[k].members) == 1 and self._is_unit(chunks[k]):
            k += 1
        else:
            while k < len(chunks) and k - i < 3 and chunks[k].kind == "W" and chunks[k].tag in NOMINAL:
                k += 1
            if k == i or not UNIT.search(chunks[k - 1].text):
                return i
        return k if k < len(chunks) and chunks[k].kind == "TITLE" else i

    def _is_unit(self, chunk: Chunk) -> bool:
        """Tell whether an organisation's name is a common word that needs the organisation it is part of."""
        known = any(entry.sure for entry in gazetteer().lookup(chunk.text))  # 中国科学院
        return not known and not self.mentions.inside(chunk.span) and bool(RELATIVE.fullmatch(chunk.text))


_IN_CHINA = re.compile("中国(?!区)")
#: What the name of a part of a body ends in, for sure.
_PART = re.compile(
    r"..(?:学院|研究院|研究所|事业部|委员会|办公室|营业部|工作室|实验室|[一-龥]司|[一-龥]局|中心|系|分行|支行|分公司)$|"
    r"[一-龥]{2}(?<!高级)(?<!各大)(?:部|处|系)$|"
    r"[一-龥](?<![本专学全理文百])科$|[一-龥]{2}(?:车间|分厂|病区|调度室|检验室|门诊部)$"
)
#: Offices that no part of a firm has.
WHOLE_OFFICE = re.compile(
    r"(?:执行|常务|高级|独立|非独立|非执行)?(?:副?董事长|董事|副?总裁|(?:副|总)(?:经理|工程师|会计师|经济师)|副总(?:经理|工程师|会计师|经济师)|监事|"
    r"董事会秘书|财务(?:总监|负责人)|首席[一-龥]{1,4}官|副?行长|副?厂长|副?矿长|副?校长|副?院长|监事会主席)"
)
_SCHOOL = re.compile("(?:大学|学院)$")
_DEPARTMENT = re.compile("[一-龥]{2,8}系(?<!关系)(?<!体系)")
#: What the name of a unit ends in.
UNIT = re.compile(
    r"(?:院|部|局|委|会|所|室|中心|处|办|科|系|厅|政协|人大|政府|公司|研究组|团队|支部|工会|党组)$"
)
#: Names of organisations that every city, school or company has one of.
RELATIVE = re.compile(
    r"(?:[省市县区州旗]|自治区)?(?:委|政府|政协|人大常委会|人大|纪委|管委会|党工委|工委|公安局|财政局|教育局|公安厅|法院|检察院|"
    r"[一-龥]{2,6}(?:学院|学系)|研究生院|研究院|研究所|[一-龥]{1,6}(?:办公室|委员会|事业部|管理处|党委|团委|科)|"
    r"(?:国际|市场|财务)?(?:审计|财务|市场|销售|合规|信贷|业务|研究|组织|宣传|统战|人事|人力资源|法务|法律|技术|工程|"
    r"生产|投资|投行|资管|采购|运营|品牌|公关|信息|发展|战略|规划|教务|后勤|编辑|新闻|政治)部)"
)


def _whole_runs(atoms: Sequence[Chunk], text: str) -> list[Chunk]:
    """Join letters, digits and signs without a blank between them: a gap counts words, not their pieces."""
    out: list[Chunk] = []
    for atom in atoms:
        last = out[-1] if out else None
        adjacent = last is not None and last.kind == atom.kind == "W" and last.span.end == atom.span.start
        if last is not None and adjacent and _RUN.fullmatch(last.text) and _RUN.fullmatch(atom.text):
            span = Span(last.span.start, atom.span.end)
            out[-1] = Chunk(span, "W", span.of(text), "m")
        else:
            out.append(atom)
    return out


def _hug(atoms: Sequence[Chunk]) -> list[Chunk]:
    """Take the quotes or 《》 that hug a single mention into its chunk."""
    out: list[Chunk] = []
    i = 0
    while i < len(atoms):
        if (
            i + 2 < len(atoms)
            and atoms[i].text in _QUOTES
            and atoms[i + 1].mention is not None
            and atoms[i + 2].text == _QUOTES[atoms[i].text]
        ):
            out.append(replace(atoms[i + 1], span=Span(atoms[i].span.start, atoms[i + 2].span.end)))
            i += 3
        else:
            out.append(atoms[i])
            i += 1
    return out


def _split_brackets(atoms: Sequence[Chunk]) -> tuple[list[Chunk], list[list[Chunk]]]:
    main: list[Chunk] = []
    brackets: list[list[Chunk]] = []
    open_at: int | None = None
    for i, atom in enumerate(atoms):
        if atom.kind == "P" and atom.text in _OPEN and open_at is None and _closes(atoms, i):
            open_at = i
            brackets.append([])
        elif atom.kind == "P" and atom.text in _CLOSE and open_at is not None:
            open_at = None
        elif open_at is not None:
            brackets[-1].append(atom)
        else:
            main.append(atom)
    return main, brackets


def _is_speech(inner: Sequence[Chunk], torn: bool) -> bool:
    """Tell whether quoted words are speech and not a name or a term."""
    length = inner[-1].span.end - inner[0].span.start
    if len(inner) == 1 and inner[0].members:
        return False
    return torn or length >= 14 or (length >= 6 and any(c.boundary for c in inner))


def _closes(atoms: Sequence[Chunk], i: int) -> bool:
    return any(a.kind == "P" and a.text in _CLOSE for a in atoms[i + 1 : i + 60])


def _chunk_before(chunks: Sequence[Chunk], position: int) -> Chunk | None:
    """Return what a bracket at ``position`` stands behind; inside a list, the one name before it."""
    for chunk in chunks:
        named = [m for m in chunk.members if m.span.end <= position]
        if named and chunk.span.start < position < chunk.span.end:
            return replace(chunk, members=tuple(named[-1:]), listed=False)
    before = [c for c in chunks if c.span.end <= position and c.kind != "P"]
    return before[-1] if before else None


def _stands_alone(atoms: Sequence[Chunk], i: int) -> bool:
    """Tell whether 公司 at ``i`` is a word by itself and not the head of 上市公司."""
    if i == 0:
        return True
    before = atoms[i - 1]
    if before.text in {"下届", "上届", "下一届", "上一届", "历届", "各"}:
        return False
    return before.kind in {"P", "DATE", "QUOTE"} or before.tag in {
        "p",
        "c",
        "d",
        "r",
        "t",
        "TIME",
        "v",
        "u",
        "w",
        "xc",
        "f",
    }


def _in_label(chunk: Chunk) -> bool:
    """Tell whether a chunk can stand between a body and a title: 非银|首席, 大中华区|总裁."""
    if chunk.kind == "W":
        return chunk.tag in NOMINAL
    return chunk.kind in {"PLACE", "INDUSTRY"} and not chunk.listed


def _person_follows(chunks: Sequence[Chunk], k: int) -> bool:
    return k < len(chunks) and chunks[k].kind == "PERSON"


def _alike(a: Chunk, b: Chunk) -> bool:
    if not b.members or any(m.anaphor for m in b.members):
        return False
    return a.kind == b.kind or (a.kind in PLACES and b.kind in PLACES)


def _is_clause_with(chunks: Sequence[Chunk], j: int) -> bool:
    """Tell whether 与 at ``j`` opens a phrase of its own (与B的X) rather than joining two names."""
    behind = chunks[j + 2] if j + 2 < len(chunks) else None
    return (
        behind is not None
        and (behind.text == "的" or behind.kind == "TITLE")
        and chunks[j].text in {"与", "同", "跟"}
    )


def _opens_party(chunks: Sequence[Chunk], j: int, k: int, last: Chunk) -> bool:
    """Tell whether 与 at ``j`` sets a list of its own against the one before: 甲区、乙区|与|丙市、丁市."""
    kinds = {last.kind, chunks[k].kind}
    return chunks[j].text in {"与", "同", "跟"} and "PLACE" in kinds and len(kinds) > 1


def _only_places(first: Chunk, chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether the place at ``k`` tells where the next firm of a list is: 甲寿险、天津的|乙寿险."""
    behind = chunks[k + 1 : k + 3]
    return (
        chunks[k].kind == "PLACE"
        and first.kind in {"ORG", "FACILITY"}
        and len(behind) > 1
        and behind[0].text == "的"
        and behind[1].kind in {"ORG", "FACILITY"}
    )


def _has_own_relative(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether the name at ``k`` opens a description of another one: 乙控股的丙, 乙旗下丙."""
    following = chunks[k + 1 : k + 4]
    if len(following) < 2 or following[0].kind != "W":
        return False
    if following[0].text in {"旗下", "所属", "下属", "控股", "参股", "持股"}:
        return bool(following[1].members) or (
            len(following) > 2 and following[1].text == "的" and bool(following[2].members)
        )
    together = following[0].text.startswith(("共", "合", "联"))  # 甲与乙|共建|的丙: both did
    return (
        len(following) > 2
        and following[0].tag == "v"
        and not together
        and following[1].text == "的"
        and bool(following[2].members)
    )

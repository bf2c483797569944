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
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from kg.asides import chunk_before, split_brackets, split_quotes
from kg.card import with_copulas
from kg.chunk import Chunk, Member
from kg.completion import complete
from kg.context_cues import Cues
from kg.coordination import join_lists
from kg.document import Span
from kg.entities import Resolution, name_of
from kg.gazetteer import gazetteer
from kg.mentions.titles import LOCAL_BODY
from kg.model import Entity, Mention, MentionType
from kg.offices import TitleJoiner
from kg.rows import (
    join_titles,
    nested_places,
    rows_of_parties,
    rows_of_people,
    with_age_groups,
    with_common_title,
    with_counted_nouns,
    without_courtesies,
)
from kg.spans import MentionIndex, outermost, trimmed

_SPREAD = frozenset({MentionType.ORG, MentionType.PARK, MentionType.FACILITY})
_SHORTEST_MADE = 4
#: What the model may have run into the word behind it.
_SERVES_AS = re.compile("为|委任|获委任|起?任|现任|曾任|历任|兼任|担任|加入|进入|就职于")
#: Whoever the text is about calls itself so, the same all through a sentence.
_SELF = frozenset({"公司", "本公司"})
_OWNED = ("所属", "下属", "直属")
#: Tags of words that the model took for more than a word, and that are no mention in the end.
_UNREAD = frozenset({"ORG", "LOC", "m"})
#: What is dealt in, at the end of a word that the model has run the deed into: 质押|股份.
_STOCK = ("股份", "股票", "股权")
#: Several just named with what they do together, which the model has run into one.
_PARTIES_DO = re.compile("([双两三四各][方地校市县省家])(?:共建|合建|组建|共创|签约|商定)")
#: An office with the word behind it, which the model has run into one.
_OFFICES_BY = frozenset({"一职由", "职由", "职务由", "职位由", "之职由"})
_PLEDGES = frozenset(stock + "质押" for stock in _STOCK)
#: Zones that a verb before them tells to be new.
_BUILT_ANEW = frozenset(
    {"开发区", "产业园", "工业园", "合作区", "试验区", "保税区", "示范园", "软件园", "物流园", "科技园"}
)
#: What papers do.
_TELLS = frozenset({"提出", "明确", "要求", "指出", "规定", "强调", "明确提出"})
_NEGATIONS = frozenset({"不", "未", "不再", "并未", "没有", "没", "从未"})


_QUOTES = {"“": "”", "《": "》", "「": "」", "‘": "’", '"': '"', "〈": "〉"}
#: Rules know the marks of Chinese print; many pages write the half-width ones.
_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
#: Letters, digits and signs that belong to one word, wherever the tokenizer has cut them.
_RUN = re.compile(r"[\w.%+*<>#&/~=@$^|-]+", re.ASCII)
#: Words of the trade that LAC cuts, by their halves, with their tags: 中|标价, 按|年.
_REJOINED = {
    ("中", "标价"): "n",
    ("主营", "业务"): "n",
    ("限售", "条件"): "n",
    ("按", "年"): "vd",
    ("按", "季"): "vd",
    ("按", "月"): "vd",
    **{(deed, "主体"): "n" for deed in ("减持", "增持", "转让", "收购", "认购", "质押")},
}
_ALLIES = "其一致行动人"
#: A round in which a young firm is financed.
_ROUND = re.compile(
    r"(?:(?:Pre-?)?(?:[A-Z][0-9]?|IPO)|天使|种子)(?:[+＋]*轮[+＋]*|(?<=[使子])[+＋]+)", re.IGNORECASE
)
#: How long the halves of a headline are at least, in characters, and what ends a sentence that is none.
_HEADING = 5
_ENDS = frozenset("。；")
_BLANK = re.compile("[^A-Za-z0-9][ \u3000]{1,2}[^A-Za-z0-9]")
_MARKS = frozenset("，。；：！？、,;:!?…—“”‘’《》（）()【】[]［］ 　\n")
_PUNCTUATION = frozenset("，。；：！？、,;:!?…—\n\t 　")


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


_HEAD = 2


@lru_cache(maxsize=32)
def _beginnings(cues: frozenset[str]) -> tuple[int, frozenset[str]]:
    """Return the length of the longest cue, and what cues longer than one character begin with."""
    return max(map(len, cues), default=0), frozenset(cue[:_HEAD] for cue in cues if len(cue) >= _HEAD)


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
        head: str = "",
    ) -> None:
        """Prepare a document; ``words`` are those that rules ask for, one chunk each.

        ``head`` is the common noun that stands for what the page is on, if it is an entry.
        """
        self.doc = doc
        self.text = text
        self.resolution = resolution
        self.cues = words | {head} if head else words
        self.tables = cues
        self.made: dict[str, Entity] = {}
        self._spread: dict[str, list[tuple[str, Entity]]] = {}  # those that may stand again, by their front
        self.stakes = tuple(sorted(cues.title["holds_stake"]))
        self.deals = tuple(sorted(cues.metric["stock"], key=len, reverse=True))
        self.founds = tuple(sorted(cues.name["founds"], key=len, reverse=True))
        self.longest_cue, self.cue_heads = _beginnings(self.cues)
        self.anaphors = frozenset(cues.anaphora) | ({head} if head else set())
        self.mentions = MentionIndex(mentions)
        self.by_start = {m.span.start: m for m in self.mentions.outer}
        self.offices = TitleJoiner(text, cues, self.mentions, self.make)
        self.amounts = {a.span.start: a for a in doc._.amounts}

    def sentence(self, sent: TokenSpan, referents: Referents) -> Sentence:
        """Return the chunks of one sentence; anaphors are resolved by ``referents``."""
        span = trimmed(Span(sent.start_char, sent.end_char), self.text)
        tokens = [(t.idx, t.idx + len(t.text), t.tag_) for t in sent]
        atoms = self.atoms(tokens)
        main, brackets = split_brackets(atoms)
        main, quotes = split_quotes(main, self.text)
        chunks = self.shape(main, referents)
        aside = tuple(
            (chunk_before(chunks, inner[0].span.start), tuple(self.shape(inner, referents)))
            for inner in brackets
            if inner
        )
        said = tuple((quote, tuple(self.shape(inner, referents))) for quote, inner in quotes)
        return Sentence(span, span.of(self.text), tuple(chunks), aside, said)

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
                acts = _SERVES_AS.fullmatch(whole) or whole in self.tables.metric["compared"]
                tag = "v" if acts else last[2]  # 起|任, which the model took for names
                atoms.append(Chunk(Span(start, last[1]), "W", whole, "n" if noun else tag))
                i = j
                continue
            if not word.strip() or word in _PUNCTUATION or _MARKS.issuperset(word):
                atoms.extend(
                    Chunk(Span(start + k, start + k + 1), "P", _WIDE.get(c, c))
                    for k, c in enumerate(word)
                    if c.strip() and not (c == "—" == self.text[start + k - 1 : start + k])
                )
            else:
                atoms.extend(self._word(start, end, tag))
            i += 1
        return with_copulas(_hug(_whole_runs(_parted(atoms, self.text), self.text), self.cues), self.text)

    def _known_at(
        self, tokens: Sequence[tuple[int, int, str]], i: int, starts: Mapping[int, Mention]
    ) -> Chunk | None:
        """Return the chunk of a name that only an earlier list or verb gave away, where it stands again."""
        start = tokens[i][0]
        for name, entity in self._spread.get(self.text[start : start + _SHORTEST_MADE], ()):
            if not self.text.startswith(name, start):
                continue
            span = Span(start, start + len(name))
            j = bisect_left(tokens, span.end, i, key=lambda token: token[0])
            covered = tokens[i:j]
            if covered[-1][1] == span.end and not any(t[0] in starts for t in covered):
                return Chunk(span, entity.type.value, name, members=(Member(entity, span),))
        return None

    def _word(self, start: int, end: int, tag: str) -> list[Chunk]:
        """Return the chunk of a word; two where the model ran a deal in stock into a name (交易系统|增持)."""
        word = self.text[start:end]
        serves = _SERVES_AS.match(word) if tag == "ORG" else None
        if serves is not None and word[serves.end() :] in {"", *self.anaphors}:  # 选举某某|为公司, 任|本公司
            at = start + serves.end()
            rest = [Chunk(Span(at, end), "W", self.text[at:end], "n")] if at < end else []
            return [Chunk(Span(start, at), "W", serves[0], "v"), *rest]
        owned = next((o for o in _OWNED if word.startswith(o) and word != o), "") if tag == "ORG" else ""
        if owned:  # 甲部|所属信息中心
            at = start + len(owned)
            return [
                Chunk(Span(start, at), "W", owned, "v"),
                Chunk(Span(at, end), "W", self.text[at:end], "n"),
            ]
        deed = _PARTIES_DO.fullmatch(word)
        if deed is not None:  # 三方|共建
            at = start + deed.end(1)
            return [
                Chunk(Span(start, at), "W", word[: at - start], "r"),
                Chunk(Span(at, end), "W", word[at - start :], "v"),
            ]
        if word in _OFFICES_BY:  # 总裁|一职|由|某某|接任
            return [
                Chunk(Span(start, end - 1), "W", word[:-1], "n"),
                Chunk(Span(end - 1, end), "W", "由", "p"),
            ]
        found = next((f for f in self.founds if word.startswith(f)), "") if tag in _UNREAD else ""
        if found and len(word) - len(found) >= _SHORTEST_MADE:  # 与甲大学|共建|检测联合实验室
            at = start + len(found)
            return [
                Chunk(Span(start, at), "W", found, "v"),
                Chunk(Span(at, end), "W", self.text[at:end], "n"),
            ]
        if word in _PLEDGES and self.text.startswith(("给", "予"), end):  # 股票|质押|给某行
            at = end - len("质押")
            return [
                Chunk(Span(start, at), "W", self.text[start:at], "n"),
                Chunk(Span(at, end), "W", "质押", "v"),
            ]
        stock = next((s for s in _STOCK if word.endswith(s)), "") if tag in _UNREAD else ""
        if stock and word.removesuffix(stock).endswith(self.deals):  # 累计|质押|股份
            at = end - len(stock)
            return [
                Chunk(Span(start, at), "W", self.text[start:at], "v"),
                Chunk(Span(at, end), "W", stock, "n"),
            ]
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
        local = _SEATED.match(text) if mention.type is MentionType.TITLE else None
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
        if self.text[start : start + _HEAD] not in self.cue_heads:
            return best
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
            and self.text[start : tokens[best - 1][1]] not in self.tables.metric["term"]  # 净买入
            and self.text[start : tokens[best - 1][1]] not in self.tables.clause["valued"]  # 又称
            and self.text[start : tokens[best - 1][1]] not in self.tables.metric["compared"]  # 快于
            and self.text[tokens[i][1] : tokens[best - 1][1]] in self.cues
        ):
            return i + 1  # 还透露: the adverb stays apart, so that rules find the verb
        return best

    def shape(self, atoms: Sequence[Chunk], referents: Referents) -> list[Chunk]:
        """Resolve anaphors, then join titles, lists and posts."""
        chunks = self._resolved(_with_ratios(atoms), referents)
        placed = nested_places(without_courtesies(chunks, self.tables.title["honorific"]), self.text)
        placed = with_age_groups(with_counted_nouns(placed), self.text)
        # Once more: 会议 may mean the meeting that only its verb has told to be one.
        named = self._resolved(complete(placed, self.text, self.tables, self.make), referents)
        titled = join_titles(self._schools(named), self.text)
        posted = self.offices.join(join_lists(titled, self.text, self.cues, self.tables))
        return rows_of_parties(rows_of_people(with_common_title(posted, self.text)))

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
            member = self.offices.part(last.members[0], chunk.span)
            out[-1] = replace(
                last, span=member.span, text=member.span.of(self.text), members=(member,), mention=None
            )
        return out

    def _resolved(self, atoms: Sequence[Chunk], referents: Referents) -> list[Chunk]:
        """Give the words that stand for something the things that they mean."""
        chunks: list[Chunk] = []
        unknown: set[str] = set()
        for i, atom in enumerate(atoms):
            paper = f"该{atom.text}" if _tells(atoms, i) else ""  # 方案|提出
            word = paper if paper in self.anaphors else atom.text
            alone = word == paper or _stands_alone(atoms, i)
            counts = atom.kind == "AMOUNT" and (i == 0 or atoms[i - 1].kind == "P")  # 甲、乙创办丙，|两人|…
            is_word = atom.kind == "W" or counts
            if is_word and word in self.anaphors and word not in unknown and alone:
                meant = referents.referents(word, chunks)
                begins = i == 0 or atoms[i - 1].kind == "P" or atoms[i - 1].tag == "v"
                if not meant and word in _SELF and begins:
                    unknown.add(word)  # nor is it who is named between: 甲持有公司3%股份，乙持有公司2%股份
                if meant:
                    members = tuple(Member(entity, atom.span, True) for entity in meant)
                    atom = Chunk(atom.span, meant[0].type.value, atom.text, atom.tag, members)
            chunks.append(atom)
        return chunks

    def make(self, name: str, kind: MentionType, span: Span, *aliases: str) -> Entity:
        """Return the entity called ``name``; it is made at first use where no mention names it."""
        known = self.resolution.named(name)
        if known is None:
            known = self.made.get(name)
        if known is None:
            known = self.made[name] = Entity(name, name, kind, aliases, (span,))
            if kind in _SPREAD and len(name) >= _SHORTEST_MADE:
                self._spread.setdefault(name[:_SHORTEST_MADE], []).append((name, known))
        return known


#: The body of a place that a title begins with: 市委|书记, 人大|代表.
_SEATED = re.compile(LOCAL_BODY.pattern + "|(?:人大|政协)(?=代表|委员|常委)")
_SCHOOL = re.compile("(?:大学|学院)$")
_DEPARTMENT = re.compile("[一-龥]{2,8}系(?<!关系)(?<!体系)")


def _with_ratios(atoms: Sequence[Chunk]) -> list[Chunk]:
    """Read the mark of a ratio as one of a list, for it ends no clause: 按|30%|：|70%|的比例."""
    shares = [a.count is not None and a.text.endswith("%") for a in atoms]
    inside = [a.text == "：" and 0 < k < len(atoms) - 1 for k, a in enumerate(atoms)]
    return [
        Chunk(a.span, a.kind, "、") if inside[k] and shares[k - 1] and shares[k + 1] else a
        for k, a in enumerate(atoms)
    ]


def _parted(atoms: Sequence[Chunk], text: str) -> list[Chunk]:
    """Put a comma where a headline has a blank: 甲区首季开门红 六个项目投产."""
    if not atoms or any(atom.text in _ENDS for atom in atoms):
        return list(atoms)
    out = [atoms[0]]
    start, end = atoms[0].span.start, atoms[-1].span.end
    for last, atom in pairwise(atoms):
        gap = Span(last.span.end, atom.span.start)
        long = gap.start - start >= _HEADING and end - gap.end >= _HEADING
        marked = last.boundary or atom.boundary
        if long and not marked and _BLANK.match(text, gap.start - 1, gap.end + 1):
            out.append(Chunk(gap, "P", "，"))
            start = gap.end
        out.append(atom)
    return out


def _whole_runs(atoms: Sequence[Chunk], text: str) -> list[Chunk]:
    """Join letters, digits and signs without a blank between them: a gap counts words, not their pieces."""
    out: list[Chunk] = []
    for atom in atoms:
        last = out[-1] if out else None
        adjacent = last is not None and last.kind == atom.kind == "W" and last.span.end == atom.span.start
        if last is not None and adjacent and _ROUND.fullmatch(text, last.span.start, atom.span.end):
            span = Span(last.span.start, atom.span.end)
            out[-1] = Chunk(span, "W", span.of(text), "nz")
        elif last is not None and adjacent and (last.text, atom.text[:2]) in _REJOINED:
            span = Span(last.span.start, atom.span.end)
            out[-1] = Chunk(span, "W", span.of(text), _REJOINED[last.text, atom.text[:2]])
        elif last is not None and adjacent and _begins_allies(last, atom, text):
            span = Span(last.span.start, atom.span.end)
            out[-1] = Chunk(span, "W", span.of(text), "r")
        elif last is not None and adjacent and _RUN.fullmatch(last.text) and _RUN.fullmatch(atom.text):
            span = Span(last.span.start, atom.span.end)
            out[-1] = Chunk(span, "W", span.of(text), "m")
        else:
            out.append(atom)
    return out


def _begins_allies(last: Chunk, atom: Chunk, text: str) -> bool:
    """Tell whether the tokenizer has cut 其一致行动人 behind 其一, which is a word too."""
    cut = last.text.startswith("其一") and text.startswith(_ALLIES, last.span.start)
    return cut and _ALLIES.startswith(last.text + atom.text)


def _hug(atoms: Sequence[Chunk], verbs: frozenset[str]) -> list[Chunk]:
    """Take the quotes or 《》 that hug a single mention into its chunk, and those off one of ``verbs``."""
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
        elif _quoted_verb(atoms[i : i + 3]) and atoms[i + 1].text in verbs:
            out.append(atoms[i + 1])  # 甲“联手”乙
            i += 3
        else:
            out.append(atoms[i])
            i += 1
    return out


_HOLDS = frozenset({"持有", "合计持有", "直接持有", "间接持有", "增持", "减持"})


def _quoted_verb(atoms: Sequence[Chunk]) -> bool:
    """Tell whether three atoms are a verb in quotes, which says what it says without them."""
    verb = len(atoms) == 3 and atoms[1].kind == "W" and atoms[1].tag in {"v", "vd", "vn"}
    return verb and atoms[0].text in _QUOTES and atoms[2].text == _QUOTES[atoms[0].text]


def _tells(atoms: Sequence[Chunk], i: int) -> bool:
    """Tell whether a bare noun at the head of a clause tells or asks something: 方案|提出."""
    heads = i == 0 or atoms[i - 1].boundary
    return heads and i + 1 < len(atoms) and atoms[i + 1].text in _TELLS


def _stands_alone(atoms: Sequence[Chunk], i: int) -> bool:
    """Tell whether 公司 at ``i`` is a word by itself and not the head of 上市公司."""
    if i == 0:
        return True
    before = atoms[i - 1]
    if before.text in {"下届", "上届", "下一届", "上一届", "历届", "各"}:
        return False
    if atoms[i].text in _BUILT_ANEW and before.tag == "v":
        return False  # 建设|产业园
    return (
        before.kind in {"P", "DATE", "QUOTE"}
        or before.text in _HOLDS
        or before.tag
        in {
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
    )

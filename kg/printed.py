"""Facts that no sentence has to say: names, brackets and the page's markup carry them in print."""

from collections.abc import Iterator

from kg.chunks import Chunker
from kg.codes import find_codes, find_credit_codes
from kg.document import Document, Span
from kg.entities import Resolution
from kg.families import branch_ties, family_ties
from kg.model import Fact, Mention, MentionType
from kg.naming import name_ties
from kg.witness import Witness


class Printed:
    """Reads what the names of one document carry; its sentences must have been read before."""

    def __init__(
        self, document: Document, resolution: Resolution, chunker: Chunker, witness: Witness
    ) -> None:
        """Read ``document``, whose things ``resolution`` and ``chunker`` know."""
        self.document = document
        self.text = document.text
        self.resolution = resolution
        self.chunker = chunker
        self.witness = witness

    def facts(self) -> Iterator[Fact]:
        """Yield them all."""
        yield from self.names()
        yield from self.parts()
        yield from self.aliases()
        yield from self.tickers()
        yield from self.codes()

    def names(self) -> Iterator[Fact]:
        """Yield the ties that names carry: 科技部火炬中心 belongs to 科技部, 长沙高新区 lies in 长沙."""
        carried = name_ties(self.text, self.chunker.mentions, self.resolution)
        entities = self.resolution.entities
        for tie in (*carried, *family_ties(self.text, entities), *branch_ties(self.text, entities)):
            span = self.witness.sentence(tie.span)
            yield Fact(
                tie.subject,
                tie.relation,
                tie.object,
                self.witness.states(tie.rule, span, tie.span, tie.place),
                confidence=tie.confidence,
            )

    def parts(self) -> Iterator[Fact]:
        """Yield that the parts of bodies in which somebody holds a post belong to the bodies."""
        for part in self.chunker.offices.parts.values():
            span = self.witness.sentence(part.span)
            evidence = self.witness.states("name.unit", span, part.span)
            relation = "located_in" if part.whole.type is MentionType.PLACE else "part_of"
            yield Fact(part.entity, relation, part.whole, evidence, confidence=0.88)

    def aliases(self) -> Iterator[Fact]:
        """Yield the second names of things."""
        for alias in self.resolution.aliases:
            span = self.witness.sentence(alias.span)
            evidence = self.witness.states(alias.rule, span, None, alias.span)
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
            span = self.witness.sentence(mark.span)
            evidence = self.witness.states("ticker.markup", span, mark.span, mark.span)
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
                    span = self.witness.sentence(name)
                    evidence = self.witness.states(rule, span, name, code.span)
                    yield Fact(entity, relation, code.code, evidence, label=code.label, confidence=0.95)

    def stands_in_project(self, outer: Mention, span: Span) -> bool:
        """Tell whether a marked name stands in the name of its own plant or project."""
        nested = any(m.type is MentionType.ORG for m in self.chunker.mentions.at(span))
        return outer.type is MentionType.FACILITY and nested

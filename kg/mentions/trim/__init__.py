"""Names freed from words that are no part of them: 原 in 原核工业部, 旗下 in 旗下子公司.

In: the names that the models read. Out: the same, each cut as its type tells. A cut is a small function
from a span to a span, or to ``None`` where nothing is named; :data:`CUTS` lists them for each type in the
order in which they are made, for one lays bare what the next one cuts.
"""

from collections.abc import Callable
from dataclasses import replace

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.trim import end, front, whole
from kg.mentions.trim.parts import is_known, officer_of_firm, parted, person_and_firm, person_of_firm
from kg.mentions.venues import before_venue
from kg.model import Mention, MentionType

Cut = Callable[[Lexis, Span], Span | None]

CUTS: dict[MentionType, tuple[Cut, ...]] = {
    MentionType.PERSON: (
        front.behind_dateline,
        front.behind_words,
        front.behind_particle,
        end.before_words_behind_person,
        end.before_rank,
        end.before_holding,
        end.before_body,
        end.before_common_name,
        end.before_next_word,
        end.before_plain_word,
        end.before_letters,
        before_venue,
    ),
    MentionType.PLACE: (
        front.behind_dateline,
        front.behind_words,
        front.behind_bearing,
        front.behind_level,
        front.behind_becoming,
        front.behind_particle,
        end.before_downtown,
        end.before_words,
        end.before_inside,
        end.before_bearing,
        end.before_section,
        end.before_gathering,
        end.before_level,
        end.before_rank,
        end.before_block,
        front.behind_capital,
        end.before_count,
        end.before_holding,
        end.before_act,
        end.before_total,
    ),
    MentionType.ORG: (
        whole.unless_hidden,
        front.behind_dateline,
        front.behind_glued_dateline,
        end.before_field,
        before_venue,
        end.before_price,
        front.behind_description,
        end.before_office,
        end.before_copula,
        front.behind_behalf,
        front.behind_together,
        front.behind_words,
        front.behind_particle,
        front.behind_deed,
        front.behind_pointing,
        front.behind_party,
        front.behind_local_firm,
        end.before_partner,
        end.before_words,
        end.before_plan,
        end.before_stock,
        end.before_shares,
        end.before_gathering,
        end.before_report,
        front.behind_country,
        front.around_maker,
        front.behind_market,
        end.before_field_of_study,
        whole.unless_trade,
        whole.unless_department,
        end.before_rank,
        end.before_holding,
        end.before_held,
        end.before_period,
        end.before_particle,
        end.before_act,
        end.before_total,
        front.behind_level,
        front.behind_becoming,
        front.behind_former,
    ),
}


def trim_names(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Cut words off both ends of the models' names that no name begins or ends with."""
    people = {m.span.of(lexis.folded) for m in mentions if m.type is MentionType.PERSON}
    named = [piece for found in mentions for piece in person_and_firm(lexis, found, people)]
    for divide in (person_of_firm, officer_of_firm):
        named = [piece for found in named for piece in divide(lexis, found)]
    pieces = [piece for found in named for piece in parted(lexis, found)]
    firms = {found.span.start for found in pieces if found.type is MentionType.ORG}
    kept = []
    for found in pieces:
        if found.span.end in firms and whole.is_kind_of_firm(lexis, found.span):
            continue
        cut = _trimmed(lexis, found)
        if cut is not None:
            kept += [cut, *front.place_before(lexis, Span(found.span.start, cut.span.start))]
    return kept


def _trimmed(lexis: Lexis, mention: Mention) -> Mention | None:
    """Return a mention with its cuts made, ``None`` where it names nothing."""
    if mention.source != "model" or mention.type not in CUTS:
        return mention
    other = whole.seller(lexis, mention) or whole.reported_from(lexis, mention)
    other = other or whole.of_former(lexis, mention)
    if other is not None:
        return other
    span = mention.span
    for cut in CUTS[mention.type]:
        left = cut(lexis, span)
        if left is None:
            return None
        cuts = span.contains(left) and left != span
        if not (cuts and is_known(lexis, replace(mention, span=span))):
            span = left
    if span == mention.span:
        return mention
    return replace(mention, span=span) if len(span) > 1 else None

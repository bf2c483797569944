"""Names that their place in a sentence gives away, where finding names missed or cut them.

In: the chunks of a sentence before lists are joined. Out: the same with more names. Two things tell a name:

- a list: what stands coordinated with a name and under one common noun is a name of the same kind, from mark
  to mark (甲云、乙数据、丙智算等47家企业; 航空服务、跨境金融、免税购物 once one of them is an industry);
- a frame: in 在…上 stands an occasion, behind 发布 a paper, behind 获评 an honour, behind 主营 goods.
"""

from collections.abc import Sequence

from kg.chunk import Chunk
from kg.completion.bids import with_bids
from kg.completion.honours import with_honours
from kg.completion.lists import by_lists
from kg.completion.occasions import with_occasions, with_places_of_speech
from kg.completion.papers import with_papers
from kg.completion.pieces import Maker
from kg.completion.trades import with_trades
from kg.completion.wares import with_wares
from kg.completion.works import with_plants, with_programmes, with_projects, with_units
from kg.context_cues import Cues

__all__ = ["Maker", "complete"]


def complete(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Return the chunks with the names that lists and frames give away; ``make`` makes their entities."""
    out = with_honours(with_wares(chunks, text, cues, make), text, cues, make)
    out = with_papers(out, text, make)
    out = with_programmes(with_plants(out, text, make), text, make)
    out = with_units(with_projects(out, text, make), text, make)
    out = with_bids(with_occasions(out, text, cues, make), text, make)
    out = with_trades(by_lists(out, text, cues, make), text, cues, make)
    return with_places_of_speech(out, text, cues, make)

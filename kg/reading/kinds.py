"""What each block of an article is: heading, paragraph, item, row or caption."""

import re
from collections import Counter
from collections.abc import Sequence

from kg.document import BlockKind
from kg.reading.blocks import RawBlock

STOPS = re.compile("[，。！？；、!?;]|,(?!\\d)")
"""Marks that running text has."""

_FINAL = re.compile("[。；，：、;,:…]$|——$")
_NUMBERED = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节条部]|\\d{1,2}[、.．]\\s?\\D"
)
_NO_HEADING = re.compile(
    "[（(\\[].*[)）\\]]$"  # a remark
    "|.*[〔\\[（(]?(?:19|20)\\d\\d[〕\\]）)]?第?\\d+号$"  # a document's number
    "|(?:附件?|注|图|表|资料图|来源|记者|问|答|主持人|电话|地址|网址|邮编|传真|联系人|Q\\d*|A\\d*)\\s?(?:[：:\\d]|$)"
    "|.*(?:摄|电|讯|报道|谢谢|您好|大家好)$"
    "|[\\d\\s年月日:：./-]+$|.*\\d{7,}|https?:"
)
_CAPTION = re.compile(
    "[▲△↑↓▼]|资料图|图为|图片来源|图源|图[/：:①-⑨\\d]|[上下左右]图[：:为]|[制供]图|题图|配图|视觉中国|受访者供图"
    "|.{2,50}(?:摄|供图|摄影|制图)[)）]?$"
)
_SPEAKER = re.compile("([^：:，。！？；]{2,12})[：:]")
_LONGEST_HEADING = 80
_LONGEST_BOLD = 50
_LONGEST_PLAIN = 32
_LONGEST_CAPTION = 80
_SENTENCE = 12  # characters of running text that a heading without mark-up stands before


def kinds_of(blocks: Sequence[RawBlock], weights: Sequence[int]) -> list[BlockKind]:
    """Return the kind of each block.

    Args:
        blocks: the article's blocks, in order.
        weights: the characters of running text in each.

    A short line in bold, or with no mark-up at all before a paragraph, is a heading; but three such
    lines in a row are a list, and a name with a colon that opens several lines is a speaker's.
    """
    kinds = [_marked(block) for block in blocks]
    opens = [match[1] if (match := _SPEAKER.match(block.text)) else "" for block in blocks]
    lines = Counter(opens)
    waiting: list[int] = []
    for i, block in enumerate(blocks):
        speech = opens[i] and lines[opens[i]] > 1
        if kinds[i] is None and not speech and may_head(block):
            waiting.append(i)
            continue
        if 0 < len(waiting) <= 2 and weights[i] >= _SENTENCE:
            for number in waiting:
                kinds[number] = "heading"
        waiting = []
    return [kind or "paragraph" for kind in kinds]


def _marked(block: RawBlock) -> BlockKind | None:
    """Return what the mark-up says the block is, or nothing."""
    text, length = block.text, len(block.text)
    if block.kind == "heading":
        return "heading" if length <= _LONGEST_HEADING and not text.endswith("。") else "paragraph"
    if block.kind != "paragraph":
        return block.kind
    if length <= _LONGEST_CAPTION and (_CAPTION.match(text) or (block.after_image and block.centred)):
        return "caption"
    if block.line.share("bold") > 0.9 and 2 <= length <= _LONGEST_BOLD and _is_phrase(text):
        return "heading"
    return None


def may_head(block: RawBlock) -> bool:
    """Tell whether a block without mark-up reads like a heading."""
    text = block.text
    longest = _LONGEST_BOLD if _NUMBERED.match(text) else _LONGEST_PLAIN
    few = len(STOPS.findall(text[:-1])) <= 1
    return (
        4 <= len(text) <= longest
        and few
        and block.whole
        and not block.line.share("bold")
        and _is_phrase(text)
    )


def _is_phrase(text: str) -> bool:
    return not _FINAL.search(text) and not _NO_HEADING.match(text)

"""What is wrong with a query of SPARQL: a malformed query in, where it is and what was expected out.

Oxigraph's parser tells how far it looked, which lies behind the word that it stumbled on by as much as
the longest keyword it looked for, and of the keywords it names those of that length alone. So the words
are put further apart than any keyword is long, and the parser is then asked, with the query up to that
word, for the keywords of each length.
"""

import re
from collections.abc import Mapping

import pyoxigraph as ox

_LONGEST = len("ENCODE_FOR_URI")
_APART = " " * (_LONGEST + 2)
_NOTHING = "\x01"  # a character that goes on no query
_ONE_LINE = str.maketrans("\r\n", "  ")
_MOST_WORDS = 2000
_SHOWN = 8
_WORD = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|' + r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n\r]|\\.)*"|' + r"'(?:[^'\\\n\r]|\\.)*'|"
    r'<[^<>"{}|^`\\\x00-\x20]*>|(?P<comment>#[^\n\r]*)|[?$]\w+|[\w:.%-]*[\w:%-]|\S',
    re.DOTALL,
)
_REPORT = re.compile(r"error at 1:(\d+): expected (?:one of )?(.*)", re.DOTALL)
# A literal, a set of characters, or words: a keyword, or a sentence on what is wrong.
_ITEM = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^\s,"\[][^,"\[]*')
_KINDS = {
    '"<"': "a name", '":"': "a name", '"?"': "a variable", '"\'"': "a text", "['0'..='9']": "a number",
}  # fmt: skip
_PLAIN = re.compile(r'[A-Z_]+|"(?:[][(){}*/.,;=!^a]|[&|]{2}|[<>!]=)"')


def fault_of(query: str, prefixes: Mapping[str, str]) -> str:
    """Return where a malformed ``query`` goes wrong and what was expected there; nothing if it is not known.

    ``prefixes`` are those that need no declaration.
    """
    matches = [match for match in _WORD.finditer(query) if not match["comment"]]
    words = [match[0].translate(_ONE_LINE) for match in matches]
    report = _report("".join(word + _APART for word in words), prefixes)
    if report is None or len(words) > _MOST_WORDS:
        return ""
    reached, items = report
    passed = -1
    while words[passed + 1 :] and reached >= len(words[passed + 1]) + len(_APART):
        passed += 1
        reached -= len(words[passed]) + len(_APART)
    number = passed + 1
    start = matches[number].start() if number < len(words) else len(query.rstrip())
    line, column = query.count("\n", 0, start) + 1, start - query.rfind("\n", 0, start)
    at = f"“{words[number]}”" if number < len(words) else "its end"
    sentences = [item for item in items if re.fullmatch(r"[A-Z]\w* \w.*", item)]
    expected = sentences or _expected("".join(word + _APART for word in words[:number]), prefixes)
    return f"line {line}, column {column}, at {at}: {'' if sentences else 'expected '}{', '.join(expected)}"


def _expected(before: str, prefixes: Mapping[str, str]) -> list[str]:
    """Return what may stand behind ``before``: kinds of terms first, then signs and keywords."""
    found: dict[str, None] = {}
    for length in range(_LONGEST + 1):
        report = _report(before + length * _NOTHING, prefixes)
        if report and report[0] == len(before) + length:
            found |= dict.fromkeys(report[1])
    kinds = [kind for item, kind in _KINDS.items() if item in found]
    signs = sorted(
        (item for item in found if _PLAIN.fullmatch(item)), key=lambda item: (item.isupper(), item)
    )
    shown = [*dict.fromkeys(kinds), *(f"“{sign.strip(chr(34))}”" for sign in signs)]
    return shown if len(shown) <= _SHOWN else [*shown[:_SHOWN], "…"]


def _report(query: str, prefixes: Mapping[str, str]) -> tuple[int, list[str]] | None:
    """Return how many characters the parser passed, and the items it expected; None if it finds no fault."""
    try:
        ox.Store().query(query, prefixes=dict(prefixes))
    except SyntaxError as error:
        if report := _REPORT.match(str(error)):
            return int(report[1]) - 1, [item.strip() for item in _ITEM.findall(report[2])]
    return None

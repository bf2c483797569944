"""The explorer as one page that opens from a disk: front end, graph and every article in one file.

The records stand in blocks of data, where ``<`` is escaped so that no article can end one. The policy
names the page's script and style by their hashes, so that no other could run, and allows no address.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from kg.explorer import STATIC, Explorer, encoded, policy_of
from kg.graph import Graph


def write_html(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as a page."""
    explorer = Explorer(graph)
    script = (STATIC / "app.js").read_text(encoding="utf-8")
    style = (STATIC / "app.css").read_text(encoding="utf-8")
    yield '<!doctype html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
    policy = policy_of(_source(script), _source(style), "'none'")
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>zhkg</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield _data_block("graph", explorer.graph())
    yield _data_block("articles", {id_: explorer.article(id_) for id_ in explorer.articles})
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _source(text: str) -> str:
    """Return what a policy calls a script or style of this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def _data_block(id_: str, record: object) -> str:
    escaped = encoded(record).decode("utf-8").replace("<", "\\u003c")
    return f'<script type="application/json" id="{id_}">{escaped}</script>\n'

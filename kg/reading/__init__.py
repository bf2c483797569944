"""Files to documents: nothing but the article, every character with its place in the file.

In: paths (files, folders, globs, ``-``) or bytes of HTML, Markdown with front matter, plain text or
JSON Lines, gzipped or not. Out: a :class:`kg.document.Document` for each article and a
:class:`Skipped` for each file or row that has none; reading itself never raises for their sake.

Stock codes and links that the markup puts on words become marks, whatever they cover: a page may
link 中国银行 inside a longer name. Reading knows no names; whoever does must take a mark only where
its span is that of a whole name.
"""

from kg.reading.files import Limits, Skipped, read_bytes, read_paths

__all__ = ["Limits", "Skipped", "read_bytes", "read_paths"]

"""Lines or a page in, their words and names out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from kg.commands.options import BAD_DATA, Model, print_json
from kg.document import Document
from kg.errors import ReadError

if TYPE_CHECKING:
    from kg.reading import Skipped

# What is read before it is tagged. A .txt or .jsonl file is lines here, and a sentence each.
_PAGES = (".html", ".htm", ".shtml", ".xhtml", ".jsp", ".md")


def tag(
    file: Annotated[
        typer.FileBinaryRead,
        typer.Argument(
            metavar="[FILE|-]",
            help="Lines of text or of JSON objects, or a page (.html, .md …), read as by kg build.",
        ),
    ] = "-",  # type: ignore[assignment]
    published: Annotated[
        datetime | None,
        typer.Option(
            "--published",
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="The day 昨天 counts from, where a line or the page tells none.",
        ),
    ] = None,
    html: Annotated[bool, typer.Option("--html", help="Print a page with the names in colour.")] = False,
    model: Model = "embedded",
) -> None:
    """Print the words, names, amounts and times of each line, or of a page, as a JSON object.

    Offsets count characters of the object's "text"; those of a page are the same as in kg extract.
    """
    from kg.pipeline import Tagger

    tagger = Tagger(model)
    day = published.date() if published else None
    shown, failed = [], False
    for item in _page(file) if _is_page(file.name) else _lines(file):
        if isinstance(item, Document):
            document = replace(item, day=item.day or day)
            if html:
                shown.append(document)
            else:
                print_json(tagger.record(document))
        else:
            typer.echo(f"kg: {item}", err=True)
            failed = True
    if html:
        typer.echo(tagger.html(shown))
    if failed:
        raise typer.Exit(BAD_DATA)


def _is_page(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(_PAGES)


def _page(file: IO[bytes]) -> "Iterator[Document | Skipped]":
    from kg.reading import read_bytes

    yield from read_bytes(file.read(), Path(file.name).name)


def _lines(file: IO[bytes]) -> Iterator[Document | ReadError]:
    """Yield each line as a document; what is wrong with one takes its place."""
    for number, raw in enumerate(file, 1):
        try:
            yield _line(raw, f"{file.name}:{number}")
        except ReadError as error:
            yield error


def _line(raw: bytes, where: str) -> Document:
    """Return the text of a line, with the day it was published where the line is JSON and says so."""
    try:
        line = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise ReadError(f"{where}: not UTF-8 ({error.reason}); convert the file first") from error
    if not line.lstrip().startswith("{"):
        return Document(where, line)
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return Document(where, line)  # a sentence may well begin with a brace
    if not isinstance(row.get("text"), str):
        raise ReadError(f'{where}: the JSON object has no "text"; give the sentence under that key')
    try:
        day = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    except (TypeError, ValueError) as error:
        raise ReadError(f'{where}: "published" is no ISO date; write it as 2022-01-14') from error
    return Document(where, row["text"], day=day)

"""Lines in, their words and names out."""

import json
from datetime import date, datetime
from typing import Annotated

import typer

from kg.commands.options import BAD_DATA, Model, print_json
from kg.errors import ReadError


def tag(
    file: Annotated[
        typer.FileBinaryRead, typer.Argument(metavar="[FILE|-]", help="Lines of text or of JSON objects.")
    ] = "-",  # type: ignore[assignment]
    published: Annotated[
        datetime | None,
        typer.Option("--published", metavar="DATE", formats=["%Y-%m-%d"], help="The day 昨天 counts from."),
    ] = None,
    html: Annotated[bool, typer.Option("--html", help="Print a page with the names in colour.")] = False,
    model: Model = "embedded",
) -> None:
    """Print the words, names, amounts and times of each line as a JSON object."""
    from kg.pipeline import Tagger

    tagger = Tagger(model)
    shown, failed = [], False
    for number, raw in enumerate(file, 1):
        try:
            text, day = _text_and_day(raw, f"{file.name}:{number}")
        except ReadError as error:
            typer.echo(f"kg: {error}", err=True)
            failed = True
            continue
        if day is None and published:
            day = published.date()
        if html:
            shown.append((text, day))
        else:
            print_json(tagger.record(text, day))
    if html:
        typer.echo(tagger.html(shown))
    if failed:
        raise typer.Exit(BAD_DATA)


def _text_and_day(raw: bytes, where: str) -> tuple[str, date | None]:
    """Return the text of a line, and the day it was published where the line is JSON and says so."""
    try:
        line = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise ReadError(f"{where}: not UTF-8 ({error.reason}); convert the file first") from error
    if not line.lstrip().startswith("{"):
        return line, None
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return line, None  # a sentence may well begin with a brace
    if not isinstance(row.get("text"), str):
        raise ReadError(f'{where}: the JSON object has no "text"; give the sentence under that key')
    try:
        return row["text"], date.fromisoformat(row["published"][:10]) if row.get("published") else None
    except (TypeError, ValueError) as error:
        raise ReadError(f'{where}: "published" is no ISO date; write it as 2022-01-14') from error

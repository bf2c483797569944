"""What is one thing: told with its reasons, and decided otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.commands.options import print_json

if TYPE_CHECKING:
    from kg.decisions import Decision, Decisions
    from kg.explaining import Explanation, Source

Built = Annotated[Path, typer.Argument(metavar="GRAPH", help="The folder that kg build wrote, or a store.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take the decision back.")]


def explain(
    graph: Built,
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="A name, an IRI, or e: and its last part.")],
    mentions: Annotated[
        int,
        typer.Option("--mentions", metavar="N", min=0, help="Show at most so many mentions."),
    ] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell a thing's names, where it is mentioned, what was joined to it and why, and what nearly was."""
    from kg.explaining import explain as explained
    from kg.explaining import open_source

    told = explained(open_source(graph), entity, mentions)
    if as_json:
        print_json(asdict(told))
    else:
        for line in _lines(told):
            typer.echo(line)


def merge(
    graph: Built,
    first: Annotated[str, typer.Argument(metavar="FIRST", help="The thing, as in kg explain.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The other name or IRI of it.")],
    undo: Undo = False,
) -> None:
    """Decide that two things are one, under the first; the next build honours it, a store at once."""
    from kg.decisions import SAME
    from kg.explaining import find, open_source

    source = open_source(graph)
    if undo:
        _undo(source, SAME, first, second)
        return
    one, other = find(source, first), find(source, second)
    if one.key == other.key:
        raise typer.BadParameter("the two are one thing already")
    _decide(graph, [(SAME, one.key, other.key)])


def split(
    graph: Built,
    first: Annotated[str, typer.Argument(metavar="FIRST", help="A thing, as in kg explain.")],
    second: Annotated[
        str | None,
        typer.Argument(metavar="[SECOND]", help="The IRI that was joined to it, or should never be."),
    ] = None,
    article: Annotated[
        str | None, typer.Option("--article", metavar="ID", help="What this article calls so is another.")
    ] = None,
    undo: Undo = False,
) -> None:
    """Decide that two IRIs are two things, or that one article means another.

    The next build honours it, a store at once.
    """
    from kg.decisions import ALONE, APART
    from kg.explaining import find, open_source

    if (second is None) == (article is None):
        raise typer.BadParameter("name either a second IRI or an --article")
    source = open_source(graph)
    if undo:
        _undo(source, ALONE if article else APART, first, article or second or "")
        return
    found = find(source, first)
    if article is not None:
        if all(mention["article"] != article for mention in found.entity["mentions"]):
            raise typer.BadParameter(f"{article} does not mention it; kg explain tells which articles do")
        _decide(graph, [(ALONE, key, article) for key in found.keys])
        return
    other = find(source, second or "")
    if found.key == other.key:
        raise typer.BadParameter("name the two IRIs that were joined; kg explain tells them")
    _decide(graph, [(APART, found.key, other.key)])


def _decide(graph: Path, lines: "Sequence[Decision]") -> None:
    from kg.decisions import decisions_in

    before = decisions_in(graph)
    after = before
    for line in lines:
        after = after.with_(line)
    _keep(graph, after)
    _tell(graph, decided=lines, undone=[line for line in before.lines if line not in after.lines])


def _undo(source: "Source", action: str, first: str, second: str) -> None:
    from kg.decisions import ALONE, decisions_in
    from kg.errors import DecisionError, NotFoundError
    from kg.explaining import keys_of

    decisions = decisions_in(source.folder)
    if action == ALONE:  # a line for each key of the thing
        lines = decisions.between(action, keys_of(source, first, all_of_it=True), {second})
    else:
        lines = decisions.between(action, keys_of(source, first), keys_of(source, second))
        if len(lines) > 1:
            several = ", ".join(" ".join(line) for line in lines)
            raise DecisionError(f"{source.folder}: it may be {several}; name the two IRIs of one")
    if not lines:
        raise NotFoundError(f"{source.folder}: no decision {action} {first} {second}; nothing to undo")
    _keep(source.folder, decisions.without(*lines))
    _tell(source.folder, decided=(), undone=lines)


def _keep(graph: Path, decisions: "Decisions") -> None:
    """Keep decisions in a built folder for the next build; in a store honour them too."""
    from kg.decisions import FILE, decisions_text
    from kg.export import write_file
    from kg.living import LivingGraph, index_of

    if not index_of(graph):
        write_file(graph / FILE, [decisions_text(decisions)])
        return
    with LivingGraph(graph, make=False) as living:
        living.decide(decisions)
        living.save()


def _tell(graph: Path, *, decided: "Sequence[Decision]", undone: "Sequence[Decision]") -> None:
    from kg.decisions import FILE
    from kg.living import index_of

    for word, lines in (("undone", undone), ("decided", decided)):
        for line in lines:
            typer.echo(f"{word}: {' '.join(line)}", err=True)
    then = "the store honours it now" if index_of(graph) else f"kg build -o {graph} and kg export honour it"
    typer.echo(f"kept in {graph / FILE}; {then}", err=True)


def _lines(told: "Explanation") -> Iterator[str]:
    entity = told.entity
    yield f"{entity['name']}  {entity['type']}  {entity['iri']}"
    if entity["aliases"]:
        yield f"  names     {', '.join(entity['aliases'])}"
    for iri in entity["also"]:
        yield f"  also      {iri}"
    if entity["table"]:
        code = f", code {entity['code']}" if entity["code"] else ""
        within = f", within {_short(entity['within'])}" if entity["within"] else ""
        yield f"  table     {entity['table']}{code}{within}"
    if entity["wikidata"]:
        yield f"  wikidata  {entity['wikidata']}"
    for row in told.namings:
        yield f"  by name   {row['name']}: {row['rule']} ({row['articles']} articles, first {row['article']})"
    for head, merges in (("joined", told.merges), ("near", told.near)):
        for row in merges:
            yield from _merge_lines(head, row)
    places = {mention["article"] for mention in entity["mentions"]}
    yield f"  mentions  {len(entity['mentions'])} in {len(places)} articles"
    for one in told.mentions:
        at, end = one.at, one.at + one.end - one.start
        sentence = f"{one.sentence[:at]}【{one.sentence[at:end]}】{one.sentence[end:]}"
        yield f"            {one.article} {one.start}-{one.end}: {sentence}"


def _merge_lines(head: str, row: Mapping[str, Any]) -> Iterator[str]:
    why = " ".join(filter(None, (row["rule"], row["shared"])))
    against = f" ({row['against']})" if row["against"] else ""
    yield f"  {head:8}  {_short(row['first'])} + {_short(row['second'])}: {why}{against}"
    for evidence in row["evidences"]:
        yield f"            {evidence['article']}: {evidence['sentence']}"


def _short(iri: str) -> str:
    from kg.explaining import key_of

    return f"e:{key_of(iri)}"

"""A graph that lives: what changed, what is withdrawn from it, and what other stores have of it."""

import os
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.options import Quiet, print_json
from kg.commands.parts import GraphFolder


def retract(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE…", help="Ids or IRIs of articles.", show_default=False)
    ],
    store: Annotated[
        Path, typer.Option("--store", metavar="DIR", help="The store to change.", show_default=False)
    ],
    quiet: Quiet = False,
) -> None:
    """Withdraw articles from a store; its graph is then as if they had never been read."""
    from kg.living import LivingGraph

    with LivingGraph(store, make=False) as living:
        living.retract(articles)
        change = living.save()
        left = len(living.graph.articles)
    if not quiet:
        counts = f"{change.removed} triples and quads removed, {change.added} added"
        typer.echo(f"{counts}; {left} articles left in {store}", err=True)


def push(
    graph: GraphFolder,
    url: Annotated[
        str, typer.Argument(metavar="URL", help="Where the store speaks the SPARQL 1.1 Graph Store Protocol.")
    ],
    query_url: Annotated[
        str | None,
        typer.Option("--query-url", metavar="URL", help="Where it answers SPARQL: counts without fetching."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--graph", metavar="IRI", help="The graph for everything (base IRI + graph), or default."
        ),
    ] = None,
    articles: Annotated[
        bool, typer.Option("--articles/--no-articles", help="Also a named graph an article.")
    ] = True,
    user: Annotated[
        str | None,
        typer.Option("--user", metavar="NAME", help="Log in; the password is taken from KG_PUSH_PASSWORD."),
    ] = None,
    chunk: Annotated[
        int, typer.Option("--chunk", metavar="N", min=1, help="Triples a request, about.")
    ] = 50_000,
    retries: Annotated[
        int,
        typer.Option("--retries", metavar="N", min=0, help="How often a request that failed is made again."),
    ] = 6,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", help="How long a request may wait.")
    ] = 120.0,
    journal: Annotated[
        Path | None,
        typer.Option(
            "--journal", metavar="FILE", help="What arrived; by default a file in GRAPH, one a URL."
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Send a graph to a store elsewhere; what arrived before is not sent again.

    A bearer token in KG_PUSH_TOKEN goes with every request.
    """
    from kg.iris import digest
    from kg.push import push as send
    from kg.remote import Login, Remote
    from kg.saved import load_graph

    loaded = load_graph(graph)
    folder = graph if graph.is_dir() else graph.parent
    login = Login(user, os.environ.get("KG_PUSH_PASSWORD", "")) if user else None
    token = os.environ.get("KG_PUSH_TOKEN")
    with Remote(url, query_url, login=login, token=token, retries=retries, timeout=timeout) as remote:
        book = journal or folder / f"push-{digest(url)}.jsonl"
        done = send(loaded, remote, book, name=name, articles=articles, chunk=chunk)
    if not quiet:
        counts = f"{done.sent} graphs sent, {done.unchanged} unchanged, {done.deleted} deleted"
        typer.echo(f"{counts}; {done.triples} triples counted at {url}", err=True)


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder that kg build wrote, or a store.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, with both sides.")] = False,
    quiet: Quiet = False,
) -> None:
    """Tell what two graphs state differently: + only in the new one, - only in the old, ~ changed."""
    from kg.comparing import compare, compare_articles
    from kg.formats.tables import statement_record
    from kg.saved import load_graph

    before, after = load_graph(old), load_graph(new)
    articles = list(compare_articles(before, after))
    if not as_json:
        for line in articles:
            typer.echo(line)
    counts: Counter[str] = Counter()
    for difference in compare(before, after):
        counts[difference.kind] += 1
        if as_json:
            sides = {"old": difference.old, "new": difference.new}
            print_json(
                {"change": difference.kind}
                | {name: one and statement_record(one) for name, one in sides.items()}
            )
        else:
            typer.echo(str(difference))
    if not quiet:
        told = ", ".join(f"{counts[kind]} {kind}" for kind in ("added", "removed", "changed"))
        typer.echo(f"statements: {told}; articles that differ: {len(articles)}", err=True)

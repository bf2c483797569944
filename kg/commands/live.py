"""A graph that lives: what is withdrawn from it."""

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.options import Quiet


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

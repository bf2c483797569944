"""A graph in, a web application on this machine out."""

from typing import Annotated

import typer

from kg.commands.parts import GraphFolder
from kg.errors import ExportError


def serve(
    graph: GraphFolder,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Who may ask: this machine alone by default.")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option("--port", metavar="N", min=0, max=65535, help="Where to listen; 0 takes a free port."),
    ] = 8765,
    seconds: Annotated[
        float,
        typer.Option("--query-seconds", metavar="S", min=0.1, help="Stop a SPARQL query after so long."),
    ] = 20.0,
) -> None:
    """Look at a graph in a browser: search, picture, sentences, SPARQL. Works offline, changes nothing."""
    from kg.explorer import Explorer
    from kg.saved import load_graph
    from kg.web.queries import Bounds, Queries
    from kg.web.server import serve as bound
    from kg.web.site import Site

    loaded = load_graph(graph)
    queries = Queries(graph, loaded.base, Bounds(seconds=seconds))
    try:
        server = bound(Site(Explorer(loaded), queries), host, port)
    except OSError as error:
        raise ExportError(
            f"{host}:{port}: cannot listen ({error.strerror}); name another --host or --port"
        ) from error
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"http://{shown}:{server.server_port}/ (Ctrl+C ends)", err=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo("ended", err=True)
    finally:
        server.server_close()
        queries.close()

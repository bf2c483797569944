"""Real SPARQL servers for the tests, each on a free port and in a folder of its own, ended by the test."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kg.remote import Login, Remote

_VIRTUOSO = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 100000
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its name, where it takes graphs, where it answers, and who may write."""

    name: str
    url: str
    query_url: str
    user: str | None = None

    def remote(self) -> Remote:
        """Return a client of it."""
        login = Login(self.user, "dba") if self.user else None
        return Remote(self.url, self.query_url, login=login, retries=2, timeout=60)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def oxigraph() -> Iterator[Server]:
    """Start the server of the package ``oxigraph``, in memory."""
    program = Path(sys.executable).parent / "oxigraph"
    if not program.is_file():
        pytest.skip("no Oxigraph server here: install the package oxigraph (pip install -e '.[test]')")
    port = free_port()
    with _running([str(program), "serve", "--bind", f"127.0.0.1:{port}"], Path(), port):
        yield Server("Oxigraph", f"http://127.0.0.1:{port}/store", f"http://127.0.0.1:{port}/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Start Debian's Virtuoso with a new database in ``folder``."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no Virtuoso server here: install Debian's virtuoso-opensource-7 (virtuoso-t)")
    port = free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(sql=free_port(), http=port))
    with _running([program, "+foreground", "+configfile", "virtuoso.ini"], folder, port):
        base = f"http://127.0.0.1:{port}"
        yield Server("Virtuoso", f"{base}/sparql-graph-crud-auth", f"{base}/sparql", "dba")


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """Run a server until the block ends; give it a minute to answer."""
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(600):
            assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
            try:
                httpx.get(f"http://127.0.0.1:{port}/", timeout=2)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        else:
            raise AssertionError(f"{command[0]} does not answer")
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

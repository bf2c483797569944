"""Sockets of the explorer: HTTP/1.1 of the standard library, a thread a connection.

The address 127.0.0.1 keeps other machines out; the check of the ``Host`` header keeps out pages of
other sites that make a name of theirs lead here (DNS rebinding).
"""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from kg.web.site import Reply, Request, Site

LARGEST_BODY = 1 << 20
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def serve(site: Site, host: str, port: int) -> ThreadingHTTPServer:
    """Return a server of ``site`` that is bound and listening; port 0 takes any that is free.

    Raises:
        OSError: the address cannot be bound.
    """
    return ThreadingHTTPServer((host, port), handler_of(site, host))


def handler_of(site: Site, host: str) -> type[BaseHTTPRequestHandler]:
    """Return the class that answers the connections to ``site`` at ``host``."""
    only_local = _is_loopback(host)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "zhkg"
        sys_version = ""
        timeout = 60

        def do_GET(self) -> None:
            self._reply(b"")

        do_HEAD = do_GET  # noqa: N815 (the library's name)

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not length.isdecimal():
                self._send(Reply(411, "text/plain", b"send a Content-Length\n"), close=True)
            elif int(length) > LARGEST_BODY:
                self._send(Reply(413, "text/plain", b"the query is too long\n"), close=True)
            else:
                self._reply(self.rfile.read(int(length)))

        def _reply(self, body: bytes) -> None:
            name = self.headers.get("Host", "").lower()
            name = name if name.endswith("]") else name.rpartition(":")[0] or name
            if only_local and name not in _LOCAL_NAMES:
                self._send(Reply(403, "text/plain", b"this server answers to localhost alone\n"))
                return
            headers = {key.lower(): value for key, value in self.headers.items()}
            self._send(site.reply(Request(self.command, self.path, headers, body)))

        def _send(self, reply: Reply, *, close: bool = False) -> None:
            self.send_response(reply.status)
            for key, value in reply.headers.items():
                self.send_header(key, value)
            self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(reply.body)))
            if close:
                self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
            """Keep quiet: the terminal is the user's."""

    return Handler


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

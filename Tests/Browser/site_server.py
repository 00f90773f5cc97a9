"""A static host for a built site: loopback only, right media types, 404.html, and the strict policy as a header."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

# What the site promises to run under, whatever host it is put on.
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'"
)

MEDIA_TYPES = {
    "": "application/octet-stream",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = MEDIA_TYPES
    base_path = "/"
    # The beginning of the paths that are lost for now, and the status that they are answered with.
    lost: tuple[str, int] | None = None

    def do_GET(self) -> None:
        path = urlsplit(self.path).path[len(self.base_path):]
        if self.lost and path.startswith(self.lost[0]):
            self.send_error(self.lost[1])
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        plain = urlsplit(path).path
        if not plain.startswith(self.base_path):
            return str(Path(self.directory) / "outside-the-base-path")
        return super().translate_path("/" + plain[len(self.base_path):])

    def list_directory(self, path):
        self.send_error(404)
        return None

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", MEDIA_TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self):
        self.send_header("Content-Security-Policy", STRICT_POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format, *arguments):
        pass


class SiteServer:
    """Serves `folder` at `origin` + `base_path` while the `with` block runs."""

    def __init__(self, folder: Path, base_path: str = "/") -> None:
        self._handler = type("Handler", (_Handler,), {"base_path": base_path})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(self._handler, directory=str(folder)))
        self._server.daemon_threads = True
        self.site = folder
        self.base_path = base_path
        self.origin = f"http://127.0.0.1:{self._server.server_address[1]}"

    def address(self, path: str) -> str:
        """The full address of a path of the site (without leading slash)."""
        return self.origin + self.base_path + path

    @contextmanager
    def losing(self, beginning: str, status: int = 503):
        """Answers paths that begin so with an error while the `with` block runs."""
        self._handler.lost = (beginning, status)
        try:
            yield
        finally:
            self._handler.lost = None

    def __enter__(self) -> "SiteServer":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()

"""A static host on loopback that compresses with gzip, can be slow on purpose, and writes down what it sent."""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json", ".svg": "image/svg+xml", ".xml": "application/xml", ".wasm": "application/wasm",
}
# Already compressed, or a format that servers do not compress.
PLAIN = {".wasm", ".pagefind", ".pf_meta", ".pf_fragment", ".pf_index", ".pf_filter", ".png"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'"
)


@dataclass(frozen=True)
class Answer:
    """One answer: bytes of the body as sent, and when the request came and its answer had left, in seconds."""

    path: str
    status: int
    size: int
    began: float
    ended: float


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    host: "GzipServer"

    def do_GET(self) -> None:
        with self.host.answering():
            self._answer()

    def _answer(self) -> None:
        began = time.monotonic()
        path = unquote(urlsplit(self.path).path)
        body, suffix, encoded = self.host.body(path)
        if self.host.latency:
            time.sleep(self.host.latency)
        self.send_response(200 if body is not None else 404)
        body = body or b""
        self.send_header("Content-Type", MEDIA_TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        if encoded:
            self.send_header("Content-Encoding", "gzip")
        if suffix == ".html" and self.host.policy:
            self.send_header("Content-Security-Policy", self.host.policy)
        # Names that hold a hash may be kept for ever; the rest is asked for again.
        lasting = self.host.lasting(path)
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
        self.end_headers()
        self.wfile.write(body)
        self.host.note(Answer(path, 200 if body else 404, len(body), began, time.monotonic()))

    def log_message(self, *_) -> None:
        pass


class GzipServer:
    """Serves folders: `mounts` gives the folder of each prefix, the longest prefix first."""

    def __init__(self, mounts: dict[str, Path], policy: str = POLICY, latency: float = 0.0) -> None:
        self.mounts = sorted(((prefix, folder.resolve()) for prefix, folder in mounts.items()), key=lambda m: -len(m[0]))
        self.policy = policy
        self.latency = latency
        self._answers: list[Answer] = []
        self._bodies: dict[str, tuple[bytes | None, str, bool]] = {}
        self._lock = threading.Lock()
        self._open = 0
        handler = type("Handler", (_Handler,), {"host": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> "GzipServer":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()

    def body(self, path: str) -> tuple[bytes | None, str, bool]:
        with self._lock:
            if path in self._bodies:
                return self._bodies[path]
        found = self._read(path)
        with self._lock:
            self._bodies[path] = found
        return found

    def _read(self, path: str) -> tuple[bytes | None, str, bool]:
        prefix, folder = next(((p, f) for p, f in self.mounts if path.startswith(p)), ("", None))
        if folder is None:
            return None, ".html", False
        file = (folder / path[len(prefix):].lstrip("/")).resolve()
        if file.is_dir():
            file = file / "index.html"
        if folder not in (file, *file.parents) or not file.is_file():
            return None, ".html", False
        data = file.read_bytes()
        if file.suffix in PLAIN or len(data) < 256:
            return data, file.suffix, False
        # The level that nginx and most hosts use on the fly lies between 1 and 6.
        return gzip.compress(data, 6, mtime=0), file.suffix, True

    @staticmethod
    def lasting(path: str) -> bool:
        return path.startswith("/assets/") or (path.startswith("/search/") and "manifest" not in path) or "/fragment/" in path

    def note(self, answer: Answer) -> None:
        with self._lock:
            self._answers.append(answer)

    @contextmanager
    def answering(self):
        """Counts a request as open."""
        with self._lock:
            self._open += 1
        try:
            yield
        finally:
            with self._lock:
                self._open -= 1

    @property
    def is_busy(self) -> bool:
        """Whether a request waits for its answer."""
        return self._open > 0

    def drain(self) -> list[Answer]:
        """The answers since the last call, in the order in which they were asked for."""
        with self._lock:
            answers, self._answers = self._answers, []
        return sorted(answers, key=lambda a: a.began)

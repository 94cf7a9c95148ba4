"""An S3 server on loopback for tests: LocalStack's S3, with signatures checked and requests counted.

    S3_USERS='{"KEYID": {"secret": "…", "allow": ["r:bucket/prefix", "rw:bucket"]}}' python s3_server.py PORT FOLDER

LocalStack takes any signature, so a client with a wrong secret would pass its tests; here each request is checked before
LocalStack sees it. `allow` stands in for policies (without it a user may do everything).

`GET /_aqueduct/requests` lists the requests since the last `DELETE` of the same path, oldest first:
`[{"method", "bucket", "key", "query", "user", "status"}]`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional
from urllib.parse import parse_qsl, unquote
from xml.sax.saxutils import escape

from s3_signature import Refused, Request, authenticate

OWN_PATH = "/_aqueduct/requests"
LOCALSTACK_PATHS = "/_localstack"
READING_METHODS = frozenset({"GET", "HEAD"})


@dataclass(frozen=True)
class User:
    """Who may do what: `allow` holds `r:` or `rw:` followed by the beginning of `bucket/key`."""

    secret: str
    allow: Sequence[str] = ("rw:",)

    def may(self, what: str, *, write: bool) -> bool:
        grants = (grant.split(":", 1) for grant in self.allow)
        return any(what.startswith(start) and (mode == "rw" or not write) for mode, start in grants)


@dataclass(frozen=True)
class CountedRequest:
    """One line of what `OWN_PATH` lists; `user` is None where nobody was recognised."""

    method: str
    bucket: str
    key: str
    query: str
    user: Optional[str]
    status: int


class RequestLog:
    """The requests since the last `clear`; requests come in several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[CountedRequest] = []

    def add(self, request: CountedRequest) -> None:
        with self._lock:
            self._requests.append(request)

    def clear(self) -> None:
        with self._lock:
            self._requests.clear()

    def as_json(self) -> str:
        with self._lock:
            return json.dumps([asdict(request) for request in self._requests])


class Gatekeeper:
    """Handlers for LocalStack's chain: the first sees a request before anything else, the last its final status."""

    def __init__(self, users: Mapping[str, User]) -> None:
        self._users = users
        self._log = RequestLog()

    def before(self, chain: Any, context: Any, response: Any) -> None:
        path = context.request.path
        if path.startswith(LOCALSTACK_PATHS):
            return
        if path == OWN_PATH:
            self._answer_for_tests(context.request.method, response)
            chain.terminate()
            return
        try:
            context.aqueduct_user = self._admit(_as_request(context.request))
        except Refused as refused:
            response.status_code = refused.status
            response.set_response(_error_document(refused))
            response.headers["Content-Type"] = "application/xml"
            chain.stop()

    def after(self, chain: Any, context: Any, response: Any) -> None:
        path = unquote(context.request.path)
        if path.startswith((LOCALSTACK_PATHS, OWN_PATH)):
            return
        bucket, _, key = path.lstrip("/").partition("/")
        query = context.request.environ.get("QUERY_STRING", "")
        user = context.get("aqueduct_user")
        self._log.add(CountedRequest(context.request.method, bucket, key, query, user, response.status_code))

    def _answer_for_tests(self, method: str, response: Any) -> None:
        if method == "DELETE":
            self._log.clear()
        response.status_code = 200
        response.set_response(self._log.as_json())
        response.headers["Content-Type"] = "application/json"

    def _admit(self, request: Request) -> str:
        secrets = {key_id: user.secret for key_id, user in self._users.items()}
        key_id: str = authenticate(request, secrets, datetime.now(timezone.utc))
        write = request.method not in READING_METHODS
        if not self._users[key_id].may(_resource(request), write=write):
            raise Refused("AccessDenied", "Access Denied")
        return key_id


def _resource(request: Request) -> str:
    """`bucket/key`; for a listing the prefix stands in for the key."""
    what = unquote(request.path).lstrip("/")
    bucket, _, key = what.partition("/")
    if key or request.method not in READING_METHODS:
        return what
    query = dict(parse_qsl(request.query, keep_blank_values=True))
    return f"{bucket}/{query.get('prefix', '')}"


def _as_request(request: Any) -> Request:
    from rolo.request import get_raw_path

    headers = {name.lower(): ",".join(request.headers.getlist(name)) for name, _ in request.headers}
    query = request.environ.get("QUERY_STRING", "")
    return Request(request.method, get_raw_path(request), query, headers, request.get_data())


def _error_document(refused: Refused) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{refused.code}</Code><Message>{escape(str(refused))}</Message><RequestId>0</RequestId></Error>"
    )


def _configure_localstack(port: int, folder: Path) -> None:
    """Must come before LocalStack is imported, which reads its environment then."""
    address = f"127.0.0.1:{port}"
    own_folder = dict.fromkeys(
        ("TMPDIR", "FILESYSTEM_ROOT", "LOCALSTACK_VOLUME_DIR", "XDG_CACHE_HOME", "HOME"), str(folder)
    )
    os.environ.update(
        own_folder,
        SERVICES="s3",
        EAGER_SERVICE_LOADING="1",
        GATEWAY_SERVER="hypercorn",  # the default, twisted, needs packages that S3 alone does not
        GATEWAY_LISTEN=address,
        LOCALSTACK_HOST=address,
        DISABLE_EVENTS="1",
        SKIP_SSL_CERT_DOWNLOAD="1",
        DNS_ADDRESS="0",
        DISABLE_CORS_CHECKS="1",
    )


def _put_before_localstack(gatekeeper: Gatekeeper) -> None:
    from localstack.aws.app import LocalstackAwsGateway

    original = LocalstackAwsGateway.__init__

    def with_gatekeeper(self: Any, *args: Any, **options: Any) -> None:
        original(self, *args, **options)
        self.request_handlers.insert(0, gatekeeper.before)
        self.finalizers.append(gatekeeper.after)

    LocalstackAwsGateway.__init__ = with_gatekeeper


def main(arguments: Sequence[str]) -> None:
    """Serve until stopped."""
    port, folder = int(arguments[0]), Path(arguments[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    users = {key_id: User(**user) for key_id, user in json.loads(os.environ.pop("S3_USERS")).items()}
    _configure_localstack(port, folder)
    _put_before_localstack(Gatekeeper(users))

    from localstack.runtime.main import main as serve

    serve()


if __name__ == "__main__":
    main(sys.argv[1:])

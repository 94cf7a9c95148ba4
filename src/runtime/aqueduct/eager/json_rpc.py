"""One request of JSON-RPC 2.0 over a stream, framed by `Content-Length`, and its reply."""

from __future__ import annotations

import io
import json
from typing import Any

from aqueduct.formats.parsing import parsed

_ID = 1
# A reply is a sentence or two; one that is longer is none of ours.
_MOST_BYTES = 1024 * 1024
_MOST_HEADERS = 16
_LONGEST_HEADER = 1024


class Refused(Exception):
    """The other side refuses; its sentence is the message."""


class Unanswered(Exception):
    """The other side went away before it answered, or what it said is not an answer."""


def request(stream: io.BufferedRWPair, method: str, parameters: dict[str, Any]) -> Any:
    """The result of a request.

    Raises Refused with the other side's sentence, and Unanswered.
    """
    try:
        _write(stream, {"jsonrpc": "2.0", "id": _ID, "method": method, "params": parameters})
        reply = _read(stream)
    except (OSError, ValueError) as broken:
        raise Unanswered(str(broken)) from broken
    # None: of a request that the other side could not even read.
    if not isinstance(reply, dict) or reply.get("id", _ID) not in (_ID, None):
        raise Unanswered("this is not a reply")
    error = reply.get("error")
    if isinstance(error, dict) and isinstance(error.get("message"), str):
        raise Refused(error["message"])
    if "result" not in reply:
        raise Unanswered("the reply has no result")
    return reply["result"]


def _write(stream: io.BufferedRWPair, message: dict[str, Any]) -> None:
    body = json.dumps(message).encode("utf-8")
    stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    stream.flush()


def _read(stream: io.BufferedRWPair) -> Any:
    length = _length(stream)
    if length > _MOST_BYTES:
        raise ValueError(f"a reply of {length} bytes is not read")
    body = stream.read(length)
    if len(body) < length:
        raise ValueError("the reply ends in the middle")
    return parsed(body)


def _length(stream: io.BufferedRWPair) -> int:
    length = None
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LONGEST_HEADER)
        if not line.endswith(b"\r\n"):
            raise ValueError("the reply has no header")
        if line == b"\r\n":
            break
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    if length is None or length < 0:
        raise ValueError("the reply does not say how long it is")
    return length

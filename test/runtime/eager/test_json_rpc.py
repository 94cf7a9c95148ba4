"""The Python end of JSON-RPC: what comes back is taken only if it is a reply."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from aqueduct.eager.json_rpc import Refused, Unanswered, request

# The TypeScript end reads the same: test/unit/extension/terminal/editorSocket.test.ts.
SAMPLES: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "fixtures/protocols/editorSocket.json").read_text("utf-8")
)
OK = b'{"jsonrpc":"2.0","id":1,"result":{"message":"na\xc3\xafve"}}'


class Written(io.BytesIO):
    def close(self) -> None:
        """Stays readable."""


def asked(reply: bytes) -> tuple[object, bytes]:
    written = Written()
    result = request(io.BufferedRWPair(io.BytesIO(reply), written), "run", {"file": "/wine/flow.py"})
    return result, written.getvalue()


def framed(body: bytes, *headers: bytes) -> bytes:
    return b"".join(line + b"\r\n" for line in (*headers, b"Content-Length: %d" % len(body))) + b"\r\n" + body


def test_a_request_and_its_reply_are_framed_by_their_length_in_bytes() -> None:
    result, written = asked(framed(OK, b"Content-Type: application/vscode-jsonrpc; charset=utf-8"))
    assert result == {"message": "naïve"}
    body = b'{"jsonrpc": "2.0", "id": 1, "method": "run", "params": {"file": "/wine/flow.py"}}'
    assert written == framed(body)


def test_both_ends_say_the_same_samples() -> None:
    written = Written()
    method, parameters = SAMPLES["request"]["method"], SAMPLES["request"]["params"]
    reply = framed(json.dumps(SAMPLES["reply"]).encode())
    assert request(io.BufferedRWPair(io.BytesIO(reply), written), method, parameters) == SAMPLES["reply"]["result"]
    assert json.loads(written.getvalue().partition(b"\r\n\r\n")[2]) == SAMPLES["request"]
    with pytest.raises(Refused, match=r"^The folder is not trusted yet\.$"):
        asked(framed(json.dumps(SAMPLES["refusal"]).encode()))


@pytest.mark.parametrize("id_", [b"1", b"null"])
def test_a_refusal_is_the_other_sides_sentence(id_: bytes) -> None:
    with pytest.raises(Refused, match=r"^Trust the folder first\.$"):
        asked(framed(b'{"id":' + id_ + b',"error":{"code":-32603,"message":"Trust the folder first."}}'))


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"Content-Length: 10",
        b"Content-Length: 10\r\n\r\n{}",
        b"Content-Length: ten\r\n\r\n{}",
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: 1000000000000\r\n\r\n{",
        b"Content-Type: text/plain\r\n\r\n{}",
        b"Content-Length: 2\r\n" + b"X: y\r\n" * 50 + b"\r\n{}",
        b"X: " + b"y" * 5000 + b"\r\nContent-Length: 2\r\n\r\n{}",
        framed(b"[]"),
        framed(b"{}"),
        framed(b"{"),
        framed(b"[" * 20_000 + b"]" * 20_000),
        framed(b"\xff"),
        framed(b'{"id":2,"result":{}}'),
        framed(b'{"id":1,"error":"Trust the folder first."}'),
    ],
)
def test_what_is_not_a_reply_is_not_taken(reply: bytes) -> None:
    with pytest.raises(Unanswered):
        asked(reply)

"""Names that say that their value is a secret; `core/parse/reads/secretNames.ts` says the same."""

from __future__ import annotations

import re

_SECRETS = frozenset(
    ["password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "credential", "credentials"]
)
_KEYS = frozenset(["api", "access", "private", "secret", "encryption", "signing", "account", "auth", "master"])
_PIECES = frozenset(
    [
        "pad",
        "unk",
        "sep",
        "cls",
        "mask",
        "bos",
        "eos",
        "sos",
        "start",
        "end",
        "stop",
        "special",
        "next",
        "page",
        "continuation",
        "separator",
    ]
)
_ENDINGS = frozenset(
    [
        "prod",
        "production",
        "dev",
        "development",
        "test",
        "staging",
        "stage",
        "live",
        "default",
        "value",
        "text",
        "bytes",
    ]
)


def is_named_like_secret(name: str) -> bool:
    """`DB_PASSWORD`, `apiKey`, `SECRET_KEY_PROD`; not `TOKEN_URL`, `PAD_TOKEN`, `PASSWORD_FIELD`."""
    parted = re.sub(r"([a-z\d])([A-Z])", r"\1_\2", name).lower()
    words = [word for word in parted.split("_") if word and not re.fullmatch(r"[0-9]+", word)]
    while len(words) > 1 and words[-1] in _ENDINGS:
        words.pop()
    last = words[-1].rstrip("0123456789") if words else ""
    before = words[-2] if len(words) > 1 else ""
    if last == "key":
        return before in _KEYS
    return last in _SECRETS and not (last == "token" and before in _PIECES)

"""Keywords that the authoring API does not take: Python says what reading the text says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import aqueduct

USES = json.loads((Path(__file__).parents[1] / "fixtures" / "sdk" / "unknownArguments.json").read_text("utf-8"))
"""`test/unit/check/unknownArgument.test.ts` holds the reading of texts to the same table."""

IMPORTED = ("Client", "FlowConfig", "Minute", "check", "daily", "metric", "op", "to_operator")


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(tmp_path)
    client = aqueduct.Client()

    def f() -> int:
        return 1

    found = {name: getattr(aqueduct, name) for name in IMPORTED}
    return {**found, "client": client, "f": f, "a": aqueduct.op(f)(), "db": client.resource("aqueduct_demo")}


@pytest.mark.parametrize("use", USES, ids=[use["call"] for use in USES])
def test_a_keyword_that_nothing_takes_is_refused_in_these_words(names: dict[str, Any], use: dict[str, str]) -> None:
    with pytest.raises(TypeError) as raised:
        eval(use["call"], names)
    # Before 3.10 Python leaves out the class, from 3.13 on it names a likely other.
    said = str(raised.value).split(". Did you mean")[0]
    assert "unexpected keyword argument" in said
    assert use["says"].endswith(said)

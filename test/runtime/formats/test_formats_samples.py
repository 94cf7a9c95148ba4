"""Samples of every format that Python reads: the editor's tests read the same files."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aqueduct import formats

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(name for name in formats._schemas())
CANARY = "canary-5f3a"


def samples(name: str) -> list[Any]:
    return list(json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_as_it_was_written(name: str) -> None:
    for sample in samples(name):
        assert formats.read_text(name, json.dumps(sample), "it") == sample


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_without_a_member_it_needs_is_refused_at_its_place(name: str) -> None:
    for sample in samples(name):
        for member in formats._schemas()[name]["required"]:
            spoiled = {key: value for key, value in sample.items() if key != member}
            assert complaint(name, spoiled) == f"it can't be read: {member} is missing."


@pytest.mark.parametrize("name", NAMES)
def test_no_value_is_repeated(name: str) -> None:
    complaints = [complaint(name, spoiled) for sample in samples(name) for spoiled in changed(sample)]
    assert any(complaints)
    assert not [each for each in complaints if CANARY in each]


BROKEN = json.loads((SAMPLES.parent / "fixtures" / "aqueductJson.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken["what"])
def test_an_aqueduct_json_with_mistakes_is_refused_at_the_first(broken: Any) -> None:
    assert complaint("aqueduct", broken["file"]) == f"it can't be read: {broken['python']}"


def test_members_that_people_added_can_be_passed_over() -> None:
    value = {"later": 1, "resources": {"db": {"type": "database", "url": "sqlite:///a.db", "later": 1}}}
    assert formats.read("aqueduct", value, "it", passes_over_others=True) == value


def test_a_newer_format_says_to_update() -> None:
    with pytest.raises(formats.Unreadable, match="it has format 99, and this Aqueduct reads up to 1: update it"):
        formats.read("run", {"format": 99}, "run.json")


@pytest.mark.parametrize(
    ("text", "why"), [("{", "it is not JSON"), (" ", "it is empty"), ("[]", "it is not an object")]
)
def test_what_is_no_record_says_why(text: str, why: str) -> None:
    with pytest.raises(formats.Unreadable, match=f"^run.json can't be read: {why}.$"):
        formats.read_text("run", text, "run.json")


def test_a_line_break_at_the_end_of_an_id_is_seen() -> None:
    [sample, *_] = samples("run")
    with pytest.raises(formats.Unreadable, match="build is not a SHA-256 in 64 hex digits"):
        formats.read("run", {**sample, "build": sample["build"] + "\n"}, "it")


@pytest.mark.parametrize("levels", [701, 900])
def test_data_nested_too_deep_is_refused_at_its_place(levels: int) -> None:
    [sample, *_] = samples("run")
    spoiled = {**sample, "parameters": {"alpha": nested(levels)}}
    assert complaint("run", spoiled) == (
        "it can't be read: parameters.alpha is not a value nested at most 700 levels deep."
    )
    assert complaint("run", {**sample, "parameters": {"alpha": nested(700)}}) == ""


def test_text_nested_deeper_than_pythons_stack_is_refused_in_words() -> None:
    text = '{"later":' + "[" * 200_000 + "]" * 200_000 + "}"
    with pytest.raises(
        formats.Unreadable, match=r"^run\.json can't be read: it is nested deeper than Python can read\.$"
    ):
        formats.read_text("run", text, "run.json")


def nested(levels: int) -> Any:
    value: Any = []
    for _ in range(levels - 1):
        value = [value]
    return value


def complaint(name: str, value: object) -> str:
    """Why a value is refused; empty where it is not."""
    try:
        formats.read(name, value, "it")
    except formats.Unreadable as error:
        return str(error)
    return ""


def changed(value: Any) -> Iterator[Any]:
    """Every member of a value, however deep, as something else."""
    yield CANARY
    if isinstance(value, dict):
        for key, item in value.items():
            for inner in changed(item):
                yield {**value, key: inner}
    elif isinstance(value, list):
        for place, item in enumerate(value):
            for inner in changed(item):
                spoiled = copy.copy(value)
                spoiled[place] = inner
                yield spoiled

"""The part of JSON Schema (draft 7) that our schemas use: https://json-schema.org/draft-07."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import Any, Optional

_LARGEST = 2**53 - 1
"""Whole numbers up to this are the same in every reader of JSON (RFC 8259, 6)."""

_MOST = sys.float_info.max


def fault_in(schema: Mapping[str, Any], value: object, *, passes_over_others: bool = False) -> Optional[str]:
    """What is wrong with a value, such as `artifacts[0].size is not a whole number from 0`; None where nothing is.

    `passes_over_others`: members that a closed record does not name are no fault.
    """
    return _Check(schema.get("$defs", {}), passes_over_others).fault(schema, value, "")


def whole(value: object) -> Optional[int]:
    """A whole number that a double holds exactly, however JSON writes it (1 or 1.0), else None."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, float) and not value.is_integer():  # Neither NaN nor infinity is whole.
        return None
    return int(value) if -_LARGEST <= value <= _LARGEST else None


def is_deeper_than(levels: int, value: object) -> bool:
    """Whether more lists and dictionaries than that lie in one another. Level by level: a value may be nested deeper than any stack."""
    level = _holders([value])
    depth = 1
    while level:
        if depth > levels:
            return True
        level = [inner for holder in level for inner in _holders(holder)]
        depth += 1
    return False


def _holders(values: Any) -> list[Any]:
    items = values.values() if isinstance(values, dict) else values
    return [each for each in items if isinstance(each, (list, dict))]


class _Check:
    def __init__(self, parts: Mapping[str, Any], passes_over_others: bool) -> None:
        self._parts = parts
        self._passes_over_others = passes_over_others

    def fault(self, schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        if "$ref" in schema:
            return self.fault(self._parts[schema["$ref"].rpartition("/")[2]], value, where)
        for choice in ("anyOf", "oneOf"):
            if choice in schema:
                return self._fault_of_choice(schema[choice], schema.get("noun"), value, where)
        if "const" in schema:
            word = schema["const"]
            same = whole(value) == word if whole(word) is not None else type(value) is type(word) and value == word
            return None if same else f"{where or 'it'} is not {json.dumps(word)}"
        if "enum" in schema:
            words = schema["enum"]
            known = isinstance(value, str) and value in words
            return None if known else f"{where or 'it'} is not one of {', '.join(map(str, words))}"
        most = schema.get("mostLevels")
        if most is not None and is_deeper_than(most, value):
            return f"{where or 'it'} is not a value nested at most {most} levels deep"
        kind = schema.get("type", "object" if "properties" in schema else None)
        if kind is None:
            return None
        return getattr(self, f"_fault_of_{kind}")(schema, value, where)  # type: ignore[no-any-return]

    def _fault_of_choice(self, choices: Any, noun: Optional[str], value: object, where: str) -> Optional[str]:
        faults = [self.fault(each, value, where) for each in choices]
        if None in faults:
            return None
        if noun is not None:
            return f"{where or 'it'} is not {noun}"
        # The choice that goes furthest in is the one that was meant; it did not fail at the member that tells them apart.
        told = [fault for fault in faults if fault is not None]
        return max(told, key=lambda fault: (_depth(fault, where), not fault.endswith((" is not null", " is missing"))))

    def _fault_of_null(self, _schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        return None if value is None else f"{where or 'it'} is not null"

    def _fault_of_boolean(self, _schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        return None if isinstance(value, bool) else f"{where or 'it'} is not true or false"

    def _fault_of_number(self, _schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        # Neither NaN nor infinity, nor a whole number that the editor's doubles have no room for.
        finite = is_number and -_MOST <= value <= _MOST  # type: ignore[operator]
        return None if finite else f"{where or 'it'} is not a number"

    def _fault_of_integer(self, schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        least = schema.get("minimum")
        found = whole(value)
        if found is not None and (least is None or found >= least):
            return None
        return f"{where or 'it'} is not a whole number{'' if least is None else f' from {least}'}"

    def _fault_of_string(self, schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        if not isinstance(value, str):
            return f"{where or 'it'} is not {schema.get('noun', 'a text')}"
        pattern = schema.get("pattern")
        if pattern is None or re.fullmatch(pattern, value, re.ASCII | re.DOTALL) is not None:
            return None
        return f"{where or 'it'} is not {schema.get('noun', 'of the form ' + pattern)}"

    def _fault_of_array(self, schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        if not isinstance(value, list):
            return f"{where or 'it'} is not a list"
        items = schema.get("items", {})
        if isinstance(items, list):
            if len(value) != len(items):
                return f"{where or 'it'} is not {len(items)} values"
            pairs = list(zip(items, value))
        else:
            pairs = [(items, each) for each in value]
        for place, (each, item) in enumerate(pairs):
            fault = self.fault(each, item, f"{where}[{place}]")
            if fault is not None:
                return fault
        return None

    def _fault_of_object(self, schema: Mapping[str, Any], value: object, where: str) -> Optional[str]:
        if not isinstance(value, dict):
            return f"{where or 'it'} is not an object"
        dot = f"{where}." if where else ""
        members = schema.get("properties", {})
        for name in schema.get("required", ()):
            if name not in value:
                return f"{dot}{name} is missing"
        others = schema.get("additionalProperties")
        for name, item in value.items():
            member = members.get(name, others if isinstance(others, dict) else None)
            fault = None if member is None else self.fault(member, item, f"{dot}{name}")
            if fault is None and "propertyNames" in schema:
                fault = self.fault(schema["propertyNames"], name, f"{dot}{name}")
            if fault is not None:
                return fault
            if member is None and others is False and not self._passes_over_others:
                known = ", ".join(f'"{each}"' for each in members)
                return f"{dot}{name} is not one of {known}"
        for each in schema.get("allOf", ()):
            if self.fault(each["if"], value, where) is None:
                fault = self.fault(each["then"], value, where)
                if fault is not None:
                    return fault
        return None


def _depth(fault: str, where: str) -> int:
    """How far into the value a fault lies."""
    place = fault.partition(" is ")[0][len(where) :]
    return place.count(".") + place.count("[")

"""Turns what was shipped of a workflow into importable code again (docs/formats/definitions.md)."""

from __future__ import annotations

from aqueduct.definitions.load import load_operator

__all__ = ["load_operator"]

"""Tables into a database: what a save writes, and how it leaves no less than there was."""

from __future__ import annotations

from aqueduct.databases.saves.saved import Saved

__all__ = ["Saved"]

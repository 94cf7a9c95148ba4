"""How the operators of a run, which work at the same time, share one SQLite file."""

from __future__ import annotations

BEGIN_WRITING = "BEGIN IMMEDIATE"
"""Takes the lock at once: of two transactions that have read and then want to write, SQLite refuses one without waiting."""

SECONDS_TO_WAIT = 60.0
"""For a save to get its turn behind the others; SQLite's own five seconds are less than one large table takes."""

"""What the outcomes say of each folder."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from drawing import Mutant, short
from trying import KILLED, NOT_COVERED, SURVIVED, TIMEOUT, Tried

Entry = dict[str, str]


@dataclass(frozen=True)
class Score:
    """How many mutants of a folder were noticed; `percent` is of those that are not equivalent."""

    folder: str
    mutants: int
    killed: int
    timeouts: int
    survivors: Sequence[Tried]
    equivalent: int
    percent: float
    demanded: int


def read_equivalents(file: Path) -> list[Entry]:
    """Mutants that no test can notice, each with the reason. Lines move, so they are known by their text."""
    found: list[Entry] = json.loads(file.read_text("utf-8"))
    return found


def scores_of(tried: Sequence[Tried], demanded: Mapping[str, int], equivalents: Sequence[Entry]) -> list[Score]:
    listed = [{name: text for name, text in entry.items() if name != "reason"} for entry in equivalents]
    scores = []
    for folder, percent in demanded.items():
        own = [each for each in tried if each.mutant.folder == folder]
        alive = [each for each in own if each.outcome in (SURVIVED, NOT_COVERED)]
        survivors = [each for each in alive if entry_of(each.mutant) not in listed]
        counted = len(own) - len(alive) + len(survivors)
        noticed = 100 * (counted - len(survivors)) / counted if counted else 100.0
        killed, timeouts = (sum(each.outcome == outcome for each in own) for outcome in (KILLED, TIMEOUT))
        equivalent = len(alive) - len(survivors)
        scores.append(Score(folder, len(own), killed, timeouts, survivors, equivalent, noticed, percent))
    return scores


def table_of(scores: Sequence[Score]) -> str:
    rows = [["folder", "mutants", "killed", "timeouts", "survived", "equivalent", "score", "demanded"]]
    for score in scores:
        figures = (score.mutants, score.killed, score.timeouts, len(score.survivors), score.equivalent)
        missed = "  missed" if score.percent < score.demanded else ""
        rows.append([score.folder, *map(str, figures), f"{score.percent:.0f} %", f"{score.demanded} %{missed}"])
    return "\n".join("".join([row[0].ljust(10), *(cell.rjust(12) for cell in row[1:])]) for row in rows)


def survivor_text(tried: Tried) -> str:
    mutant = tried.mutant
    place = f"{mutant.file}:{mutant.start}:{mutant.column + 1}"
    return (
        f"{place} {tried.outcome} ({tried.tests} tests)\n  - {short(mutant.original)}\n  + {short(mutant.replacement)}"
    )


def entry_of(mutant: Mutant) -> Entry:
    """How a mutant stands in the list of equivalents, without the reason."""
    return {
        "file": mutant.file,
        "line": mutant.line,
        "original": short(mutant.original),
        "replacement": short(mutant.replacement),
    }

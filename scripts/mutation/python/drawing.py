"""Which mutants are tried: mutmut's, drawn by lines, so that each folder has its share whatever mutmut finds to change in it."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, create_mutations

PACKAGE = Path("src/runtime/aqueduct")

_FEWEST = 12
"""Fewer than this many tell nothing of a folder."""

_LINES_FOR_ONE = 3
"""Lines that are drawn for one mutant: many have none."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file; `text` is the whole file with it. Lines count from 1, columns from 0."""

    folder: str
    file: str
    start: int
    column: int
    line: str
    original: str
    replacement: str
    text: str


def draw(folders: Sequence[str], count: int, seed: int, concurrency: int) -> list[Mutant]:
    """As many mutants as asked for, at most one of each line; the same for the same seed and sources."""
    sizes = {folder: sum(len(_lines_of_code(file)) for file in files_of(folder)) for folder in folders}
    shares = {
        folder: max(round(count * sizes[folder] / sum(sizes.values())), min(_FEWEST, count)) for folder in folders
    }
    order: dict[tuple[str, int], int] = {}
    wanted: dict[tuple[str, Path], list[int]] = defaultdict(list)
    for folder in folders:
        lines = [(file, line) for file in files_of(folder) for line in _lines_of_code(file)]
        random.Random(f"{seed} {folder}").shuffle(lines)
        for place, (file, line) in enumerate(lines[: shares[folder] * _LINES_FOR_ONE]):
            order[file.as_posix(), line] = place
            wanted[folder, file].append(line)
    with ProcessPoolExecutor(concurrency) as pool:
        made = pool.map(_mutants_of, *zip(*((folder, file, lines, seed) for (folder, file), lines in wanted.items())))
        found = [mutant for mutants in made for mutant in mutants]
    found.sort(key=lambda mutant: order[mutant.file, mutant.start])
    return [mutant for folder in folders for mutant in [m for m in found if m.folder == folder][: shares[folder]]]


def files_of(folder: str) -> list[Path]:
    return sorted((PACKAGE / folder).rglob("*.py"))


def short(text: str) -> str:
    """On one line, and of a length that can be read."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= 120 else flat[:120] + "\u2026"


def _lines_of_code(file: Path) -> list[int]:
    rows = file.read_text("utf-8").splitlines()
    return [number for number, row in enumerate(rows, start=1) if row.strip() and not row.strip().startswith("#")]


def _mutants_of(folder: str, file: Path, lines: Sequence[int], seed: int) -> list[Mutant]:
    """One mutant of each of these lines that has any."""
    text = file.read_text("utf-8")
    module, mutations, _, _ = create_mutations(str(file), text)
    positions = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    by_line: dict[int, list[Mutation]] = defaultdict(list)
    for mutation in mutations:
        by_line[positions[mutation.original_node].start.line].append(mutation)
    found = []
    for line in lines:
        changes = by_line[line]
        random.Random(f"{seed} {file.as_posix()} {line}").shuffle(changes)
        for change in changes:
            changed = module.deep_replace(change.original_node, change.mutated_node)
            assert isinstance(changed, libcst.Module)
            if _compiles(changed.code):
                original, replacement = (
                    module.code_for_node(node) for node in (change.original_node, change.mutated_node)
                )
                column = positions[change.original_node].start.column
                row = text.splitlines()[line - 1].strip()
                found.append(Mutant(folder, file.as_posix(), line, column, row, original, replacement, changed.code))
                break
    return found


def _compiles(code: str) -> bool:
    try:
        compile(code, "<mutant>", "exec")
    except SyntaxError:
        return False
    return True

"""Which mutants are tried: mutmut's, drawn by lines, so that each folder has its share whatever mutmut finds to change in it."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, create_mutations

PACKAGE = Path("src/runtime/aqueduct")

_FEWEST = 12
"""Fewer than this many tell nothing of a folder."""


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


@dataclass(frozen=True)
class _Change:
    """A mutant that may be drawn; its text is made only where it is."""

    folder: str
    file: str
    module: libcst.Module
    mutation: Mutation
    start: int
    column: int

    def mutant(self) -> Optional[Mutant]:
        """None where the changed file is not Python."""
        original, replacement = self.mutation.original_node, self.mutation.mutated_node
        changed = self.module.deep_replace(original, replacement)
        assert isinstance(changed, libcst.Module)
        if not _compiles(changed.code):
            return None
        return Mutant(
            self.folder,
            self.file,
            self.start,
            self.column,
            self.module.code.splitlines()[self.start - 1].strip(),
            self.module.code_for_node(original),
            self.module.code_for_node(replacement),
            changed.code,
        )


def draw(folders: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """As many mutants as asked for, at most one of each line."""
    chance = random.Random(seed)
    sizes = {folder: sum(_lines_of_code(file.read_text("utf-8")) for file in files_of(folder)) for folder in folders}
    drawn: list[Mutant] = []
    for folder in folders:
        share = max(round(count * sizes[folder] / sum(sizes.values())), min(_FEWEST, count))
        lines = _changes_by_line(folder)
        chance.shuffle(lines)
        while share and lines:
            mutant = chance.choice(lines.pop()).mutant()
            if mutant is not None:
                drawn.append(mutant)
                share -= 1
    return drawn


def files_of(folder: str) -> list[Path]:
    return sorted((PACKAGE / folder).rglob("*.py"))


def short(text: str) -> str:
    """On one line, and of a length that can be read."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= 120 else flat[:120] + "\u2026"


def _lines_of_code(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip() and not line.strip().startswith("#"))


def _changes_by_line(folder: str) -> list[list[_Change]]:
    lines: dict[tuple[str, int], list[_Change]] = defaultdict(list)
    for file in files_of(folder):
        module, mutations, _, _ = create_mutations(str(file), file.read_text("utf-8"))
        positions = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
        for mutation in mutations:
            start = positions[mutation.original_node].start
            change = _Change(folder, file.as_posix(), module, mutation, start.line, start.column)
            lines[change.file, change.start].append(change)
    return list(lines.values())


def _compiles(code: str) -> bool:
    try:
        compile(code, "<mutant>", "exec")
    except SyntaxError:
        return False
    return True

"""Draws mutants, tries them, and prints what the tests did not notice; started by python.mjs beside this folder."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import sessions
from drawing import draw
from judging import entry_of, read_equivalents, scores_of, survivor_text, table_of
from reaching import measure
from tree import copy_tree, make_tree
from trying import Tried, try_mutants

DEMANDED = {"launcher": 80, "shipping": 70, "values": 70}
"""Percents that the tests have to notice."""

EQUIVALENTS = Path(__file__).parents[1] / "equivalents-python.json"


def main() -> int:
    """1 where a folder misses what is demanded of it."""
    given = _options()
    root, place = Path.cwd(), Path.cwd() / "out/mutation-python"
    demanded = {folder: DEMANDED[folder] for folder in given.folder or DEMANDED}
    _print(f"Mutations of src/runtime/aqueduct/{{{','.join(demanded)}}}, seed {given.seed}")
    mutants = draw(list(demanded), given.count, given.seed, given.concurrency)
    _print(f"{len(mutants)} drawn; running all tests once, to see what each reaches")
    sessions.warm_up()
    first = make_tree(root, place / "tree-1")
    reach = measure(first, list(demanded), place / "measured", given.concurrency)
    trees = [first, *(copy_tree(first, place / f"tree-{number}") for number in range(2, given.concurrency + 1))]
    tried: list[Tried] = []
    for one in try_mutants(mutants, reach, trees, place / "logs"):
        tried.append(one)
        if len(tried) % 20 == 0:
            _print(f"{len(tried)} of {len(mutants)}")
    scores = scores_of(tried, demanded, read_equivalents(EQUIVALENTS))
    survivors = [each for score in scores for each in sorted(score.survivors, key=_place)]
    if survivors:
        _print("\nNot noticed:\n\n" + "\n".join(map(survivor_text, survivors)))
    _print(f"\n{table_of(scores)}\n")
    reports = root / "out/reports"
    reports.mkdir(parents=True, exist_ok=True)
    listed = [entry_of(each.mutant) for each in survivors]
    (reports / "mutation-python-survivors.json").write_text(json.dumps(listed, indent=2) + "\n", "utf-8")
    return int(any(score.percent < score.demanded for score in scores))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="node scripts/mutation/python.mjs")
    parser.add_argument("--seed", type=int, default=20261)
    parser.add_argument("--count", type=int, default=240)
    parser.add_argument("--folder", action="append", choices=list(DEMANDED))
    parser.add_argument("--concurrency", type=int, default=1)
    return parser.parse_args()


def _place(tried: Tried) -> tuple[str, int]:
    return tried.mutant.file, tried.mutant.start


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

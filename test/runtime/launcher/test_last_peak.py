"""What is read of a try whose process left no result."""

from __future__ import annotations

from pathlib import Path

import pytest

from aqueduct.launcher.staging import Stage
from aqueduct.store.folder import FolderStore


@pytest.mark.parametrize(
    ("lines", "peak"),
    [
        ([], None),
        (['{"event":"started","at":"…"}'], None),
        (['{"event":"memory","peakBytes":1}', '{"event":"memory","peakBytes":7}'], 7),
        (['{"event": "memory", "peakBytes": 7}'], 7),
        (['{"peakBytes":7,"event":"memory"}', '{"event":"output","text":"\\"event\\": \\"memory\\""}'], 7),
        (['{"event":"memory","peakBytes":7}', '{"event":"memory","pea'], 7),
    ],
    ids=["nothing", "no memory", "as docs/formats writes it", "with blanks", "in any order", "cut off"],
)
def test_the_last_peak_is_found_however_its_line_is_spaced(tmp_path: Path, lines: list[str], peak: int) -> None:
    stage = Stage(FolderStore(str(tmp_path / "store")), tmp_path)
    (stage.attempt / "events.ndjson").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert stage.last_peak() == peak

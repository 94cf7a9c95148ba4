"""Makes the demo database at a place of one's own: `python make_demo_database.py PATH`."""

from __future__ import annotations

import runpy
from pathlib import Path

runpy.run_path(
    str(Path(__file__).parents[2] / "src" / "runtime" / "aqueduct" / "databases" / "demo.py"), run_name="__main__"
)

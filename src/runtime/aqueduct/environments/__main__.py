"""`start.py environments [FILE]`: one JSON object about this interpreter, and what a workflow file lacks in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from aqueduct.environments.survey import survey


def main() -> int:
    """Prints it; the exit code is 0."""
    sys.stdout.write(json.dumps(survey(Path(sys.argv[1]) if len(sys.argv) > 1 else None)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

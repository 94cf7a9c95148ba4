"""What is known of this interpreter before something is installed into it."""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import Any, Optional

from aqueduct.environments.lacking import lacking

OLD_SDK = "aqueduct-sdk"
"""Aqueduct's own last SDK, whose package has the same name."""


def survey(file: Optional[Path]) -> dict[str, Any]:
    """As `PythonSurvey` in `src/core/actions/setUpPython.ts` reads it; no code of the user's is run."""
    packages = sysconfig.get_paths()["purelib"]
    return {
        "format": 1,
        "python": platform.python_version(),
        "executable": sys.executable,
        "packages": packages,
        "isVirtual": sys.prefix != sys.base_prefix or (Path(sys.prefix) / "conda-meta").is_dir(),
        "isManaged": (Path(sysconfig.get_paths()["stdlib"]) / "EXTERNALLY-MANAGED").is_file(),
        "isWritable": os.access(packages, os.W_OK),
        "hasPip": importlib.util.find_spec("pip") is not None,
        "aqueduct": _version("aqueduct"),
        "oldSdk": _version(OLD_SDK),
        "lacking": [] if file is None else lacking(file),
    }


def _version(distribution: str) -> Optional[str]:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None

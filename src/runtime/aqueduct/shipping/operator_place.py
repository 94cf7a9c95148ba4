"""Where an operator runs, and the files that it names: one rule for runs, workers and files that are run by hand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Optional

from aqueduct.shipping.dependencies import Dependencies, file_dependencies
from aqueduct.shipping.following import Workspace


class Place:
    """The working folder of an operator and its `file_dependencies`.

    It runs in the folder of the workflow file; where it names files, in the folder of its own file, which these stand
    relative to. Raises what `file_dependencies` raises.
    """

    def __init__(self, listed: Any, own_file: Optional[str], workflow_folder: Path, workspace: Workspace) -> None:
        """`own_file` is where the operator's decorator was applied; None where that is no file."""
        self.working_folder = workflow_folder
        self.dependencies = Dependencies()
        if listed:
            if own_file is not None and workspace.is_user_file(own_file):
                # A module that was found through `sys.path.append('..')` has that in its name.
                self.working_folder = Path(os.path.abspath(own_file)).parent
            self.dependencies = file_dependencies(listed, self.working_folder, workspace)

"""Where an operator runs, and the files that it names: one rule for runs, workers and files that are run by hand."""

from __future__ import annotations

from pathlib import Path

from aqueduct.operators import DecoratedFunction
from aqueduct.shipping.dependencies import Dependencies, file_dependencies
from aqueduct.shipping.following import Workspace


class Place:
    """The working folder of an operator and its `file_dependencies`.

    It runs in the folder of the workflow file; where it names files, in the folder of its own file, which these stand
    relative to. Raises what `file_dependencies` raises.
    """

    def __init__(self, decorated: DecoratedFunction, workspace: Workspace, workflow_folder: Path) -> None:
        listed = decorated.options.file_dependencies
        self.working_folder = workflow_folder
        self.dependencies = Dependencies()
        if listed:
            home = decorated.home
            if home is not None and workspace.is_user_file(home.file):
                self.working_folder = Path(home.file).parent
            self.dependencies = file_dependencies(listed, self.working_folder, workspace)

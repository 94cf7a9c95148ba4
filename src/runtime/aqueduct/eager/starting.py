"""The recorder of a file that is run by hand."""

from __future__ import annotations

from typing import Optional

from aqueduct.eager.execution import Execution
from aqueduct.eager.places import Places
from aqueduct.eager.project import find_project
from aqueduct.eager.telling import hide_our_frames, tell
from aqueduct.recording.model import Source
from aqueduct.recording.place import nearest_frame
from aqueduct.recording.recorder import Recorder


def start() -> Recorder:
    """A recorder that executes; raises InvalidResourceException where `aqueduct.json` cannot be read."""
    hide_our_frames()
    project = find_project()
    places = Places(project.folder)
    recorder = ByHand(
        locate=places.locate, capture=places.function_of, resources=project.kinds(), dialects=project.dialects()
    )
    recorder.execution = Execution(project, recorder.operators)
    return recorder


class ByHand(Recorder):
    """Says its notes at once, since nobody reads them later."""

    def note(self, code: str, severity: str, message: str, source: Optional[Source] = None) -> None:
        """Says a sentence with the line that it is about. An error says it itself: it is raised at once."""
        if severity == "error":
            return
        frame = nearest_frame()
        where = "" if frame is None else f"{frame.f_code.co_filename}:{frame.f_lineno}: "
        tell(f"{where}{message}")

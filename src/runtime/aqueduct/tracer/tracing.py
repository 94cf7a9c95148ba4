"""One trace: a request to its result."""

from __future__ import annotations

import linecache
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

from aqueduct.definitions import rebuild
from aqueduct.definitions.after_import import AfterImport
from aqueduct.environments.digest import environment_digest
from aqueduct.namesakes import unreachable_imports
from aqueduct.recording import session
from aqueduct.recording.graph import graph_json
from aqueduct.recording.model import Source
from aqueduct.recording.place import call_source
from aqueduct.recording.recorder import Recorder
from aqueduct.shipping.building import Builder
from aqueduct.shipping.capture import Capturer
from aqueduct.shipping.following import Follower, Workspace
from aqueduct.shipping.requirements import file_requirements
from aqueduct.shipping.top_level import TopLevel
from aqueduct.source_files import first_line, function_nodes, read_source, shown_path, try_read_source
from aqueduct.tracer.environment import EnvironmentObserver
from aqueduct.tracer.failure import failure_of
from aqueduct.tracer.observing import ImportObserver
from aqueduct.tracer.request import Request
from aqueduct.tracer.run_file import prepare, run
from aqueduct.values.functions import MODULE


def trace(request: Request) -> dict[str, Any]:
    """Runs the file and gives the result of docs/formats/trace.md, a failure of the user's included."""
    return _Trace(request).result()


class _Trace:
    def __init__(self, request: Request) -> None:
        self._request = request
        self._workspace = Workspace(request.folder)
        self._recorder = Recorder(
            locate=lambda: call_source(request.folder, self._workspace.is_user_file),
            resources=request.resources,
            shown=self._workspace.path_of,
            dialects=request.dialects,
        )
        self._environment = environment_digest(request.folder, Path(__file__).parents[2])
        self._failure: Optional[dict[str, Any]] = None
        self._observer = ImportObserver()
        self._readings = EnvironmentObserver(self._workspace.is_user_file, self._shown)

    def result(self) -> dict[str, Any]:
        self._run()
        recorder = self._recorder
        shipments: list[dict[str, Any]] = []
        if self._failure is None:
            file = self._request.file
            builder = Builder(
                self._request.folder, self._request.blobs, file_requirements(file, read_source(str(file)).text)
            )
            shipments = builder.shipments(recorder)
        return {
            "format": 1,
            "python": ".".join(str(part) for part in sys.version_info[:3]),
            "environment": self._environment,
            "graph": graph_json(recorder),
            "failure": self._failure,
            "shipments": shipments,
        }

    def _run(self) -> None:
        request = self._request
        own_path = list(sys.path)
        module = prepare(request.file)
        sys.modules[MODULE] = module  # what captured values are pickled under
        rebuild.set_folder(request.folder)
        self._observer.install()
        self._readings.install()
        session.start_tracing(self._recorder)
        try:
            follower = Follower(self._workspace, self._observer.imports)
            capturer = Capturer(
                request.file,
                module,
                self._workspace,
                follower,
                self._report,
                self._readings.readings,
                self._recorder.locate,
            )
            self._recorder.capture = capturer.capture
            self._recorder.refuse = lambda code, message, source: self._report(code, message, source, "error")
            self._recorder.capture_parameter = capturer.capture_parameter
            self._refuse_namesakes(request.file)
            if self._failure is None:
                with self._watching(capturer.top):
                    run(request.file, module, capturer.top.watched)
                capturer.finish()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the user's file raises is the user's failure
            self._failure = failure_of(error, self._shown, self._workspace.is_user_file)
        finally:
            session.stop_tracing()
            self._readings.remove()
            self._observer.remove()
            sys.path[:] = own_path  # what is done from now on is ours, and finds nothing beside the workflow

    def _refuse_namesakes(self, file: Path) -> None:
        source = read_source(str(file))
        for node, message in unreachable_imports(source.tree, str(file.parent)):
            self._report("name-is-taken", message, source.range_of(node, self._shown(str(file))), "error")

    @contextmanager
    def _watching(self, top: TopLevel) -> Iterator[None]:
        """Notes what the file and the workspace's modules make, while they are executed."""
        after = AfterImport(lambda spec: self._workspace.is_user_file(str(spec.origin)), top.imported)
        sys.meta_path.insert(1, after)  # behind the observer, which looks at who imports
        top.start()
        try:
            yield
        finally:
            top.stop()
            sys.meta_path.remove(after)

    def _function_at(self, place: Source) -> str:
        source = try_read_source(str(self._request.folder / place.file))
        around = function_nodes(source.tree) if source is not None else iter(())
        names = [node.name for node in around if first_line(node) <= place.line <= (node.end_lineno or 0)]
        return names[-1] if names else "<module>"

    def _shown(self, path: str) -> str:
        return shown_path(path, self._request.folder)

    def _report(self, code: str, message: str, source: Optional[Source], severity: str) -> None:
        """Notes a problem on a line; the first error is the trace's failure, though the file runs to its end."""
        place = source or self._recorder.locate()
        self._recorder.note(code, severity, message, place)
        if severity == "error" and self._failure is None and place is not None:
            line = linecache.getline(str(self._request.folder / place.file), place.line).strip()
            self._failure = {
                "message": message,
                "tip": "Change this line as the message says.",
                "trace": [{"file": place.file, "line": place.line, "function": self._function_at(place), "text": line}],
            }

"""Keys of the store, the same as `core/store/keys.ts` makes; `test/fixtures/store/keys.json` holds both to it.

In Python 3.8 grammar: the launcher uses it in Airflow's interpreter.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timezone

FORMAT = "aqueduct-store.json"
"""The key of the number of the store's layout."""


@dataclass(frozen=True)
class RunPlace:
    """Where a life of a run lies: `key` is the workflow's folder, `life` a start as `life_of` writes it."""

    project: str
    key: str
    rid: str
    life: str

    @property
    def folder(self) -> str:
        """The folder of this life, with a slash at its end."""
        return f"{self.run_folder}{self.life}/"

    @property
    def run_folder(self) -> str:
        """The folder of all lives of the run, with a slash at its end."""
        return f"runs/{self.project}/{self.key}/{self.rid}/"

    @property
    def record(self) -> str:
        """The key of `run.json`."""
        return f"{self.folder}run.json"

    @property
    def last_good(self) -> str:
        """The key of the manifests whose types this life is held to."""
        return f"{self.folder}lastGood.json"

    @property
    def markers(self) -> str:
        """The folder of the markers of all runs of the workflow, with a slash at its end."""
        return f"runs/{self.project}/{self.key}/by-time/"

    @property
    def marker(self) -> str:
        """The key of the empty marker by which the run is found in order of time."""
        return f"{self.markers}{self.life[:6]}/{self.life}-{self.rid}"

    def attempt(self, operator: str, number: int) -> AttemptPlace:
        """Try `number` (from 1) of an operator."""
        return AttemptPlace(f"{self.folder}{operator}/{number:04d}", f"values/{self.project}/{self.key}/sha256/")


@dataclass(frozen=True)
class AttemptPlace:
    """The keys of one attempt; `key` has no slash at its end, `values` is the folder of all values of the workflow's runs."""

    key: str
    values: str

    @property
    def manifest(self) -> str:
        return f"{self.key}/manifest.json"

    def value(self, digest: str) -> str:
        """Of bytes with this SHA-256: equal ones lie there once."""
        return f"{self.values}{digest}"

    def sample(self, number: int) -> str:
        return f"{self.key}/samples/{number}.json"

    def log(self, stream: str) -> str:
        return f"{self.key}/{stream}.log"


def run_key(project: str, workflow: str, target: str, run_id: str) -> str:
    """Names a run in the store: 20 hex digits."""
    return hashlib.sha256("\0".join((project, workflow, target, run_id)).encode("utf-8")).hexdigest()[:20]


def life_of(start: datetime) -> str:
    """A time with a zone as it stands in keys: `20261121T012301.048772Z`."""
    return start.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%S.%fZ")


def time_of(life: str) -> str:
    """The time that a life stands for, as docs/formats writes times."""
    return f"{life[:4]}-{life[4:6]}-{life[6:11]}:{life[11:13]}:{life[13:]}"


def blob(digest: str) -> str:
    return f"blobs/sha256/{digest}"


def build(project: str, key: str, name: str) -> str:
    """The key of a build's record; `name` is its 64 hex digits."""
    return f"workflows/{project}/{key}/builds/{name}.json"

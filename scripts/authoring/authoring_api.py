"""What the authoring API has, read from the Python package itself: names, members of enumerations, and signatures.

Reading the text of a workflow file knows the API by this alone: `npm run authoring-api` writes it to
`src/core/model/authoringApi.ts`. Prints one JSON object. Needs the runtime on PYTHONPATH, and no other package.
"""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import json
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import aqueduct
from aqueduct.lacking import SENTENCES
from aqueduct.recording.not_used import REASONS

# Modules that workflow files import from, as Aqueduct 0.3 has them. What is in the others is no matter of workflow files.
PUBLIC = (
    "aqueduct",
    "aqueduct.artifacts",
    "aqueduct.client",
    "aqueduct.config",
    "aqueduct.constants",
    "aqueduct.constants.enums",
    "aqueduct.constants.exports",
    "aqueduct.decorator",
    "aqueduct.error",
    "aqueduct.flow",
    "aqueduct.models",
    "aqueduct.models.operators",
    "aqueduct.resources",
    "aqueduct.resources.connect_config",
    "aqueduct.schedule",
)
# Classes of what a workflow file holds.
HANDLES = {
    "Client": "client",
    "Flow": "flow",
    "Artifact": "artifacts",
    "DecoratedFunction": "operators",
    "Resource": "resources",
    "DatabaseResource": "resources",
    "StoreResource": "resources",
    "EngineResource": "resources",
}
# What files call besides what `aqueduct` exports.
ALSO_CALLED = {"RelationalDBExtractParams": "models.operators"}


def api() -> dict[str, Any]:
    """Names by module, by class and by enumeration, and signatures: by parameter its default, null where it has none."""
    modules = {path: sorted(names_of(importlib.import_module(path))) for path in PUBLIC}
    public = {path.split(".")[1] for path in PUBLIC if "." in path}
    handles = {name: getattr(importlib.import_module(f"aqueduct.{home}"), name) for name, home in HANDLES.items()}
    return {
        "modules": modules,
        "innerModules": sorted({each.name for each in pkgutil.iter_modules(aqueduct.__path__)} - public),
        "handles": {name: sorted(attributes_of(kind)) for name, kind in handles.items()},
        "enumerations": dict(sorted(enumerations())),
        "signatures": dict(signatures(handles)),
        "notUsed": REASONS,
        "notThere": SENTENCES,
    }


def names_of(module: ModuleType) -> set[str]:
    """What a module defines itself; of the package, what it exports."""
    if module is aqueduct:
        return set(aqueduct.__all__)
    names: set[str] = set()
    for node in tree_of(module).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("_")}


def tree_of(of: Any) -> Any:
    """The syntax tree of a module's or a class's source."""
    return ast.parse(inspect.getsource(of))


def attributes_of(kind: type) -> set[str]:
    """What every object of a class has: what the class has, and what `__init__` sets."""
    names = set(dir(kind))
    for node in ast.walk(tree_of(kind)):
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            names |= {
                each.attr
                for each in ast.walk(node)
                if isinstance(each, ast.Attribute)
                and isinstance(each.ctx, ast.Store)
                and isinstance(each.value, ast.Name)
                and each.value.id == "self"
            }
    return {name for name in names if not name.startswith("_")}


def enumerations() -> Iterator[tuple[str, dict[str, Any]]]:
    """The members of the enumerations of public modules, and the values that they stand for."""
    for path in PUBLIC:
        module = importlib.import_module(path)
        for name in names_of(module):
            kind = getattr(module, name)
            if isinstance(kind, type) and issubclass(kind, enum.Enum) and kind.__members__:
                yield name, {member: value_of(found) for member, found in kind.__members__.items()}


def signatures(handles: dict[str, type]) -> Iterator[tuple[str, dict[str, Any]]]:
    """By what is called: `op`, `Client`, `Client.publish_flow`."""
    also = {name: getattr(importlib.import_module(f"aqueduct.{home}"), name) for name, home in ALSO_CALLED.items()}
    for name, called in {**{name: getattr(aqueduct, name) for name in sorted(aqueduct.__all__)}, **also}.items():
        if callable(called) and not (isinstance(called, type) and issubclass(called, enum.Enum)):
            yield name, parameters_of(called)
    for owner, kind in handles.items():
        for name, method in vars(kind).items():
            if inspect.isfunction(method) and not name.startswith("_"):
                yield f"{owner}.{name}", parameters_of(method, is_method=True)


def parameters_of(called: Any, is_method: bool = False) -> dict[str, Any]:
    """`*` stands before those that can only be given by name, as in Python's own text."""
    parameters = list(inspect.signature(called).parameters.values())[1 if is_method else 0 :]
    found: dict[str, Any] = {}
    for parameter in parameters:
        if parameter.kind is parameter.POSITIONAL_ONLY:
            raise ValueError(f"{called}: parameters that have no name are not told apart yet")
        if parameter.kind is parameter.KEYWORD_ONLY and not any(name.startswith("*") for name in found):
            found["*"] = []
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        has_default = parameter.default is not parameter.empty
        found[stars + parameter.name] = [value_of(parameter.default)] if has_default else []
    return found


def value_of(value: object) -> Any:
    """Of a member of an enumeration the value that it stands for."""
    if isinstance(value, enum.Enum):
        return value_of(value.value)
    if value is None or isinstance(value, (bool, int, str)):
        return value
    raise ValueError(f"{value!r} can't be written")


if __name__ == "__main__":
    json.dump(api(), sys.stdout, indent=1)

"""Names of Aqueduct 0.3 that are not here, or are refused, and what is said where a file uses one.

`npm run authoring-api` hands the words on to what reads the text of a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NoReturn, Optional

from aqueduct.error import UnsupportedFeatureException

_LATER = "comes in a later version"
_NOT_HERE = "is not there: resources are databases, stores and Airflow servers, not"
_NO_HANDLE = "Read it in a function of your own, under @op."
_CLUSTER = "is not there: clusters are not made by a workflow file. Workflows run on this machine and on Airflow."
_NOT_KNOWN = "not known while a workflow file is read"
_RUNS = f"is {_NOT_KNOWN}: use `aqueduct runs WORKFLOW`, or the run history in the editor."
_WORKFLOWS = f"are {_NOT_KNOWN}: use `aqueduct runs`, or the run history in the editor."
_NO_VALUE = "its value is known when the workflow runs. Do this in an operator that takes it."
_CALL_THE_MODEL = "until then call the model in a function of your own, under @op."


class NotThere(UnsupportedFeatureException, AttributeError):
    """A thing of the authoring API lacks an attribute that Aqueduct's had; `hasattr` and `getattr` take it for that."""


def refusal(name: str) -> UnsupportedFeatureException:
    """What to raise where a name is called that is there only to be refused."""
    return UnsupportedFeatureException(SENTENCES[name])


def refuse_attribute(owner: str, name: str, attribute: str) -> NoReturn:
    """For `__getattr__` of handles: raises NotThere in the words of the table, else AttributeError as Python does.

    `owner` is its name in the table, `name` that of its class.
    """
    sentence = SENTENCES.get(f"{owner}.{attribute}")
    if sentence is not None:
        raise NotThere(sentence)
    raise AttributeError(f"{name!r} object has no attribute {attribute!r}")


def refuse_name(module: str, name: str) -> NoReturn:
    """For `__getattr__` of modules. What the table has is no AttributeError, for `from … import` would swallow its words."""
    sentence = SENTENCES.get(f"{module}.{name}")
    if sentence is not None:
        raise UnsupportedFeatureException(sentence)
    raise AttributeError(f"module {module!r} has no attribute {name!r}")


def missing_module(name: Optional[str]) -> Optional[str]:
    """What to say where one of Aqueduct's modules is imported that is not here; None for any other module."""
    return SENTENCES.get(name or "")


_USES = (
    (r"not iterable|be an iterable|non-iterable", "__iter__"),
    (r"not subscriptable", "__getitem__"),
    (r"has no len\(\)", "__len__"),
    (r"unsupported operand|not supported between|can only concatenate", "__add__"),
    (r"(float|int)\(\) argument", "__float__"),
)


def used_as_value(error: BaseException) -> Optional[str]:
    """What to say where Python refuses an artifact that is used as the value that it stands for; None for any other error."""
    text = str(error)
    if not isinstance(error, TypeError) or not re.search(r"\bArtifact\b", text):
        return None
    return next((SENTENCES[f"Artifact.{method}"] for pattern, method in _USES if re.search(pattern, text)), None)


def _each(paths: Iterable[str], text: Callable[[str], str]) -> dict[str, str]:
    return {f"aqueduct.{path}": text(f"aqueduct.{path}") for path in paths}


def _instead(write: str) -> Callable[[str], str]:
    return lambda name: f"{name} is not there: write `from {write}` instead, and its name there."


_KINDS = "aws aws_lambda databricks dynamic_k8s ecr gar google_sheets k8s mongodb salesforce spark"
_PARTS = (
    "artifacts._create artifacts.create artifacts.preview artifacts.system_metric constants.metrics globals models.artifact "
    "models.config models.dag models.dag_rules models.execution_state resources.parameters resources.save type_annotations "
    "utils"
)
_ENUMERATIONS = (
    "CloudProviderType CustomizableResourceType DisplayNodeType ExecutionMode FunctionGranularity FunctionType "
    "GithubRepoConfigContentType GoogleSheetsSaveMode K8sClusterActionType K8sClusterStatusType "
    "LocalDataSerializationType LocalDataTableFormat NotificationLevel NotificationLogLevel OperatorType "
    "RelationalDBServices RuntimeType S3SerializationType S3TableFormat SalesforceExtractType SerializationType "
    "SparkRuntimeType TriggerType"
)
_SERVICES = (
    "AQUEDUCT_ENGINE AWS CONDA DATABRICKS ECR EMAIL FILESYSTEM GAR GCS GITHUB GOOGLE_SHEETS K8S LAMBDA SALESFORCE SLACK "
    "SPARK"
)

SENTENCES: dict[str, str] = {
    **_each(
        [f"artifacts.{kind}_artifact" for kind in ("base", "bool", "generic", "numeric", "table")],
        _instead("aqueduct.artifacts import Artifact"),
    ),
    **_each(["resources.sql"], _instead("aqueduct.resources import DatabaseResource")),
    **_each(["resources.s3"], _instead("aqueduct.resources import StoreResource")),
    **_each(["resources.airflow"], _instead("aqueduct.resources import EngineResource")),
    **_each(["models.resource"], _instead("aqueduct.resources import Resource")),
    **_each(
        [f"resources.{kind}" for kind in _KINDS.split()],
        lambda name: f"{name} is not there: resources are databases, stores and Airflow servers. Take the import out.",
    ),
    **_each(["flow_run"], lambda name: f"{name} is not there: a run {_RUNS}"),
    **_each(["github"], lambda name: f"{name} {_LATER}: keep the code beside the workflow."),
    **_each(["llm_wrapper", "llm_op", "supported_llms"], lambda name: f"{name} {_LATER}: {_CALL_THE_MODEL}"),
    **_each(_PARTS.split(), lambda name: f"{name} is not there: it was a part of Aqueduct's own. Take the import out."),
    **_each(
        [f"constants.enums.{name}" for name in _ENUMERATIONS.split()],
        lambda name: f"{name} is not there: no call takes it. Take it out.",
    ),
    **{
        f"ServiceType.{member}": f"ServiceType.{member} is not there: resources are databases, stores and Airflow "
        "servers, and stand in aqueduct.json."
        for member in _SERVICES.split()
    },
    "aqueduct.resources.connect_config.AWSCredentialType": "aqueduct.resources.connect_config.AWSCredentialType is not "
    "there: credentials of AWS come from its credential chain.",
    "Client.list_flows": f"client.list_flows() asks for published workflows, which {_WORKFLOWS}",
    "Client.flow": f"client.flow() asks for published workflows, which {_WORKFLOWS}",
    "Client.github": f"client.github() {_LATER}: keep the code beside the workflow.",
    "Client.create_param(use_local)": f"create_param(use_local=True) {_LATER}: read the file in a function of your own, "
    "under @op.",
    "Client.publish_flow(source_flow)": f"publish_flow(source_flow=…) {_LATER}: use schedule=.",
    "RelationalDBExtractParams(github_metadata)": f"A query from a file on GitHub {_LATER}: give it as text.",
    "Flow.latest": f"flow.latest() asks for a run, which {_RUNS}",
    "Flow.list_runs": f"flow.list_runs() asks for runs: what has run {_RUNS}",
    "Flow.fetch": f"flow.fetch() asks for a run, which {_RUNS}",
    "Flow.list_saved_objects": "flow.list_saved_objects() is not there: what a workflow saves stands in its file.",
    "Artifact.id": "artifact.id() is not there: an artifact is known by its name. Write artifact.name().",
    "Artifact.execution_state": f"artifact.execution_state() is not there: how an operator ended {_RUNS}",
    "Artifact.list_preset_metrics": "artifact.list_preset_metrics() is not there: the presets are number_of_rows, "
    "number_of_missing_values, max, min, mean and std.",
    "Artifact.list_preset_checks": "artifact.list_preset_checks() is not there: the preset is bound().",
    "Artifact.list_system_metrics": "artifact.list_system_metrics() is not there: time and memory of every operator are "
    "shown with each run.",
    "Artifact.remove_check": "artifact.remove_check() is not there: leave out the call that makes the check, or name "
    "those to publish in publish_flow(checks=[…]).",
    "Artifact.system_metric": f"system_metric() {_LATER}; time and memory of every operator are shown with each run.",
    "Artifact.validate_with_expectation": f"validate_with_expectation() {_LATER}; write the expectation as a @check.",
    "Artifact.__iter__": f"An artifact cannot be looped over, searched or unpacked: {_NO_VALUE}",
    "Artifact.__getitem__": f"An artifact has no items: {_NO_VALUE}",
    "Artifact.__len__": f"An artifact has no length: {_NO_VALUE}",
    "Artifact.__add__": f"An artifact cannot be calculated with or compared: {_NO_VALUE}",
    "Artifact.__float__": f"An artifact is not a number: {_NO_VALUE}",
    "Resource.save(table_name)": f"A parameter as the name of a table {_LATER}: write the name as text.",
    "Resource.type": "resource.type() is not there: the type of a resource stands in aqueduct.json.",
    "Resource.collection": f"resource.collection() {_NOT_HERE} MongoDB. {_NO_HANDLE}",
    "Resource.spreadsheet": f"resource.spreadsheet() {_NOT_HERE} Google Sheets. {_NO_HANDLE}",
    "Resource.search": f"resource.search() {_NOT_HERE} Salesforce. {_NO_HANDLE}",
    "Resource.query": f"resource.query() {_NOT_HERE} Salesforce. A database has sql().",
    "Resource.status": f"resource.status() {_CLUSTER}",
    "Resource.create": f"resource.create() {_CLUSTER}",
    "Resource.update": f"resource.update() {_CLUSTER}",
    "Resource.delete": f"resource.delete() {_CLUSTER}",
    "Resource.k8s": f"resource.k8s {_CLUSTER}",
    "Resource.image": "resource.image() is not there: operators run in the Python environment of the machine that runs "
    "them.",
    "StoreResource.file": f"Reading files of a store as artifacts {_LATER}: read the file in a function of your own, "
    "under @op.",
    "StoreResource.save": f"Saving artifacts as files of a store {_LATER}: write the file in a function of your own, "
    "under @op.",
}

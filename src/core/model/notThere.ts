/**
 * Names of Aqueduct 0.3 that are not here, or are refused: what is said where a file uses one. The runtime says the same (`lacking.py`); both are
 * held to `test/fixtures/sdk/notThere.json`.
 */
export function notThereText(name: string): string | undefined {
  return Object.hasOwn(sentences, name) ? sentences[name] : undefined;
}

const later = "comes in a later version";
const noHandle = "Read it in a function of your own, under @op.";
const cluster = "is not there: clusters are not made by a workflow file. Workflows run on this machine and on Airflow.";
const runs =
  "is not known while a workflow file is read: use `aqueduct runs WORKFLOW`, or the run history in the editor.";
const workflows = "are not known while a workflow file is read: use `aqueduct runs`, or the run history in the editor.";
const asAnnotation = (name: string, write: string): string =>
  `${name} is not there: write \`from ${write}\` instead, and its name there.`;

const modules = {
  ...each(
    [
      "artifacts.base_artifact",
      "artifacts.bool_artifact",
      "artifacts.generic_artifact",
      "artifacts.numeric_artifact",
      "artifacts.table_artifact",
    ],
    (name) => asAnnotation(name, "aqueduct.artifacts import Artifact"),
  ),
  ...each(["resources.sql"], (name) => asAnnotation(name, "aqueduct.resources import DatabaseResource")),
  ...each(["resources.s3"], (name) => asAnnotation(name, "aqueduct.resources import StoreResource")),
  ...each(["resources.airflow"], (name) => asAnnotation(name, "aqueduct.resources import EngineResource")),
  ...each(["models.resource"], (name) => asAnnotation(name, "aqueduct.resources import Resource")),
  ...each(
    [
      "aws",
      "aws_lambda",
      "databricks",
      "dynamic_k8s",
      "ecr",
      "gar",
      "google_sheets",
      "k8s",
      "mongodb",
      "salesforce",
      "spark",
    ].map((kind) => `resources.${kind}`),
    (name) => `${name} is not there: resources are databases, stores and Airflow servers. Take the import out.`,
  ),
  ...each(["flow_run"], (name) => `${name} is not there: a run ${runs}`),
  ...each(["github"], (name) => `${name} ${later}: keep the code beside the workflow.`),
  ...each(
    ["llm_wrapper"],
    (name) => `${name} ${later}: until then call the model in a function of your own, under @op.`,
  ),
  ...each(
    [
      ...["_create", "create", "preview", "system_metric"].map((name) => `artifacts.${name}`),
      "globals",
      ...["artifact", "config", "dag", "dag_rules", "execution_state"].map((name) => `models.${name}`),
      ...["constants.metrics", "resources.parameters", "resources.save", "type_annotations", "utils"],
    ],
    (name) => `${name} is not there: it was a part of Aqueduct's own. Take the import out.`,
  ),
};

const enumerations = each(
  [
    "CloudProviderType",
    "CustomizableResourceType",
    "DisplayNodeType",
    "ExecutionMode",
    "FunctionGranularity",
    "FunctionType",
    "GithubRepoConfigContentType",
    "GoogleSheetsSaveMode",
    "K8sClusterActionType",
    "K8sClusterStatusType",
    "LocalDataSerializationType",
    "LocalDataTableFormat",
    "NotificationLevel",
    "NotificationLogLevel",
    "OperatorType",
    "RelationalDBServices",
    "RuntimeType",
    "S3SerializationType",
    "S3TableFormat",
    "SalesforceExtractType",
    "SerializationType",
    "SparkRuntimeType",
    "TriggerType",
  ].map((name) => `constants.enums.${name}`),
  (name) => `${name} is not there: no call takes it. Take it out.`,
);

const services = Object.fromEntries(
  [
    "AQUEDUCT_ENGINE",
    "AWS",
    "CONDA",
    "DATABRICKS",
    "ECR",
    "EMAIL",
    "FILESYSTEM",
    "GAR",
    "GCS",
    "GITHUB",
    "GOOGLE_SHEETS",
    "K8S",
    "LAMBDA",
    "SALESFORCE",
    "SLACK",
    "SPARK",
  ].map((member) => [
    `ServiceType.${member}`,
    `ServiceType.${member} is not there: resources are databases, stores and Airflow servers, and stand in aqueduct.json.`,
  ]),
);

const noValue = "its value is known when the workflow runs. Do this in an operator that takes it.";

const sentences: Readonly<Record<string, string>> = {
  ...modules,
  ...enumerations,
  ...services,
  "aqueduct.llm_op": `aqueduct.llm_op ${later}: until then call the model in a function of your own, under @op.`,
  "aqueduct.supported_llms": `aqueduct.supported_llms ${later}: until then call the model in a function of your own, under @op.`,
  "aqueduct.resources.connect_config.AWSCredentialType":
    "aqueduct.resources.connect_config.AWSCredentialType is not there: credentials of AWS come from its credential chain.",
  "Client.list_flows": `client.list_flows() asks for published workflows, which ${workflows}`,
  "Client.flow": `client.flow() asks for published workflows, which ${workflows}`,
  "Client.github": `client.github() ${later}: keep the code beside the workflow.`,
  "Client.create_param(use_local)": `create_param(use_local=True) ${later}: read the file in a function of your own, under @op.`,
  "Client.publish_flow(source_flow)": `publish_flow(source_flow=…) ${later}: use schedule=.`,
  "RelationalDBExtractParams(github_metadata)": `A query from a file on GitHub ${later}: give it as text.`,
  "Flow.latest": `flow.latest() asks for a run, which ${runs}`,
  "Flow.list_runs": `flow.list_runs() asks for runs: what has run ${runs}`,
  "Flow.fetch": `flow.fetch() asks for a run, which ${runs}`,
  "Flow.list_saved_objects": "flow.list_saved_objects() is not there: what a workflow saves stands in its file.",
  "Artifact.id": "artifact.id() is not there: an artifact is known by its name. Write artifact.name().",
  "Artifact.execution_state": `artifact.execution_state() is not there: how an operator ended ${runs}`,
  "Artifact.list_preset_metrics":
    "artifact.list_preset_metrics() is not there: the presets are number_of_rows, number_of_missing_values, max, min, mean and std.",
  "Artifact.list_preset_checks": "artifact.list_preset_checks() is not there: the preset is bound().",
  "Artifact.list_system_metrics":
    "artifact.list_system_metrics() is not there: time and memory of every operator are shown with each run.",
  "Artifact.remove_check":
    "artifact.remove_check() is not there: leave out the call that makes the check, or name those to publish in publish_flow(checks=[…]).",
  "Artifact.system_metric": `system_metric() ${later}; time and memory of every operator are shown with each run.`,
  "Artifact.validate_with_expectation": `validate_with_expectation() ${later}; write the expectation as a @check.`,
  "Artifact.__iter__": `An artifact cannot be looped over, searched or unpacked: ${noValue}`,
  "Artifact.__getitem__": `An artifact has no items: ${noValue}`,
  "Artifact.__len__": `An artifact has no length: ${noValue}`,
  "Artifact.__add__": `An artifact cannot be calculated with or compared: ${noValue}`,
  "Artifact.__float__": `An artifact is not a number: ${noValue}`,
  "Resource.save(table_name)": `A parameter as the name of a table ${later}: write the name as text.`,
  "Resource.type": "resource.type() is not there: the type of a resource stands in aqueduct.json.",
  "Resource.collection": `resource.collection() is not there: MongoDB is no kind of resource here. ${noHandle}`,
  "Resource.spreadsheet": `resource.spreadsheet() is not there: Google Sheets is no kind of resource here. ${noHandle}`,
  "Resource.search": `resource.search() is not there: Salesforce is no kind of resource here. ${noHandle}`,
  "Resource.query": `resource.query() is not there: Salesforce is no kind of resource here, and a database has sql().`,
  "Resource.status": `resource.status() ${cluster}`,
  "Resource.create": `resource.create() ${cluster}`,
  "Resource.update": `resource.update() ${cluster}`,
  "Resource.delete": `resource.delete() ${cluster}`,
  "Resource.k8s": `resource.k8s ${cluster}`,
  "Resource.image":
    "resource.image() is not there: operators run in the Python environment of the machine that runs them.",
  "StoreResource.file": `Reading files of a store as artifacts ${later}: read the file in a function of your own, under @op.`,
  "StoreResource.save": `Saving artifacts as files of a store ${later}: write the file in a function of your own, under @op.`,
};

function each(paths: readonly string[], text: (name: string) => string): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [`aqueduct.${path}`, text(`aqueduct.${path}`)]));
}

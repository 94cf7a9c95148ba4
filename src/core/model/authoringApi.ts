// Made by `npm run authoring-api` from the Python package, src/runtime/aqueduct: do not edit it. A guard holds the two equal.

/** What the modules define that workflow files import from; of `aqueduct`, what it exports. Names with blanks between them. */
export const modules = {
  aqueduct: [
    "CheckSeverity Client DayOfMonth DayOfWeek Flow FlowConfig Hour LoadUpdateMode Minute",
    "SUPPORTED_EXPORTS check daily get_apikey global_config hourly metric monthly op to_operator weekly",
  ],
  "aqueduct.artifacts": ["Artifact holds_artifact moment record_of severity_value with_values"],
  "aqueduct.client": ["Artifacts Client get_apikey"],
  "aqueduct.config": ["FlowConfig global_config"],
  "aqueduct.constants": [],
  "aqueduct.constants.enums": [
    "ArtifactType CheckSeverity ExecutionStatus FailureType LoadUpdateMode ServiceType TextEnum",
  ],
  "aqueduct.constants.exports": ["CSV JSON PARQUET SUPPORTED_EXPORTS"],
  "aqueduct.decorator": ["Function Requirements check generator_as_list metric op to_operator"],
  "aqueduct.error": [
    "AqueductError ArtifactNeverComputedException ArtifactNotFoundException CannotShipError",
    "ClientValidationError Error InternalAqueductError InternalServerError InvalidArtifactTypeException",
    "InvalidCronStringException InvalidDependencyFilePath InvalidFunctionException InvalidGithubQueryError",
    "InvalidMetadataError InvalidRequestError InvalidResourceException InvalidUserActionException",
    "InvalidUserArgumentException NoConnectedResourcesException NoDestinationResourceException",
    "RequirementsMissingError ReservedFileNameException ResourceConnectionInProgress",
    "ResourceFailedToConnect ResourceNotFoundError UnprocessableEntityError UnsupportedFeatureException",
  ],
  "aqueduct.flow": ["Flow"],
  "aqueduct.models": [],
  "aqueduct.models.operators": ["RelationalDBExtractParams"],
  "aqueduct.resources": [
    "DatabaseResource EngineResource Resource SaveConfig StoreResource engine_name handle record_save",
  ],
  "aqueduct.resources.connect_config": [
    "AWSConfig AirflowConfig AthenaConfig BigQueryConfig CondaConfig DatabricksConfig DynamicK8sConfig",
    "ECRConfig EmailConfig GARConfig GCPConfig GCSConfig K8sConfig MongoDBConfig MySQLConfig",
    "PostgresConfig RedshiftConfig ResourceConfig S3Config SQLiteConfig SlackConfig SnowflakeConfig",
    "SparkConfig SqlServerConfig",
  ],
  "aqueduct.schedule": ["DayOfMonth DayOfWeek Hour Minute daily hourly monthly weekly"],
} as const;

/** Modules and folders of the package that no workflow file has a reason to import. Names with blanks between them. */
export const innerModules = [
  "_vendor arguments cron databases debugging definitions digests eager environments formats given keys",
  "lacking launcher namesakes operators parameter_values parameters private_folders queries recording",
  "reuse runner shipping signals source_files sql start store tracer unknown values",
] as const;

/** What every object of a class has. Names with blanks between them. */
export const handles = {
  Client: [
    "connect_integration connect_resource create_param delete_flow delete_integration delete_resource",
    "describe flow github integration list_flows list_integrations list_resources publish_flow resource",
    "trigger",
  ],
  Flow: ["describe fetch id latest list_runs name"],
  Artifact: [
    "bound describe disable_snapshot enable_snapshot get head max mean min name number_of_missing_values",
    "number_of_rows save set_name snapshot_enabled std system_metric type validate_with_expectation",
  ],
  DecoratedFunction: ["definition_source function_name home lazy local name options raw yields"],
  Resource: ["describe name"],
  DatabaseResource: ["config describe list_tables name save sql table"],
  StoreResource: ["describe file name save"],
  EngineResource: ["describe name"],
} as const;

/** The members of enumerations, and the values that they stand for. */
export const enumerations = {
  ArtifactType: {
    UNTYPED: "untyped",
    STRING: "string",
    BOOL: "boolean",
    NUMERIC: "numeric",
    DICT: "dictionary",
    TUPLE: "tuple",
    LIST: "list",
    TABLE: "table",
    JSON: "json",
    BYTES: "bytes",
    IMAGE: "image",
    PICKLABLE: "picklable",
    TF_KERAS: "tensorflow-keras-model",
  },
  CheckSeverity: { WARNING: "warning", ERROR: "error" },
  DayOfWeek: { MONDAY: 1, TUESDAY: 2, WEDNESDAY: 3, THURSDAY: 4, FRIDAY: 5, SATURDAY: 6, SUNDAY: 7 },
  ExecutionStatus: {
    UNKNOWN: "unknown",
    REGISTERED: "registered",
    PENDING: "pending",
    RUNNING: "running",
    SUCCEEDED: "succeeded",
    FAILED: "failed",
    CANCELED: "canceled",
    DELETED: "deleted",
  },
  FailureType: { SYSTEM: 1, USER_FATAL: 2, USER_NON_FATAL: 3 },
  LoadUpdateMode: { APPEND: "append", REPLACE: "replace", FAIL: "fail" },
  ServiceType: {
    POSTGRES: "Postgres",
    SNOWFLAKE: "Snowflake",
    MYSQL: "MySQL",
    REDSHIFT: "Redshift",
    MARIADB: "MariaDB",
    SQLSERVER: "SQL Server",
    BIGQUERY: "BigQuery",
    SQLITE: "SQLite",
    ATHENA: "Athena",
    S3: "S3",
    AIRFLOW: "Airflow",
    MONGO_DB: "MongoDB",
    AQUEDUCT: "Aqueduct",
  },
} as const;

/** By what is called: its parameters in their order, with their defaults; undefined: it has to be given. Those behind `*` are given by name alone. */
export const signatures = {
  Client: { api_key: "", aqueduct_address: "", logging_level: null },
  DayOfMonth: { val: undefined },
  Flow: { name: undefined },
  FlowConfig: { engine: null, k_latest_runs: null },
  Hour: { val: undefined },
  Minute: { val: undefined },
  check: {
    name: null,
    description: null,
    severity: "warning",
    file_dependencies: null,
    requirements: null,
    output: null,
    engine: null,
    resources: null,
    image: null,
  },
  daily: { hour: 0, minute: 0 },
  get_apikey: {},
  global_config: { config_dict: undefined },
  hourly: { minute: 0 },
  metric: {
    name: null,
    description: null,
    file_dependencies: null,
    requirements: null,
    output: null,
    engine: null,
    resources: null,
    image: null,
  },
  monthly: { day: undefined, hour: 0, minute: 0 },
  op: {
    name: null,
    description: null,
    engine: null,
    file_dependencies: null,
    requirements: null,
    num_outputs: null,
    outputs: null,
    resources: null,
    image: null,
  },
  to_operator: { func: undefined, name: null, description: null, file_dependencies: null, requirements: null },
  weekly: { day: undefined, hour: 0, minute: 0 },
  RelationalDBExtractParams: { query: null, queries: null, github_metadata: null },
  "Client.create_param": {
    name: undefined,
    default: undefined,
    description: "",
    use_local: false,
    as_type: null,
    format: null,
  },
  "Client.resource": { name: undefined },
  "Client.integration": { name: undefined },
  "Client.list_resources": {},
  "Client.list_integrations": {},
  "Client.publish_flow": {
    name: undefined,
    description: "",
    schedule: "",
    engine: null,
    artifacts: null,
    metrics: null,
    checks: null,
    k_latest_runs: null,
    source_flow: null,
    run_now: null,
    use_local: false,
    disable_snapshots: false,
    config: null,
  },
  "Client.trigger": { flow_identifier: null, parameters: null, flow_id: null, flow_name: null },
  "Client.delete_flow": { "*arguments": undefined, "**keywords": undefined },
  "Client.connect_resource": { name: undefined, service: null, config: null },
  "Client.connect_integration": { name: undefined, service: null, config: null },
  "Client.delete_resource": { name: undefined },
  "Client.delete_integration": { name: undefined },
  "Client.describe": {},
  "Client.list_flows": {},
  "Client.flow": { "*arguments": undefined, "**keywords": undefined },
  "Client.github": { "*arguments": undefined, "**keywords": undefined },
  "Flow.id": {},
  "Flow.name": {},
  "Flow.describe": {},
  "Flow.latest": {},
  "Flow.list_runs": { limit: 10 },
  "Flow.fetch": { run_id: undefined },
  "Artifact.name": {},
  "Artifact.set_name": { name: undefined },
  "Artifact.type": {},
  "Artifact.get": { parameters: null },
  "Artifact.describe": {},
  "Artifact.enable_snapshot": {},
  "Artifact.disable_snapshot": {},
  "Artifact.snapshot_enabled": {},
  "Artifact.save": { config: undefined },
  "Artifact.bound": { upper: null, lower: null, equal: null, notequal: null, severity: "warning", lazy: false },
  "Artifact.number_of_rows": { lazy: false },
  "Artifact.max": { column_id: undefined, lazy: false },
  "Artifact.min": { column_id: undefined, lazy: false },
  "Artifact.mean": { column_id: undefined, lazy: false },
  "Artifact.std": { column_id: undefined, lazy: false },
  "Artifact.number_of_missing_values": { column_id: null, row_id: null, lazy: false },
  "Artifact.head": { n: 5, parameters: null },
  "Artifact.system_metric": { metric_name: undefined, lazy: false },
  "Artifact.validate_with_expectation": {
    expectation_name: undefined,
    expectation_args: null,
    severity: "warning",
    lazy: false,
  },
  "DecoratedFunction.lazy": { "*arguments": undefined, "**keywords": undefined },
  "DecoratedFunction.local": { "*arguments": undefined, "**keywords": undefined },
  "DecoratedFunction.definition_source": { shown: undefined },
  "Resource.name": {},
  "Resource.describe": {},
  "DatabaseResource.sql": {
    query: undefined,
    name: null,
    output: null,
    description: "",
    parameters: null,
    lazy: false,
  },
  "DatabaseResource.config": { table: undefined, mode: null, "*": undefined, update_mode: null, save_mode: null },
  "DatabaseResource.save": { artifact: undefined, table_name: undefined, update_mode: undefined },
  "DatabaseResource.table": { name: undefined },
  "DatabaseResource.list_tables": {},
  "StoreResource.file": { "*arguments": undefined, "**keywords": undefined },
  "StoreResource.save": { "*arguments": undefined, "**keywords": undefined },
} as const;

/** Why an argument of Aqueduct 0.3 has no effect here, by callee. */
export const notUsed = {
  "@op": {
    engine: "operators run where their workflow runs. Write engine= in publish_flow().",
    resources: "an operator has what the machine that runs it has.",
    image: "operators run in the Python environment of the machine that runs them.",
  },
  "@metric": {
    engine: "operators run where their workflow runs. Write engine= in publish_flow().",
    resources: "an operator has what the machine that runs it has.",
    image: "operators run in the Python environment of the machine that runs them.",
  },
  "@check": {
    engine: "operators run where their workflow runs. Write engine= in publish_flow().",
    resources: "an operator has what the machine that runs it has.",
    image: "operators run in the Python environment of the machine that runs them.",
  },
  publish_flow: {
    k_latest_runs: "all runs are kept.",
    run_now: "publishing starts no run. Start one with `aqueduct trigger WORKFLOW`.",
    use_local: "parameters that are read from local files come in a later version.",
    disable_snapshots: "the values of all operators are kept with their run.",
  },
  FlowConfig: { k_latest_runs: "all runs are kept." },
  Client: {
    api_key: "there is no server of Aqueduct to connect to. Airflow servers stand in aqueduct.json.",
    aqueduct_address: "there is no server of Aqueduct to connect to. Airflow servers stand in aqueduct.json.",
    logging_level: "what operators log from INFO on stands in their logs.",
  },
  create_param: {
    as_type: "a parameter has the type of its default.",
    format: "parameters that are read from local files come in a later version.",
  },
} as const;

/** What is said of names of Aqueduct 0.3 that are not here, or are refused, and of which; `{}` stands for the name. Names with blanks between them. */
export const notThere = {
  "{} is not there: write `from aqueduct.artifacts import Artifact` instead, and its name there.":
    "aqueduct.artifacts.base_artifact aqueduct.artifacts.bool_artifact aqueduct.artifacts.generic_artifact aqueduct.artifacts.numeric_artifact aqueduct.artifacts.table_artifact",
  "{} is not there: write `from aqueduct.resources import DatabaseResource` instead, and its name there.":
    "aqueduct.resources.sql",
  "{} is not there: write `from aqueduct.resources import StoreResource` instead, and its name there.":
    "aqueduct.resources.s3",
  "{} is not there: write `from aqueduct.resources import EngineResource` instead, and its name there.":
    "aqueduct.resources.airflow",
  "{} is not there: write `from aqueduct.resources import Resource` instead, and its name there.":
    "aqueduct.models.resource",
  "{} is not there: resources are databases, stores and Airflow servers. Take the import out.":
    "aqueduct.resources.aws aqueduct.resources.aws_lambda aqueduct.resources.databricks aqueduct.resources.dynamic_k8s aqueduct.resources.ecr aqueduct.resources.gar aqueduct.resources.google_sheets aqueduct.resources.k8s aqueduct.resources.mongodb aqueduct.resources.salesforce aqueduct.resources.spark",
  "{} is not there: a run is not known while a workflow file is read: use `aqueduct runs WORKFLOW`, or the run history in the editor.":
    "aqueduct.flow_run",
  "{} comes in a later version: keep the code beside the workflow.": "aqueduct.github",
  "{} comes in a later version: until then call the model in a function of your own, under @op.":
    "aqueduct.llm_wrapper aqueduct.llm_op aqueduct.supported_llms",
  "{} is not there: it was a part of Aqueduct's own. Take the import out.":
    "aqueduct.artifacts._create aqueduct.artifacts.create aqueduct.artifacts.preview aqueduct.artifacts.system_metric aqueduct.constants.metrics aqueduct.globals aqueduct.models.artifact aqueduct.models.config aqueduct.models.dag aqueduct.models.dag_rules aqueduct.models.execution_state aqueduct.resources.parameters aqueduct.resources.save aqueduct.type_annotations aqueduct.utils",
  "{} is not there: no call takes it. Take it out.":
    "aqueduct.constants.enums.CloudProviderType aqueduct.constants.enums.CustomizableResourceType aqueduct.constants.enums.DisplayNodeType aqueduct.constants.enums.ExecutionMode aqueduct.constants.enums.FunctionGranularity aqueduct.constants.enums.FunctionType aqueduct.constants.enums.GithubRepoConfigContentType aqueduct.constants.enums.GoogleSheetsSaveMode aqueduct.constants.enums.K8sClusterActionType aqueduct.constants.enums.K8sClusterStatusType aqueduct.constants.enums.LocalDataSerializationType aqueduct.constants.enums.LocalDataTableFormat aqueduct.constants.enums.NotificationLevel aqueduct.constants.enums.NotificationLogLevel aqueduct.constants.enums.OperatorType aqueduct.constants.enums.RelationalDBServices aqueduct.constants.enums.RuntimeType aqueduct.constants.enums.S3SerializationType aqueduct.constants.enums.S3TableFormat aqueduct.constants.enums.SalesforceExtractType aqueduct.constants.enums.SerializationType aqueduct.constants.enums.SparkRuntimeType aqueduct.constants.enums.TriggerType",
  "{} is not there: resources are databases, stores and Airflow servers, and stand in aqueduct.json.":
    "ServiceType.AQUEDUCT_ENGINE ServiceType.AWS ServiceType.CONDA ServiceType.DATABRICKS ServiceType.ECR ServiceType.EMAIL ServiceType.FILESYSTEM ServiceType.GAR ServiceType.GCS ServiceType.GITHUB ServiceType.GOOGLE_SHEETS ServiceType.K8S ServiceType.LAMBDA ServiceType.SALESFORCE ServiceType.SLACK ServiceType.SPARK",
  "{} is not there: credentials of AWS come from its credential chain.":
    "aqueduct.resources.connect_config.AWSCredentialType",
  "client.list_flows() asks for published workflows, which are not known while a workflow file is read: use `aqueduct runs`, or the run history in the editor.":
    "Client.list_flows",
  "client.flow() asks for published workflows, which are not known while a workflow file is read: use `aqueduct runs`, or the run history in the editor.":
    "Client.flow",
  "client.github() comes in a later version: keep the code beside the workflow.": "Client.github",
  "create_param(use_local=True) comes in a later version: read the file in a function of your own, under @op.":
    "Client.create_param(use_local)",
  "publish_flow(source_flow=…) comes in a later version: use schedule=.": "Client.publish_flow(source_flow)",
  "A query from a file on GitHub comes in a later version: give it as text.":
    "RelationalDBExtractParams(github_metadata)",
  "flow.latest() asks for a run, which is not known while a workflow file is read: use `aqueduct runs WORKFLOW`, or the run history in the editor.":
    "Flow.latest",
  "flow.list_runs() asks for runs: what has run is not known while a workflow file is read: use `aqueduct runs WORKFLOW`, or the run history in the editor.":
    "Flow.list_runs",
  "flow.fetch() asks for a run, which is not known while a workflow file is read: use `aqueduct runs WORKFLOW`, or the run history in the editor.":
    "Flow.fetch",
  "flow.list_saved_objects() is not there: what a workflow saves stands in its file.": "Flow.list_saved_objects",
  "artifact.id() is not there: an artifact is known by its name. Write artifact.name().": "Artifact.id",
  "artifact.execution_state() is not there: how an operator ended is not known while a workflow file is read: use `aqueduct runs WORKFLOW`, or the run history in the editor.":
    "Artifact.execution_state",
  "artifact.list_preset_metrics() is not there: the presets are number_of_rows, number_of_missing_values, max, min, mean and std.":
    "Artifact.list_preset_metrics",
  "artifact.list_preset_checks() is not there: the preset is bound().": "Artifact.list_preset_checks",
  "artifact.list_system_metrics() is not there: time and memory of every operator are shown with each run.":
    "Artifact.list_system_metrics",
  "artifact.remove_check() is not there: leave out the call that makes the check, or name those to publish in publish_flow(checks=[…]).":
    "Artifact.remove_check",
  "system_metric() comes in a later version; time and memory of every operator are shown with each run.":
    "Artifact.system_metric",
  "validate_with_expectation() comes in a later version; write the expectation as a @check.":
    "Artifact.validate_with_expectation",
  "An artifact cannot be looped over, searched or unpacked: its value is known when the workflow runs. Do this in an operator that takes it.":
    "Artifact.__iter__",
  "An artifact has no items: its value is known when the workflow runs. Do this in an operator that takes it.":
    "Artifact.__getitem__",
  "An artifact has no length: its value is known when the workflow runs. Do this in an operator that takes it.":
    "Artifact.__len__",
  "An artifact cannot be calculated with or compared: its value is known when the workflow runs. Do this in an operator that takes it.":
    "Artifact.__add__",
  "An artifact is not a number: its value is known when the workflow runs. Do this in an operator that takes it.":
    "Artifact.__float__",
  "A parameter as the name of a table comes in a later version: write the name as text.": "Resource.save(table_name)",
  "resource.type() is not there: the type of a resource stands in aqueduct.json.": "Resource.type",
  "resource.collection() is not there: resources are databases, stores and Airflow servers, not MongoDB. Read it in a function of your own, under @op.":
    "Resource.collection",
  "resource.spreadsheet() is not there: resources are databases, stores and Airflow servers, not Google Sheets. Read it in a function of your own, under @op.":
    "Resource.spreadsheet",
  "resource.search() is not there: resources are databases, stores and Airflow servers, not Salesforce. Read it in a function of your own, under @op.":
    "Resource.search",
  "resource.query() is not there: resources are databases, stores and Airflow servers, not Salesforce. A database has sql().":
    "Resource.query",
  "resource.status() is not there: clusters are not made by a workflow file. Workflows run on this machine and on Airflow.":
    "Resource.status",
  "resource.create() is not there: clusters are not made by a workflow file. Workflows run on this machine and on Airflow.":
    "Resource.create",
  "resource.update() is not there: clusters are not made by a workflow file. Workflows run on this machine and on Airflow.":
    "Resource.update",
  "resource.delete() is not there: clusters are not made by a workflow file. Workflows run on this machine and on Airflow.":
    "Resource.delete",
  "resource.k8s is not there: clusters are not made by a workflow file. Workflows run on this machine and on Airflow.":
    "Resource.k8s",
  "resource.image() is not there: operators run in the Python environment of the machine that runs them.":
    "Resource.image",
  "Reading files of a store as artifacts comes in a later version: read the file in a function of your own, under @op.":
    "StoreResource.file",
  "Saving artifacts as files of a store comes in a later version: write the file in a function of your own, under @op.":
    "StoreResource.save",
} as const;

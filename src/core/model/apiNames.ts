/** What stands for a thing of the authoring API in a workflow file. `EngineResource` and the like: a handle, by the type of its resource. */
export type Handle =
  | "Client"
  | "Flow"
  | "Artifact"
  | "DecoratedFunction"
  | "Resource"
  | "DatabaseResource"
  | "StoreResource"
  | "EngineResource";

const ofEveryResource = ["describe", "name"];

/** What handles have; `Resource`: what only one of a kind that the text does not tell has for certain. */
export const handleNames: Readonly<Record<Handle, readonly string[]>> = {
  Client: names(
    "connect_integration connect_resource create_param delete_flow delete_integration delete_resource describe flow",
    "github integration list_flows list_integrations list_resources publish_flow resource trigger",
  ),
  Flow: names("describe fetch id latest list_runs name"),
  Artifact: names(
    "bound describe disable_snapshot enable_snapshot get head max mean min name number_of_missing_values",
    "number_of_rows save set_name snapshot_enabled std system_metric type validate_with_expectation",
  ),
  DecoratedFunction: names("definition_source function_name home lazy local name options raw yields"),
  Resource: ofEveryResource,
  DatabaseResource: ["config", "list_tables", "save", "sql", "table", ...ofEveryResource],
  StoreResource: ["file", "save", ...ofEveryResource],
  EngineResource: ofEveryResource,
};

export function isHandleName(name: string): name is Handle {
  return Object.hasOwn(handleNames, name);
}

/** The names that `from aqueduct import *` binds. */
export const exportedNames: readonly string[] = names(
  "SUPPORTED_EXPORTS CheckSeverity Client DayOfMonth DayOfWeek Flow FlowConfig Hour LoadUpdateMode Minute check daily",
  "get_apikey global_config hourly metric monthly op to_operator weekly",
);

/** What the modules of the package define that workflow files import from. Each gives names of the others too. */
export const moduleNames: Readonly<Partial<Record<string, readonly string[]>>> = {
  aqueduct: exportedNames,
  "aqueduct.artifacts": names("Artifact holds_artifact moment record_of severity_value with_values"),
  "aqueduct.client": names("Artifacts Client get_apikey"),
  "aqueduct.config": names("FlowConfig global_config"),
  "aqueduct.constants": [],
  "aqueduct.constants.enums": names(
    "ArtifactType CheckSeverity ExecutionStatus FailureType LoadUpdateMode ServiceType TextEnum",
  ),
  "aqueduct.constants.exports": names("CSV JSON PARQUET SUPPORTED_EXPORTS"),
  "aqueduct.decorator": names("Function Requirements check generator_as_list metric op to_operator"),
  "aqueduct.error": names(
    "AqueductError ArtifactNeverComputedException ArtifactNotFoundException CannotShipError ClientValidationError Error",
    "InternalAqueductError InternalServerError InvalidArtifactTypeException InvalidCronStringException",
    "InvalidDependencyFilePath InvalidFunctionException InvalidGithubQueryError InvalidMetadataError",
    "InvalidRequestError InvalidResourceException InvalidUserActionException InvalidUserArgumentException",
    "NoConnectedResourcesException NoDestinationResourceException RequirementsMissingError ReservedFileNameException",
    "ResourceConnectionInProgress ResourceFailedToConnect ResourceNotFoundError UnprocessableEntityError",
    "UnsupportedFeatureException",
  ),
  "aqueduct.flow": ["Flow"],
  "aqueduct.models": [],
  "aqueduct.models.operators": ["RelationalDBExtractParams"],
  "aqueduct.resources": names(
    "DatabaseResource EngineResource Resource SaveConfig StoreResource engine_name handle record_save",
  ),
  "aqueduct.resources.connect_config": names(
    "AWSConfig AirflowConfig AthenaConfig BigQueryConfig CondaConfig DatabricksConfig DynamicK8sConfig ECRConfig",
    "EmailConfig GARConfig GCPConfig GCSConfig K8sConfig MongoDBConfig MySQLConfig PostgresConfig RedshiftConfig",
    "ResourceConfig S3Config SQLiteConfig SlackConfig SnowflakeConfig SparkConfig SqlServerConfig",
  ),
  "aqueduct.schedule": names("DayOfMonth DayOfWeek Hour Minute daily hourly monthly weekly"),
};

/** Folders and files of the package that no workflow file has a reason to import: nothing is said of what is in them. */
export const innerModules: ReadonlySet<string> = new Set(
  names(
    "_vendor arguments cron databases debugging definitions digests eager environments given keys lacking launcher",
    "namesakes operators parameter_values parameters queries recording reuse runner shipping source_files sql start",
    "store tracer unknown values",
  ),
);

/** The members of enumerations. */
export const memberNames: Readonly<Partial<Record<string, readonly string[]>>> = {
  ArtifactType: names("UNTYPED STRING BOOL NUMERIC DICT TUPLE LIST TABLE JSON BYTES IMAGE PICKLABLE TF_KERAS"),
  CheckSeverity: names("WARNING ERROR"),
  DayOfWeek: names("MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY"),
  ExecutionStatus: names("UNKNOWN REGISTERED PENDING RUNNING SUCCEEDED FAILED CANCELED DELETED"),
  FailureType: names("SYSTEM USER_FATAL USER_NON_FATAL"),
  LoadUpdateMode: names("APPEND REPLACE FAIL"),
  ServiceType: names(
    "POSTGRES SNOWFLAKE MYSQL REDSHIFT MARIADB SQLSERVER BIGQUERY SQLITE ATHENA S3 AIRFLOW MONGO_DB AQUEDUCT",
  ),
};

function names(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(" "));
}

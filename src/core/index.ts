/** The one door of core: what other folders may import, besides `model`. */
export * from "./ports.js";

export { findFolder, ensureProjectId, loadResources } from "./resources/load.js";
export { accountOf, urlWithPassword } from "./resources/paths.js";
export { projectFile, readProject } from "./resources/read.js";
export type { AirflowResource, DatabaseResource, FolderStoreResource, Project, Resource, S3StoreResource, StoreResource } from "./resources/resource.js";

export * as storeKeys from "./store/keys.js";
export { blobsOf, hasBlob, nameBuild, putBuild, readBuild, type NamedBuild } from "./store/builds.js";
export { canonicalJson, jsonBytes, readJson } from "./store/json.js";
export { livesOf, newestRuns, readManifests, readRunRecord, type RunMarker } from "./store/runs.js";
export type { AttemptPlace, WorkflowPlace } from "./store/keys.js";

export { compareWithTrace } from "./trace/compare.js";
export { readTrace, traceProblems } from "./trace/read.js";

export { compileBuild, launcherVersion, type BuildRequest } from "./compile/build.js";
export { compileDag, connectionsOf, gateTask, type DagRequest } from "./compile/dag.js";
export type { DagParam, DagSpec, DagStore, DagTask } from "./compile/dagSpec.js";

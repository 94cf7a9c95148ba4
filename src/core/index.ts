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

export { isManifest } from "./store/guards.js";

export { attemptRecord, outcomeOfCommand, outcomeOfManifest, placeOf, type AttemptEnd } from "./jobs/attemptManifest.js";
export { journalText, readJournal } from "./jobs/journal.js";
export { encodedJson, parameterPuts, runRecord } from "./jobs/parameters.js";
export { jobView, legacyJob, legacyTasks } from "./jobs/projection.js";
export { react, resume, type JobCommand, type JobEvent, type Reaction } from "./jobs/react.js";
export { inputArtifacts, NotReady, runnerJob } from "./jobs/runnerJob.js";
export { lastPeak, readRunnerResult } from "./jobs/runnerResult.js";
export { statusOf, unsubmitted, type JobStatus } from "./jobs/status.js";
export { objectionsToJob } from "./jobs/submission.js";
export { taskEnvironment, withoutSecrets } from "./jobs/taskEnvironment.js";

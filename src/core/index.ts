/** The one door of core: what other folders may import, besides `model`. */
import { check } from "./check/check.js";
import type { Listing } from "./check/rule.js";
import type { Problem } from "./model/problem.js";
import type { Graph } from "./model/workflow.js";
import type { Analysis } from "./parse/analyse.js";
import type { LostResources, Resource } from "./resources/resource.js";

export * from "./ports.js";

export { withDemo } from "./resources/demo.js";
export { findFolder, loadResources, projectText } from "./resources/load.js";
export {
  accountOf,
  isMeant,
  isReadableOnTheWay,
  originOf,
  readableOnTheWay,
} from "./resources/account.js";
export { beyondSchema, projectFile, readProject } from "./resources/read.js";
export {
  airflowEntries,
  airflowUrlOf,
  awsProfiles,
  bucketOf,
  freeName,
  objectionTo,
  objectionToDatabaseUrl,
  objectionToName,
  objectionToStoreName,
  withoutPassword,
  type AirflowDraft,
  type StoreDraft,
} from "./resources/draft.js";
export { replacementOf, withResources, type ResourceEntry } from "./resources/edit.js";
export { projectTemplate } from "./resources/template.js";
export { resourcePlaces, storeNameAt, type TextPlace } from "./resources/outline.js";
export type {
  AirflowResource,
  DatabaseResource,
  Project,
  LostResources,
  Resource,
  S3StoreResource,
  StoreResource,
} from "./resources/resource.js";

export * as storeKeys from "./store/keys.js";
export { formatKey, formatMarker, knownFormat, withFormat } from "./store/format.js";
export { WrongContent } from "./store/blobs.js";
export { readBuild } from "./store/builds.js";
export { jsonBytes } from "./store/json.js";
export { attemptsOf } from "./store/runs.js";

export { traceProblems } from "./trace/read.js";
export { isToldByText } from "./trace/told.js";

export { attemptRecord, outcomeOfCommand, outcomeOfManifest, type AttemptEnd } from "./jobs/attemptManifest.js";
export { journalText, readJournal } from "./jobs/journal.js";
export { lastGoodRecord, parameterPuts, runRecord } from "./jobs/parameters.js";
export { jobView, legacyJob, legacyTasks } from "./jobs/projection.js";
export { placeOf } from "./jobs/place.js";
export { react, resume, type JobCommand, type JobEvent, type Reaction } from "./jobs/react.js";
export { inputArtifacts, NotReady, runnerJob } from "./jobs/runnerJob.js";
export { calledAtOnce, whyNotReused, reasonOfAll, reusedAttempt, wantedKey } from "./jobs/reuse.js";
export { lastPeak, readRunnerResult } from "./jobs/runnerResult.js";
export { statusOf, unsubmitted, type JobStatus } from "./jobs/status.js";
export { demandOf, freeOf, nextInTurn, type Demand } from "./jobs/sharing.js";
export { objectionsToJob } from "./jobs/submission.js";
export { taskEnvironment, withoutSecrets } from "./jobs/taskEnvironment.js";

export { AirflowClient } from "./airflow/client.js";
export { AirflowError, isAirflowError } from "./airflow/errors.js";

export { buildFile, hasErrors, interpreterFor, type BuiltFile } from "./actions/build.js";
export { NoPython, WorkflowProblems, WrongRequest } from "./actions/errors.js";
export { findOpenFolder, localTarget, openFolder, placeOfWorkflow, type OpenFolder } from "./actions/folder.js";
export { missingPasswords, startLocalRun, type MissingPassword, type StartedRun } from "./actions/localRun.js";
export { traceToLook } from "./actions/trace.js";
export type { EngineConnection, LocalEngine, World } from "./actions/world.js";
export { isOver, isUnderWay } from "./runs/merge.js";
export type { HistoryNode, NodeReference } from "./runs/historyNode.js";
export { countUnderWay, historyTree, type TreeFolder } from "./runs/historyTree.js";
export type { TargetRemedy } from "./runs/targetNode.js";
export { treeChanges } from "./runs/treeChanges.js";
export { runMark, runWord, type RunStanding } from "./runs/stateWords.js";
export { callReasonText, reusedText, whyText } from "./runs/reusedText.js";
export { shortTime } from "./runs/times.js";
export { endOfRun } from "./runs/endOfRun.js";
export { failureWords } from "./runs/failureWords.js";
export { airflowAddress } from "./runs/airflowAddress.js";
export { shippedText, withShipped } from "./runs/shippedSource.js";
export { nearestLine, traceText, type TraceLink } from "./runs/traceText.js";
export { pauseBeforeLook } from "./runs/pace.js";
export { outcomeLine, secondsOf, shortOutcomeLine } from "./runs/outcome.js";
export { shownRun, type RunChoice } from "./runs/shownRun.js";
export { readLocalRun } from "./actions/localHistory.js";
export { isToldByTrace, notShippedInRun } from "./actions/notShipped.js";
export { declares } from "./runs/declaredFiles.js";
export { isShippingProblem } from "./runs/notShipped.js";
export { advisedPath } from "./model/dependencyAdvice.js";

export type { ConnectStep, ConnectStepName } from "./publish/connect.js";
export { PublishError } from "./publish/errors.js";
export { stateAfterCancel } from "./publish/cancelled.js";
export {
  filesOfBuild,
  publishedState,
  textDigest,
  type PublishedState,
} from "./publish/publishedState.js";
export { airflowNames } from "./actions/target.js";
export { targetChoice, type RememberedTarget } from "./publish/targetChoice.js";
export type { PublishPlan } from "./publish/plan.js";
export type { PublishResult } from "./publish/request.js";
export type { PublishEvent, PublishStep } from "./publish/steps.js";

export { boundedParser } from "./parse/boundedParser.js";
export { analyse, AnalysisCache, namesIn, type Analysis, type ParsedModule } from "./parse/analyse.js";

/**
 * The graph of a file with its problems.
 *
 * @param resources those of `aqueduct.json`; undefined where there is none
 * @param listing what lies in folders; undefined where nobody can look
 * @param lost what is wrong in `aqueduct.json`, and so not among the resources
 */
export function checkedGraph(
  { graph, facts }: Analysis,
  resources?: ReadonlyMap<string, Resource>,
  listing?: Listing,
  lost?: LostResources,
): Graph {
  const problems: readonly Problem[] = check({
    graph,
    facts,
    ...(resources !== undefined && { resources }),
    ...(listing !== undefined && { listing }),
    ...(lost !== undefined && { lost }),
  });
  return { ...graph, problems };
}

export { cancelRun } from "./actions/cancel.js";
export { checkStore, mayBeRepaired, storeNames, type StoreCheck } from "./actions/storeCheck.js";
export { foundWords, lookedAtWords } from "./actions/storeCheckWords.js";
export { findRun } from "./actions/findRun.js";
export { fileOfBuild, readRunBuild } from "./actions/runBuild.js";
export { followHistory } from "./actions/follow.js";
export { HistoryFollower, readHistory, type History } from "./actions/history.js";
export {
  connectAirflow,
  planPublishing,
  publishAsPlanned,
  publishFile,
  withLocalRuns,
  type PublishingRequest,
} from "./actions/publishFile.js";
export { followLog } from "./actions/followLog.js";
export { publishedOperators } from "./actions/publishedOperators.js";
export { readRunSource, type ShippedFile } from "./actions/runSource.js";
export { showOperator, type ShownOperator, type ShownValue } from "./actions/show.js";
export { previewOperator } from "./actions/preview.js";
export { newestLocalRunOf, readStoredRun } from "./actions/storedRun.js";
export { csvOf } from "./runs/sampleCsv.js";
export { triggerWorkflow, type TriggeredRun } from "./actions/trigger.js";
export { readGraph } from "./actions/graph.js";
export { FolderListings } from "./actions/folderListings.js";
export { ModuleStore } from "./actions/moduleStore.js";
export { failurePlace } from "./runs/failurePlace.js";
export { isRunnable, lensPlaces, publicationOf, type LensOperator, type LensPlace } from "./runs/lensPlaces.js";
export { progressOf } from "./runs/progress.js";
export { failedOperator, newestOf, operatorLine, runLine, type StateLine } from "./runs/lensStates.js";
export { shiftLine } from "./runs/lineShift.js";
export { shiftRange, type TextChange } from "./runs/rangeShift.js";
export { isTypable, readTyped, typedText, type AskedParameter } from "./runs/parameterText.js";
export { missingOfFailure, whatIsMissing, type Missing } from "./actions/missing.js";
export { readWorkflowFile } from "./actions/workflowFile.js";
export {
  freeWorkflowFile,
  newWorkflowText,
  objectionToWorkflowFile,
  workflowFileName,
} from "./actions/newWorkflow.js";
export { makeSample, makeSampleDatabase, sampleWorkflow, takeSampleMarker } from "./actions/sample.js";
export { surveyPython, type PythonSurvey } from "./actions/pythonSurvey.js";
export {
  installAqueduct,
  installPackages,
  isOwnEnvironment,
  makeEnvironment,
  mayInstall,
  type InstallOptions,
} from "./actions/setUpPython.js";

export { placeOfResource } from "./resources/place.js";
export { completionsAt, completionTriggers } from "./language/completion.js";
export type { Completion } from "./language/completion/item.js";
export { definitionsAt, implementationsAt } from "./language/definition.js";
export { fixesAt, oldSpellingEdits, shipAllFix, type ProblemFix } from "./language/fixes.js";
export type { Edit } from "./language/fixes/fix.js";
export { hoverAt } from "./language/hover.js";
export { KnownFile } from "./language/knowledge.js";
export { linksOf } from "./language/links.js";
export type { TextPosition } from "./language/place.js";
export { referencesAt } from "./language/references.js";
export { operatorsOf, subjectAt } from "./language/subject.js";
export { lastRunOf, type LastRun } from "./runs/lastRun.js";
export { scheduleWords } from "./airflow/cron/words.js";

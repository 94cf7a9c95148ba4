/** Every command, view and context key, once; package.json holds the same (test/guards). */
export const ids = {
  showGraph: "aqueduct.showGraph",
  showSource: "aqueduct.showSource",
  openValue: "aqueduct.openValue",
  publish: "aqueduct.publish",
  showPublication: "aqueduct.showPublication",
  restartLanguageServer: "aqueduct.restartLanguageServer",
  showLog: "aqueduct.showLog",
  runOperator: "aqueduct.runOperator",
  runOperatorCached: "aqueduct.runOperatorCached",
  runWorkflow: "aqueduct.runWorkflow",
  runWorkflowWith: "aqueduct.runWorkflowWith",
  cancelLocalRun: "aqueduct.cancelLocalRun",
  showInGraph: "aqueduct.showInGraph",
  selectPython: "aqueduct.selectPython",
  connectAirflow: "aqueduct.connectAirflow",
  testConnection: "aqueduct.testConnection",
  changePassword: "aqueduct.changePassword",
  checkStore: "aqueduct.checkStore",
  forgetPassword: "aqueduct.forgetPassword",
  openConfiguration: "aqueduct.openConfiguration",
  addDatabase: "aqueduct.addDatabase",
  refreshRuns: "aqueduct.refreshRuns",
  filterRuns: "aqueduct.filterRuns",
  clearRunFilter: "aqueduct.clearRunFilter",
  moreRuns: "aqueduct.moreRuns",
  openLog: "aqueduct.openLog",
  openTrace: "aqueduct.openTrace",
  openRunSource: "aqueduct.openRunSource",
  compareRunSource: "aqueduct.compareRunSource",
  triggerWorkflow: "aqueduct.triggerWorkflow",
  cancelRun: "aqueduct.cancelRun",
  openInAirflow: "aqueduct.openInAirflow",
  copyRunId: "aqueduct.copyRunId",
  watchRun: "aqueduct.watchRun",
  unwatchRun: "aqueduct.unwatchRun",
  setUpPython: "aqueduct.setUpPython",
  newWorkflow: "aqueduct.newWorkflow",
  openSample: "aqueduct.openSample",
  getStarted: "aqueduct.getStarted",
  startAgain: "aqueduct.startAgain",
} as const;

export const views = {
  runs: "aqueduct.runs",
} as const;

export const panelTypes = {
  graph: "aqueduct.graph",
  preview: "aqueduct.preview",
  steps: "aqueduct.steps",
} as const;

export const contextKeys = {
  /** Paths of the open Python files that name `aqueduct`, for `resourcePath in …` in package.json. */
  workflowFiles: "aqueduct.workflowFiles",
  /** The view *Runs* shows only some. */
  runsFiltered: "aqueduct.runsFiltered",
  // What was reached for the first time on this machine: see milestones.ts.
  hasWorkflow: "aqueduct.hasWorkflow",
  hasSeenGraph: "aqueduct.hasSeenGraph",
  hasRun: "aqueduct.hasRun",
  isConnected: "aqueduct.isConnected",
  hasPublished: "aqueduct.hasPublished",
} as const;

/** Keys in the workspace's or the user's state. */
export const stateKeys = {
  allowedPasswords: "aqueduct.allowedPasswords",
  keptPasswords: "aqueduct.keptPasswords",
  graphPanel: "aqueduct.graphPanel",
  previewPanels: "aqueduct.previewPanels",
  publications: "aqueduct.publications",
  publishTargets: "aqueduct.publishTargets",
  milestones: "aqueduct.milestones",
} as const;

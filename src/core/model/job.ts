export type {
  Job,
  JobFact,
  JobParameter,
  JobRecord,
  JobRun,
  JobState,
  JobTask,
  JobTaskView,
  JobView,
  OperatorTask,
  ProcessIdentity,
  ReuseOrder,
  Surroundings,
  TaskOutcome,
  TaskState,
} from "../../formats/job.js";
export type { LastGood } from "../../formats/run.js";

import { asText, code } from "../markdown.js";
import type { KnownFile } from "../knowledge.js";
import { scheduleWords } from "../../airflow/cron/words.js";
import type { Workflow } from "../../model/workflow.js";
import { countOf } from "../../model/words.js";

/** A workflow where it is published: how large it is, where it runs and when. */
export function workflowText({ known }: KnownFile, name: string): string | undefined {
  const workflow = known.graph.workflows.find((one) => one.name === name);
  if (workflow === undefined) return undefined;
  const { engine, operators } = workflow;
  const count = operators.filter(({ kind }) => kind !== "parameter").length;
  const facts = [
    countOf(count, "operator"),
    engine === null ? "Names no engine: it runs on this machine, or where you publish it" : `Runs on ${code(engine)}`,
    scheduleText(workflow),
  ];
  const described = workflow.description === undefined ? "" : `${asText(workflow.description)}\n\n`;
  return `**${code(name)}** · workflow\n\n${described}${facts.map((fact) => `- ${fact}`).join("\n")}`;
}

function scheduleText({ schedule, unknownSchedule }: Workflow): string {
  if (unknownSchedule === true) return "Its schedule is computed: running the file tells it";
  if (schedule === null) return "No schedule: it is started by hand";
  const words = scheduleWords(schedule);
  return words === schedule ? `Scheduled: ${code(schedule)}` : `${capitalized(words)}, ${code(schedule)}`;
}

function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

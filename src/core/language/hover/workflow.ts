import { code } from "../markdown.js";
import type { KnownFile } from "../knowledge.js";
import { scheduleWords } from "../words.js";
import { countOf } from "../../model/words.js";

/** A workflow where it is published: how large it is, where it runs and when. */
export function workflowText({ known }: KnownFile, name: string): string | undefined {
  const workflow = known.graph.workflows.find((one) => one.name === name);
  if (workflow === undefined) return undefined;
  const { engine, schedule, operators } = workflow;
  const count = operators.filter(({ kind }) => kind !== "parameter").length;
  const words = schedule === null ? undefined : scheduleWords(schedule);
  const facts = [
    countOf(count, "operator"),
    engine === null ? "Names no engine: it runs on this machine, or where you publish it" : `Runs on ${code(engine)}`,
    schedule === null ? "No schedule: it is started by hand" : `${words ?? "Scheduled"} (UTC), ${code(schedule)}`,
  ];
  return `**${code(name)}** · workflow\n\n${facts.map((fact) => `- ${fact}`).join("\n")}`;
}

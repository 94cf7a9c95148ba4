import type { Command } from "commander";

import { hasErrors, interpreterFor, readGraph, scheduleWords, traceProblems, traceToLook } from "../../core/index.js";
import { firstLine } from "../../core/model/firstLine.js";
import { operatorLabel } from "../../core/model/words.js";
import type { Graph, Operator, Workflow } from "../../core/model/workflow.js";
import {
  absolutePath,
  common,
  existingFile,
  problemLines,
  withPython,
  type CommonOptions,
  type Invocation,
  type Invoke,
} from "../command.js";
import { exitCodes } from "../terminal.js";

interface GraphOptions extends CommonOptions {
  readonly traced?: boolean;
}

/** `aqueduct graph FILE`: 0 with problems listed. */
export function graphCommand(program: Command, invoke: Invoke): void {
  withPython(common(program.command("graph")))
    .description("the workflows of a file")
    .argument("<file>", "the workflow file")
    .option("--traced", "exactly, by running the file's top level; no operator is run")
    .action((file: string, options: GraphOptions) =>
      invoke(options, async (invocation) => {
        const graph =
          options.traced === true
            ? await tracedGraph(await existingFile(invocation, file), invocation)
            : await staticGraph(absolutePath(invocation.shell, file), invocation);
        invocation.terminal.result("graph", graph, [
          ...graph.workflows.flatMap(workflowLines),
          ...neverCalledLines(graph),
          ...problemLines(graph.problems),
        ]);
      }),
    );
}

/** `aqueduct check FILE`: 1 where there is an error. */
export function checkCommand(program: Command, invoke: Invoke): void {
  common(program.command("check"))
    .description("what is wrong in a file")
    .argument("<file>", "the workflow file")
    .action((file: string, options: CommonOptions) =>
      invoke(options, async (invocation) => {
        const { problems } = await staticGraph(absolutePath(invocation.shell, file), invocation);
        invocation.terminal.result(
          "check",
          { problems },
          problems.length === 0 ? ["No problems."] : problemLines(problems),
        );
        return hasErrors(problems) ? exitCodes.workflowFailed : exitCodes.done;
      }),
    );
}

async function staticGraph(file: string, { shell, world }: Invocation): Promise<Graph> {
  return readGraph(world, await shell.pythonParser(), file);
}

async function tracedGraph(file: string, { world, terminal, signal }: Invocation): Promise<Graph> {
  const interpreter = await interpreterFor(world, file, signal);
  const onOutput = (text: string): void => terminal.output(text);
  const { folder, trace } = await traceToLook(world, { file, interpreter, signal, onOutput });
  return { ...trace.graph, problems: traceProblems(trace, world.files.relative(folder, file)) };
}

function workflowLines({
  name,
  description,
  engine,
  schedule,
  unknownSchedule,
  operators,
}: Workflow): readonly string[] {
  const heading = [
    name ?? "(not published)",
    ...(engine === null ? [] : [`on ${engine}`]),
    ...(schedule === null ? [] : [scheduleWords(schedule)]),
    ...(unknownSchedule === true ? ["at a schedule that is computed"] : []),
  ].join(" ");
  const described = description === undefined ? [] : [`  ${firstLine(description.trim())}`];
  return [heading, ...described, ...operators.map(operatorLine)];
}

function neverCalledLines({ neverCalled = [] }: Graph): readonly string[] {
  if (neverCalled.length === 0) return [];
  return [
    "(never called)",
    ...neverCalled.map(({ name, kind, source }) => `  ${kind.padEnd(9)} ${name}  (${source.file}:${source.line})`),
  ];
}

function operatorLine({ id, name, kind, inputs, source, repeated, unknown }: Operator): string {
  const marks = [...(repeated === true ? ["repeated"] : []), ...(unknown === true ? ["unknown"] : [])];
  return `  ${kind.padEnd(9)} ${operatorLabel(id, name)}${inputs.length === 0 ? "" : ` ← ${inputs.join(", ")}`}  (${source.file}:${source.line})${marks.length === 0 ? "" : ` [${marks.join(", ")}]`}`;
}

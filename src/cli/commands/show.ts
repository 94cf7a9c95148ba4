import type { Command } from "commander";

import { findRun, openFolder, showOperator, type ShownOperator, type ShownValue } from "../../core/index.js";
import {
  common,
  currentFolderFile,
  onTarget,
  withAirflow,
  type CommonOptions,
  type Invoke,
  type TargetOptions,
} from "../command.js";
import { failureLines, operatorLine } from "../runText.js";
import { table, type TerminalLine } from "../terminal.js";
import { failureOfOperator } from "../../core/model/run.js";
import { ofName } from "../../core/model/ofName.js";
import { isTableSample, type Sample } from "../../core/model/sample.js";
import { exactText, ofFloat } from "../../core/model/exactJson.js";
import type { Json } from "../../core/model/workflow.js";
import { countOf } from "../../core/model/words.js";

/** As many rows of a table are shown to people; `--json` has the whole sample. */
const shownRows = 20;

/** `aqueduct show RUN OPERATOR`: value, log and trace. */
export function showCommand(program: Command, invoke: Invoke): void {
  withAirflow(common(program.command("show")))
    .description("what an operator of a run gave: its value, log and trace")
    .argument("<run>", "the run's id, or the beginning of it")
    .argument("<operator>", "the operator's id")
    .action((runId: string, operator: string, options: CommonOptions & TargetOptions) =>
      invoke(
        options,
        async ({ shell, world, terminal, signal }) => {
          const open = await openFolder(world, currentFolderFile(shell));
          const run = await findRun(world, open, runId, { ...onTarget(options), signal });
          const shown = await showOperator(world, open, run, operator, signal);
          const { state, tryNumber, manifest } = shown.operator;
          const [first] = shown.values;
          terminal.result(
            "show",
            {
              run: run.rid,
              operator,
              state,
              try: tryNumber,
              value: first?.sample ?? null,
              values: shown.values,
              log: shown.log,
              failure: failureOfOperator(shown.operator),
              metric: manifest?.metric ?? null,
              check: manifest?.check ?? null,
              reused: manifest?.reused ?? null,
              called: manifest?.called ?? null,
              missing: shown.missing,
            },
            lines(shown),
          );
        },
        "look",
      ),
    );
}

function lines({ run, operator, values, log, missing }: ShownOperator): readonly TerminalLine[] {
  const output = [log.stdout, log.stderr].filter((text) => text !== null && text !== "").join("");
  return [
    operatorLine(operator).trim(),
    ...(missing === null ? [] : [missing]),
    ...values.flatMap((value) =>
      valueLines(value, operator.kind === "parameter" ? ofName(run.parameters, operator.operator) : undefined),
    ),
    ...failureLines({ ...run, operators: [operator] }),
    ...(output === "" ? [] : ["--- log", { output: output.trimEnd() }]),
  ];
}

/** @param exact of a parameter, as its run has it */
function valueLines({ artifact, sample }: ShownValue, exact: Json | undefined): readonly string[] {
  const heading = `--- ${artifact.id}: ${artifact.type}, ${countOf(artifact.size, "byte")}`;
  if (sample === null) return [`${heading}; it has no sample`];
  if (!isTableSample(sample))
    return [
      heading,
      exact === undefined || typeof exact === "string" ? (sample.text ?? valueText(sample)) : exactText(exact),
    ];
  const rows = sample.values.slice(0, shownRows).map((row) => row.map(cell));
  return [
    `${heading}, ${rows.length} of ${countOf(artifact.rows ?? rows.length, "row")}`,
    ...table([sample.columns.map(({ name }) => name), ...rows]),
  ];
}

/** Numbers as Python prints them: a sample has whole numbers that no double holds as text. */
function valueText({ values, python }: Sample): string {
  if (python === "int" && typeof values === "string") return values;
  return python === "float" && typeof values === "number" ? exactText(ofFloat(values)) : JSON.stringify(values);
}

function cell(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

import { isDeepStrictEqual } from "node:util";
import { answers, type Answers } from "../../src/formats/answers.js";
import { read } from "../../src/formats/reader.js";
import { isObject, type Schema } from "../../src/formats/schema.js";

/**
 * What a command has printed with `--json`: throws where it is not exactly the answer that is described in `src/formats/answers.ts`, down to members that are
 * not described.
 *
 * @param args what was typed behind `aqueduct`
 */
export function checkAnswer(args: readonly string[], stdout: string): Readonly<Record<string, unknown>> {
  const printed: unknown = JSON.parse(stdout);
  if (!isObject(printed)) throw new Error(`aqueduct ${args.join(" ")} printed no object: ${stdout}`);
  const name = "error" in printed ? "error" : commandOf(args);
  if (!isAnswer(name)) throw new Error(`src/formats/answers.ts describes no answer of aqueduct ${name}.`);
  const schema: Schema = answers[name];
  const result = read({ name: `the answer ${name}`, schema }, printed);
  if (!result.readable) throw new Error(`What aqueduct ${args.join(" ")} printed is not described: ${result.why}.`);
  if (!isDeepStrictEqual(result.value, printed))
    throw new Error(`aqueduct ${args.join(" ")} printed more than is described: ${stdout}`);
  return printed;
}

/** The words of the command, with a hyphen between them. */
export function commandOf(args: readonly string[]): string {
  const words = args.filter((arg) => !arg.startsWith("-"));
  const isGroup = words[0] === "engine" || words[0] === "store";
  return words.slice(0, isGroup ? 2 : 1).join("-");
}

function isAnswer(name: string): name is keyof Answers {
  return Object.hasOwn(answers, name);
}

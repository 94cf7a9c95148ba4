import { notThere } from "./authoringApi.js";

/** What is said where a file uses a name of Aqueduct 0.3 that is not here, or is refused: the words of the runtime, `lacking.py`. */
export function notThereText(name: string): string | undefined {
  return sentences.get(name);
}

const sentences: ReadonlyMap<string, string> = new Map(
  Object.entries(notThere).flatMap(([text, names]) =>
    names.split(" ").map((name) => [name, text.replaceAll("{}", name)] as const),
  ),
);

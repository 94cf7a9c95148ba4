import { beforeEach, describe, expect, it } from "vitest";
import { historyTree, type History, type HistoryNode } from "../../../src/core/index.js";
import type { Run } from "../../../src/core/model/run.js";
import { FakeShell, jsonOf, type Said } from "../../fakes/fakeShell.js";
import { changesOf } from "../formats/samples.js";

let shell: FakeShell;
let whole: Run;
let spoiled: Run;

beforeEach(async () => {
  shell = new FakeShell();
  spoiled = jsonOf<{ run: Run }>(await shell.type("run", "wine.py", "--json")).run;
  whole = jsonOf<{ run: Run }>(await shell.type("run", "wine.py", "--json")).run;
  shell.engine.isRunning = false; // What lies in files is looked at.
});

/** A file of the spoiled run, by the end of its name. */
interface Place {
  readonly name: string;
  read(): string;
  write(text: string | undefined): void;
}

function placeOf(end: string): Place {
  const { objects } = shell.store("local");
  const key = [...objects.keys()].find((one) => one.endsWith(end) && !one.includes(whole.rid));
  if (key !== undefined)
    return {
      name: key,
      read: () => new TextDecoder().decode(objects.get(key)),
      write: (text) =>
        void (text === undefined ? objects.delete(key) : objects.set(key, new TextEncoder().encode(text))),
    };
  const { contents } = shell.files;
  const file = [...contents.keys()].find((one) => one.endsWith(end) && one.includes(spoiled.rid));
  if (file === undefined) throw new Error(`Nothing of the run ends with ${end}.`);
  return {
    name: file,
    read: () => String(contents.get(file)),
    write: (text) => void (text === undefined ? contents.delete(file) : contents.set(file, text)),
  };
}

/** Words of engines and of JavaScript, which no user should read. */
const raw =
  /undefined|\bNaN\b|Cannot read|is not a function|is not iterable|Unexpected|SyntaxError|TypeError|\[object|^\s+at /m;

async function look(): Promise<{
  readonly said: Said;
  readonly history: History;
  readonly nodes: readonly HistoryNode[];
}> {
  const said = await shell.type("runs");
  const history = jsonOf<History & Record<string, unknown>>(await shell.type("runs", "--json"));
  const tree = historyTree([{ folder: "/wine", name: "wine", limit: 20, history }], {
    filter: new Set(),
    watched: new Set(),
  });
  const all = (nodes: readonly HistoryNode[]): readonly HistoryNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);
  return { said, history, nodes: all(tree) };
}

/** The other run is listed as it was, here and in *Runs*, and nothing that is said is raw. */
async function othersAreThere(): Promise<Awaited<ReturnType<typeof look>>> {
  const seen = await look();
  expect([seen.said.code, seen.said.stderr]).toEqual([0, ""]);
  expect(seen.history.runs.find(({ rid }) => rid === whole.rid)?.state).toBe("succeeded");
  expect(seen.said.stdout).toContain(whole.rid.slice(0, 8));
  expect(seen.said.stdout).not.toMatch(raw);
  expect(JSON.stringify(seen.nodes)).not.toMatch(raw);
  expect(seen.nodes.some(({ reference }) => reference?.kind === "run" && reference.rid === whole.rid)).toBe(true);
  return seen;
}

const records = [
  ["run.json", "run.json"],
  ["a manifest", "/predict/0001/manifest.json"],
  ["the build", "BUILD"],
  ["job.json", "job.json"],
  ["the journal", "journal.ndjson"],
] as const;

/** What becomes of a file: by a crash, a full disk, another version, somebody's hand. */
const ways: readonly (readonly [string, (text: string) => string | undefined])[] = [
  ["is gone", () => undefined],
  ["is empty", () => ""],
  ["is null", () => "null"],
  ["is a list", () => "[]"],
  ["is a number", () => "7"],
  ["is cut off in the middle", (text) => text.slice(0, text.length / 2)],
  ["is cut off at its end", (text) => text.trimEnd().slice(0, -1)],
  ["holds zeros", (text) => "\0".repeat(text.length)],
  ["is of a newer format", (text) => text.replaceAll('"format":1', '"format":99')],
  ["is a page of a proxy", () => "<html><body>502</body></html>"],
];

describe.each(records)("where %s", (what, end) => {
  it.each(ways)("%s, the other runs are listed, and its own line says why", async (_way, change) => {
    const place = placeOf(end === "BUILD" ? `${spoiled.build ?? ""}.json` : end);
    const before = place.read();
    const after = change(before);
    if (after === before) return;
    place.write(after);
    const { said, nodes } = await othersAreThere();
    // One build is that of both runs; an engine that forgot a job is no damage, and a torn end of a journal is what a crash leaves.
    const isHarmless = what === "the journal" && after?.includes("\n") === true && before.startsWith(after);
    if (isHarmless) return;
    if (after === undefined && what === "the build") return;
    expect(said.stdout).toContain("can't be read");
    const name =
      what === "a manifest" && after === undefined ? "The manifest of predict, try 1, is missing" : place.name;
    expect(said.stdout).toContain(name);
    expect(JSON.stringify(nodes)).toContain("can't be read");
    expect(JSON.stringify(nodes)).toContain(name);
  });
});

describe("whatever one member of a record becomes", () => {
  it.each(records.filter(([what]) => what !== "the journal"))("in %s, the other runs are listed", async (what, end) => {
    const place = placeOf(end === "BUILD" ? `${spoiled.build ?? ""}.json` : end);
    const before = place.read();
    const changes = [...changesOf(JSON.parse(before))];
    // All of them by the fuzzer of readers; here every so many go all the way to the screen.
    const stride = Math.max(1, Math.floor(changes.length / (what === "a manifest" ? 120 : 40)));
    for (let at = 0; at < changes.length; at += stride) {
      place.write(JSON.stringify(changes[at]?.value));
      await othersAreThere();
    }
  });

  it("in the journal, the other runs are listed", async () => {
    const place = placeOf("journal.ndjson");
    const lines = place.read().trimEnd().split("\n");
    for (const [at, line] of lines.entries())
      for (const { value } of [...changesOf(JSON.parse(line))].filter((_, each) => each % 5 === at % 5)) {
        place.write(`${lines.with(at, JSON.stringify(value)).join("\n")}\n`);
        await othersAreThere();
      }
  });
});

describe("odd names", () => {
  it.each(["nodash", "20261121T012300.000000Z-", "-0123456789abcdef0123", "x-y"])(
    "of markers (%s) lose their own line",
    async (name) => {
      const { objects } = shell.store("local");
      const marker = [...objects.keys()].find((key) => key.includes("/by-time/")) ?? "";
      objects.set(marker.replace(/[^/]*$/, name), new Uint8Array());
      const { said } = await othersAreThere();
      expect(said.stdout).toContain(
        `${name} in /stores/local can't be read: its name is not the start and the id of a run.`,
      );
    },
  );

  it("of folders in a run are none of ours", async () => {
    const { objects } = shell.store("local");
    const key = [...objects.keys()].find((one) => one.endsWith("run.json")) ?? "";
    objects.set(key.replace(/[^/]+\/run\.json$/, "notes/run.json"), new Uint8Array());
    await othersAreThere();
  });
});

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, type ParseError } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { Rounds } from "../../scripts/build/rounds.mjs";
import { bundles } from "../../scripts/build/bundles.mjs";
import { bundling } from "../../scripts/build/bundling.mjs";
import { root } from "./support/repository.js";

interface Task {
  readonly label: string;
  readonly type?: string;
  readonly script?: string;
  readonly command?: string;
  readonly dependsOn?: readonly string[];
  readonly problemMatcher?: string | readonly string[] | Matcher;
}

interface Matcher {
  readonly pattern: { readonly regexp: string };
  readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
}

interface Launch {
  readonly name: string;
  readonly type: string;
  readonly program?: string;
  readonly module?: string;
  readonly port?: number;
  readonly connect?: { readonly host: string; readonly port: number };
  readonly env?: Readonly<Record<string, string>>;
  readonly preLaunchTask?: string;
  readonly pathMappings?: readonly { readonly localRoot: string; readonly remoteRoot: string }[];
}

const { tasks } = read<{ readonly tasks: readonly Task[] }>(".vscode/tasks.json");
const launch = read<{
  readonly configurations: readonly Launch[];
  readonly inputs: readonly { readonly id: string }[];
}>(".vscode/launch.json");
const { scripts } = read<{ readonly scripts: Readonly<Record<string, string>> }>("package.json");
const container = read<Readonly<Record<string, string>>>(".devcontainer/devcontainer.json");
const labels = tasks.map(({ label }) => label);
const programs = bundles.map(({ outfile }) => outfile);

describe("a debug configuration", () => {
  it.each(launch.configurations)("$name starts what there is", (configuration) => {
    const { program, preLaunchTask, module } = configuration;
    if (preLaunchTask !== undefined) expect(labels).toContain(preLaunchTask);
    if (program !== undefined) expect(isThere(program)).toBe(true);
    if (module !== undefined) expect(module).toBe("pytest");
    const inputs = [...JSON.stringify(configuration).matchAll(/\$\{input:(\w+)\}/g)].map(([, id]) => id);
    expect(launch.inputs.map(({ id }) => id)).toEqual(expect.arrayContaining(inputs));
    for (const file of filesIn(JSON.stringify(configuration))) expect(isThere(file), file).toBe(true);
  });

  it("is there for every process of ours", () => {
    expect(launch.configurations.map(({ name }) => name)).toEqual([
      "Extension on the sample",
      "Extension on the sample, its Python waits for a debugger",
      "Attach to the language server",
      "Attach to the local engine",
      "Attach to the Python runner",
      "Attach to the Python tracer",
      "Command line in the sample",
      "Vitest: the open file",
      "Pytest: the open file",
    ]);
  });

  it("attaches to the ports that the processes listen on", () => {
    const server = readFileSync(path.join(root, "src/extension/languageServerProcess.ts"), "utf8");
    const runtime = readFileSync(path.join(root, "src/runtime/aqueduct/debugging.py"), "utf8");
    const [variable] = /AQUEDUCT_DEBUG\w+/.exec(runtime) ?? [];
    const [, runner, tracer] = /PORTS = \{"runner": (\d+), "tracer": (\d+)\}/.exec(runtime) ?? [];
    expect(named("Attach to the language server").port).toBe(Number(/--inspect=(\d+)/.exec(server)?.[1]));
    expect(named("Attach to the Python runner").connect).toEqual({ host: "127.0.0.1", port: Number(runner) });
    expect(named("Attach to the Python tracer").connect).toEqual({ host: "127.0.0.1", port: Number(tracer) });
    expect(named("Extension on the sample, its Python waits for a debugger").env).toEqual({
      [String(variable)]: "runner,tracer",
    });
  });

  it("finds the sources of the engine from wherever its copy runs", () => {
    const [engine] = bundles.filter(({ outfile }) => outfile === "dist/engine.js");
    if (engine === undefined) throw new Error("The engine is not bundled.");
    expect(bundling(engine, { production: false })).toMatchObject({
      sourcemap: "inline",
      sourceRoot: `${path.resolve("dist")}${path.sep}`,
    });
  });
});

describe("a task", () => {
  it.each(tasks)("$label runs what there is", ({ type, script, command = "", dependsOn = [] }) => {
    if (type === "npm") expect(Object.keys(scripts)).toContain(script);
    for (const name of npmScriptsIn(command)) expect(Object.keys(scripts)).toContain(name);
    expect(labels).toEqual(expect.arrayContaining([...dependsOn]));
  });

  it("reads what watch says", () => {
    const { problemMatcher } = tasks.find(({ label }) => label === "watch") ?? {};
    const { pattern, background } = problemMatcher as Matcher;
    const said: string[] = [];
    const rounds = new Rounds((line) => said.push(line));
    const mistake = { text: 'Unexpected "="', location: { file: "src/a.ts", line: 3, column: 6 } };
    rounds.begin();
    rounds.begin();
    rounds.end({ errors: [mistake], warnings: [] });
    rounds.end({ errors: [mistake], warnings: [] });
    const [begun = "", wrong = "", ended = "", ...more] = said;
    expect(begun).toMatch(new RegExp(background.beginsPattern));
    expect([...(new RegExp(pattern.regexp).exec(wrong) ?? [])].slice(1)).toEqual([
      "src/a.ts",
      "3",
      "7",
      "error",
      'Unexpected "="',
    ]);
    expect(ended).toMatch(/^\[watch\] failed with 1 error in /);
    expect(ended).toMatch(new RegExp(background.endsPattern));
    expect(more).toEqual([]);
  });
});

describe("the dev container", () => {
  it("runs what there is, on the Node and the extensions that we use", () => {
    const { image, onCreateCommand = "", postCreateCommand = "" } = container;
    const { engines } = read<{ readonly engines: { readonly node: string } }>("package.json");
    expect(image).toMatch(new RegExp(`:${/\d+/.exec(engines.node)?.[0] ?? ""}-bookworm$`));
    expect(isThere(onCreateCommand.replace(/^bash /, ""))).toBe(true);
    for (const name of npmScriptsIn(postCreateCommand)) expect(Object.keys(scripts)).toContain(name);
    const { recommendations } = read<{ readonly recommendations: readonly string[] }>(".vscode/extensions.json");
    expect(container["customizations"]).toEqual({ vscode: { extensions: recommendations } });
  });
});

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it names what parse cannot
function read<T>(file: string): T {
  const errors: ParseError[] = [];
  const value = parse(readFileSync(path.join(root, file), "utf8"), errors, { allowTrailingComma: false }) as T;
  expect(errors, file).toEqual([]);
  return value;
}

function named(name: string): Launch {
  const found = launch.configurations.find((configuration) => configuration.name === name);
  if (found === undefined) throw new Error(`There is no configuration “${name}”.`);
  return found;
}

function npmScriptsIn(command: string): readonly string[] {
  return [...command.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? "");
}

/** Paths in the workspace that a configuration names whole. */
function filesIn(configuration: string): readonly string[] {
  return [...configuration.matchAll(/"(?:--\w+=)?(\$\{workspaceFolder\}\/[^"*$]+)"/g)].map(([, file]) => file ?? "");
}

/** In the repository, or made by a build, by `npm run sample` or by `npm run python`. */
function isThere(file: string): boolean {
  const relative = file.replace("${workspaceFolder}/", "");
  const made = [...programs, "dist/runtime", "sample", "out/python/bin/python"];
  return made.includes(relative) || existsSync(path.join(root, relative));
}

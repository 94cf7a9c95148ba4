import path from "node:path";
import { describe, expect, it } from "vitest";
import { circles, pythonImports, typescriptImports } from "./support/importGraph.js";
import { plantedTree } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

interface KnownCircle {
  readonly why: string;
  readonly files: readonly string[];
}

/** Circles of types, none of which exists at run time. A circle that has gone, or that a file has left, must be struck off here; none may be added. */
const knownInTypeScript: readonly KnownCircle[] = [
  {
    why: "A name can be bound to a call of the machine, and the machine looks names up: one idea in two files.",
    files: ["src/core/parse/interpret/machine.ts", "src/core/parse/interpret/names.ts"],
  },
  {
    why: "A function's value has the scope that it was defined in, and a scope holds values.",
    files: ["src/core/parse/interpret/scope.ts", "src/core/parse/interpret/values.ts"],
  },
  {
    why: "Classes take what they need by Pick<Services, …>, and Services has them: each should declare its own parts.",
    files: [
      "src/extension/milestones.ts",
      "src/extension/runs/localRuns.ts",
      "src/extension/runs/watchedRuns.ts",
      "src/extension/services.ts",
      "src/extension/terminal/editorTerminals.ts",
      "src/extension/terminal/terminalRequests.ts",
      "src/extension/views/runs/runsView.ts",
    ],
  },
];

/** Both exist at run time, where an import in a function keeps them from harm. The same rule holds for this list. */
const knownInPython: readonly KnownCircle[] = [
  {
    why: "artifact.save() imports the resources that save it: what both need should lie in a module of its own.",
    files: ["aqueduct/artifacts.py", "aqueduct/resources/__init__.py"],
  },
  {
    why: "The recorder starts execution by hand when it is first asked for: it should be told what to start.",
    files: ["aqueduct/eager/execution.py", "aqueduct/eager/starting.py", "aqueduct/recording/session.py"],
  },
];

describe("imports", () => {
  it("of TypeScript, types included, make no circles but the known ones", () => {
    const graph = typescriptImports(root, ["src", "webview", "scripts"]);
    expect(circles(graph)).toEqual(knownInTypeScript.map(({ files }) => files));
  });

  it("of Python, those in functions and for types included, make no circles but the known ones", () => {
    const graph = pythonImports(path.join(root, "src/runtime"));
    expect(graph.size).toBeGreaterThan(100);
    expect(circles(graph)).toEqual(knownInPython.map(({ files }) => files));
  });
});

describe("a circle is found", () => {
  it.each([
    ["of values", 'import { b } from "./b.js";\nexport const a = b;\n'],
    ["of types alone", 'import type { B } from "./b.js";\nexport type A = B | null;\n'],
    ["of a type among values", 'import { type B } from "./b.js";\nexport type A = B | null;\n'],
    ["of a type that is imported where it is used", 'export type A = import("./b.js").B | null;\n'],
    ["of a module that is loaded late", 'export const a = () => import("./b.js");\n'],
    ["of what is passed on", 'export type { B } from "./b.js";\n'],
    ["of all that is passed on", 'export * from "./b.js";\n'],
    ["through a worker", 'import text from "worker:./b";\nexport const a = text;\n'],
  ])("%s", async (_, source) => {
    await using tree = await plantedTree();
    await tree.write({
      "webview/a.ts": source,
      "webview/b.ts": 'import type { C } from "./sub/c.js";\nexport type B = C;\n',
      "webview/sub/c.ts": 'import type { A } from "../a.js";\nexport type C = A;\n',
      "webview/beside.ts": 'import type { A } from "./a.js";\nexport type Beside = A;\n',
    });
    expect(circles(typescriptImports(tree.folder, ["webview"]))).toEqual([
      ["webview/a.ts", "webview/b.ts", "webview/sub/c.ts"],
    ]);
  });

  it.each([
    ["at the top", "from . import b\n"],
    ["by its whole name", "import package.b\n"],
    ["of a name in the module", "from package.b import name\n"],
    ["in a function", "def f():\n    from package.b import name\n    return name\n"],
    ["for a type checker", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .b import name\n"],
    ["by a call", 'import importlib\ndef f():\n    return importlib.import_module("package.b")\n'],
  ])("in Python, %s", async (_, source) => {
    await using tree = await plantedTree();
    await tree.write({
      "src/runtime/package/__init__.py": "from package import beside\n",
      "src/runtime/package/a.py": source,
      "src/runtime/package/b.py": "from package.a import f\nname = 1\n",
      "src/runtime/package/beside.py": "from package.a import f\n",
    });
    expect(circles(pythonImports(path.join(tree.folder, "src/runtime")))).toEqual([["package/a.py", "package/b.py"]]);
  });

  it("and two that share no file are two", async () => {
    await using tree = await plantedTree();
    await tree.write({
      "webview/a.ts": 'import "./b.js";\nimport "./c.js";\n',
      "webview/b.ts": 'import "./a.js";\n',
      "webview/c.ts": 'import "./d.mjs";\n',
      "webview/d.mjs": 'import "./c.js";\n',
    });
    expect(circles(typescriptImports(tree.folder, ["webview"]))).toEqual([
      ["webview/a.ts", "webview/b.ts"],
      ["webview/c.ts", "webview/d.mjs"],
    ]);
  });
});

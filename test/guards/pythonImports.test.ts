import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { plantedTree } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

const onlyTheLauncher = "Only the launcher imports airflow.";

describe("the import table's row runtime", () => {
  it("is kept", () => {
    expect(check(path.join(root, "src/runtime"))).toEqual([]);
  });

  it.each([
    ["a package at the top", "aqueduct/a.py", "import os\nimport pandas\n", 2, "pandas"],
    [
      "a package in a branch at the top",
      "aqueduct/a.py",
      "try:\n    from boto3 import client\nexcept ImportError:\n    client = None\n",
      2,
      "boto3",
    ],
    ["a package in a class body", "aqueduct/a.py", "class A:\n    import sqlalchemy\n", 2, "sqlalchemy"],
    [
      "a package imported by a call",
      "aqueduct/a.py",
      'import importlib\nimportlib.import_module("pyarrow.parquet")\n',
      2,
      "pyarrow",
    ],
  ])("reports %s", async (_, file, source, line, name) => {
    expect(await planted(file, source)).toEqual([
      { file, line, message: `Import ${name} in the function that needs it: it is not in the standard library.` },
    ]);
  });

  it.each([
    ["at the top", "import airflow\n", 1],
    ["in a function", "def f():\n    from airflow.sdk import DAG\n    return DAG\n", 2],
    ["by a call in a function", 'def f():\n    return __import__("airflow.models")\n', 2],
  ])("reports airflow outside the launcher, %s", async (_, source, line) => {
    expect(await planted("aqueduct/runner/a.py", source)).toEqual([
      { file: "aqueduct/runner/a.py", line, message: onlyTheLauncher },
    ]);
  });

  it("reports a module about a package that is imported at the top", async () => {
    expect(await planted("aqueduct/databases/a.py", "from .alchemy import Alchemy\n")).toEqual([
      {
        file: "aqueduct/databases/a.py",
        line: 1,
        message:
          "Import aqueduct.databases.alchemy in the function that needs it: it needs a package outside the standard library.",
      },
    ]);
  });

  it("reports one of a folder of such modules, but not among themselves", async () => {
    const source = "from aqueduct.databases.saves.columns import Column\n";
    const found = await planted("aqueduct/databases/a.py", source);
    expect(JSON.stringify(found)).toContain("Import aqueduct.databases.saves.columns in the function that needs it");
    expect(await planted("aqueduct/databases/saves/a.py", `import pandas\n${source}`)).toEqual([]);
  });

  it.each([
    [
      "the standard library and the runtime itself",
      "aqueduct/a.py",
      "import json\nfrom aqueduct.values import codec\nfrom . import b\n",
    ],
    ["a package in a function", "aqueduct/a.py", "def f():\n    import pandas\n    return pandas\n"],
    [
      "a package for the type checker",
      "aqueduct/a.py",
      "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas\n",
    ],
    ["airflow in the launcher", "aqueduct/launcher_tasks.py", "import airflow\n"],
  ])("allows %s", async (_, file, source) => {
    expect(await planted(file, source)).toEqual([]);
  });
});

async function planted(file: string, source: string): Promise<readonly unknown[]> {
  await using tree = await plantedTree();
  await tree.write({ [`src/runtime/${file}`]: source });
  return check(path.join(tree.folder, "src/runtime"));
}

function check(folder: string): readonly unknown[] {
  const { stdout, stderr, status } = spawnSync("python3", [path.join(root, "scripts/lint/python_imports.py"), folder], {
    encoding: "utf8",
  });
  if (status !== 0 && stdout === "") throw new Error(`The check itself failed: ${stderr}`);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { plantedTree } from "./support/plantedTree.js";
import { packageFolder, root } from "./support/repository.js";

it("fails lint where an export, a type or a file is used by nothing", async () => {
  await using tree = await plantedTree();
  await cp(path.join(root, "knip.json"), path.join(tree.folder, "knip.json"));
  await tree.write({
    "src/engine/main.ts": 'import { used, type Used } from "./planted.js";\nconst value: Used = used;\nvoid value;\n',
    "src/engine/planted.ts":
      "export const used = 1;\nexport type Used = number;\nexport const unused = 2;\nexport type Unused = string;\n",
    "src/engine/forgotten.ts": "export const forgotten = 1;\n",
  });
  const { issues, exitCode } = await knip(tree.folder);
  const planted = issues.find(({ file }) => file === "src/engine/planted.ts");
  expect(exitCode).toBe(1);
  expect(planted?.exports.map(({ name }) => name)).toEqual(["unused"]);
  expect(planted?.types.map(({ name }) => name)).toEqual(["Unused"]);
  expect(issues.filter(({ files }) => files.length > 0).map(({ file }) => file)).toContain("src/engine/forgotten.ts");
});

interface Issues {
  readonly file: string;
  readonly files: readonly unknown[];
  readonly exports: readonly { readonly name: string }[];
  readonly types: readonly { readonly name: string }[];
}

/** What lint runs, for a machine to read. The tree lies in a folder that git ignores. */
function knip(cwd: string): Promise<{ readonly issues: readonly Issues[]; readonly exitCode: unknown }> {
  const bin = path.join(packageFolder("knip"), "bin/knip.js");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, "--reporter", "json", "--no-gitignore"], { cwd }, (error, stdout, stderr) => {
      if (stdout === "") reject(new Error(`knip failed: ${stderr}`, { cause: error }));
      else resolve({ ...(JSON.parse(stdout) as { issues: Issues[] }), exitCode: error?.code ?? 0 });
    });
  });
}

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { runtimeFiles } from "../../scripts/build/runtimeZip.mjs";
import { wheel } from "../../scripts/build/wheel.mjs";
import { plantedTree } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

const manifest = { version: "1.2.3", description: "Workflows.", license: "Apache-2.0" };
const modules = { "runtime/aqueduct/__init__.py": "", "runtime/aqueduct/z.py": "z = 1\n" };

describe("the wheel that Set Up Python installs", () => {
  it("holds the runtime and says of each file its digest and size", async () => {
    const source = path.join(root, "src/runtime");
    const { name, bytes } = await wheel(source, manifest);
    expect(name).toBe("aqueduct-1.2.3-py3-none-any.whl");
    const files = unzipSync(bytes);
    const metadata = ["METADATA", "WHEEL", "top_level.txt", "RECORD"].map((file) => `aqueduct-1.2.3.dist-info/${file}`);
    const shipped = (await runtimeFiles(source)).filter((file) => file !== "sitecustomize.py");
    expect(Object.keys(files)).toEqual([...shipped, "aqueduct.pth", ...metadata]);
    const record = strFromU8(files["aqueduct-1.2.3.dist-info/RECORD"] ?? new Uint8Array())
      .trimEnd()
      .split("\n");
    expect(record).toEqual(
      Object.entries(files).map(([file, content]) =>
        file.endsWith("/RECORD")
          ? `${file},,`
          : `${file},sha256=${createHash("sha256").update(content).digest("base64url")},${content.length.toString()}`,
      ),
    );
  });

  it("is found by Python before a folder of its name beside the file that is run", async () => {
    await using tree = await plantedTree();
    const { bytes } = await wheel(path.join(root, "src/runtime"), manifest);
    const python = path.join(tree.folder, "environment/bin/python");
    execFileSync("python3", ["-m", "venv", "--without-pip", path.join(tree.folder, "environment")]);
    const packages = path.relative(
      tree.folder,
      execFileSync(python, ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], {
        encoding: "utf8",
      }).trim(),
    );
    const files = Object.entries(unzipSync(bytes)).map(([file, content]) => [
      `${packages}/${file}`,
      strFromU8(content),
    ]);
    await tree.write({
      ...(Object.fromEntries(files) as Record<string, string>),
      "work/aqueduct/__init__.py": "raise RuntimeError('theirs')\n",
      "work/flow.py": "from aqueduct import op\nimport aqueduct\nprint(aqueduct.__file__)\n",
    });
    const { PYTHONPATH: _, ...environment } = process.env;
    for (const PYTHONPATH of [undefined, path.join(tree.folder, "work")]) {
      const said = execFileSync(python, [path.join(tree.folder, "work/flow.py")], {
        encoding: "utf8",
        env: { ...environment, ...(PYTHONPATH === undefined ? {} : { PYTHONPATH }) },
      });
      expect(said.trim()).toBe(path.join(tree.folder, packages, "aqueduct/__init__.py"));
    }
  });

  it("is of the extension's own version", async () => {
    const own = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as typeof manifest;
    const { bytes } = await wheel(path.join(root, "src/runtime"), own);
    expect(Object.keys(unzipSync(bytes))).toContain(`aqueduct-${own.version}.dist-info/METADATA`);
  });

  it("has the same bytes whatever time zone and locale packed it", async () => {
    await using tree = await plantedTree();
    await tree.write(modules);
    expect(packedBy(tree.folder, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" })).toBe(
      packedBy(tree.folder, { TZ: "UTC", LC_ALL: "C" }),
    );
  });
});

/** The digest of the wheel, made in a process of its own because a process keeps its first time zone. */
function packedBy(folder: string, environment: Readonly<Record<string, string>>): string {
  const module = path.join(root, "scripts/build/wheel.mjs");
  const script = `import { wheel } from ${JSON.stringify(module)}; process.stdout.write((await wheel("runtime", ${JSON.stringify(manifest)})).bytes);`;
  return createHash("sha256")
    .update(
      execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
        cwd: folder,
        env: { ...process.env, ...environment },
      }),
    )
    .digest("hex");
}

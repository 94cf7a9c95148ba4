import { readFileSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { authoringFile, authoringText } from "../../scripts/authoring/authoringText.mjs";
import { plantedTree } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

describe("what reading the text knows of the authoring API", () => {
  it("is what the Python package has; `npm run authoring-api` makes it so", () => {
    expect(readFileSync(path.join(root, authoringFile), "utf8")).toBe(authoringText(root));
  });

  it.each([
    [
      "a parameter",
      "client.py",
      "use_local: bool = False,\n        as_type",
      "from_file: bool = False,\n        as_type",
      "from_file: false",
    ],
    ["a default", "artifacts.py", "def head(self, n: int = 5", "def head(self, n: int = 6", '"Artifact.head": { n: 6'],
    ["a name", "flow.py", "def latest(", "def newest(", '"Flow.newest": {}'],
    ["a member of an enumeration", "constants/enums.py", 'FAIL = "fail"', 'FAIL = "refuse"', 'FAIL: "refuse"'],
  ])("follows %s", async (_, file, before, after, written) => {
    await using tree = await plantedTree();
    const runtime = path.join(tree.folder, "runtime");
    await cp(path.join(root, "src/runtime"), runtime, {
      recursive: true,
      filter: (name) => !name.includes("__pycache__"),
    });
    const changed = path.join(runtime, "aqueduct", file);
    const source = await readFile(changed, "utf8");
    expect(source).toContain(before);
    await writeFile(changed, source.replace(before, after));
    const text = authoringText(root, { runtime });
    expect(text).toContain(written);
    expect(text).not.toBe(authoringText(root));
  });
});

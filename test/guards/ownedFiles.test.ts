import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/repository.js";

/** Who may open files without `platform/ownedFile.ts`, and what they are. A new name here needs as good a reason. */
const mayOpen: Readonly<Record<string, string>> = {
  "src/platform/plainOpen.ts": "what ownedFile.ts and userFile.ts open with",
  "src/platform/files.ts":
    "the port of core: texts of workflows, DAG files, logs; decides by readOwned; and objects of a store for folderStore.ts, which are judged by their content",
  "src/platform/followFile.ts": "logs of a run that the engine has named",
  "src/platform/processIdentity.ts": "/proc",
  "src/platform/fileObjection.ts": "/etc/group",
  "src/platform/hash.ts": "bytes whose digest is asked for",
  "src/platform/engineBundle.ts": "the bundle, compared byte by byte with that of the installation",
  "src/engine/attemptProcess.ts": "makes logs that must not be there yet",
  "src/engine/jobFolder.ts": "a folder, to flush it",
  "src/engine/journalFile.ts": "reads what openOwned has opened",
  "src/engine/localStore.ts": "manifests of the store",
  "src/engine/wholeFiles.ts": "makes files that must not be there yet; the end of a log",
  "src/cli/world.ts": "what lies beside the bundle",
  "src/extension/world/extensionWorld.ts": "what lies beside the bundle",
};

const opens = /\b(readFile|readFileSync|open|openSync|openAsBlob|createReadStream|copyFile|copyFileSync|cp|cpSync)\b/;
const ours =
  /projectFile|aqueduct\.json|engine\.json|job\.json|journal\.ndjson|pid\.json|exit\.json|state\.json|manager\.pid/;

function sources(pattern: string): readonly (readonly [string, string])[] {
  return execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", pattern], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\0")
    .filter(Boolean)
    .map((file) => [file, readFileSync(path.join(root, file), "utf8")]);
}

/** Files that import what opens files from Node. */
function openers(files: readonly (readonly [string, string])[]): readonly string[] {
  return files.flatMap(([file, text]) => {
    const imports = [
      ...text.matchAll(/import\s+(?:type\s+)?(\{[^}]*\}|\* as \w+|\w+)\s+from\s+"(?:node:)?fs(?:\/promises)?"/g),
    ];
    return imports.some(([, names = ""]) => !names.startsWith("{") || opens.test(names)) ? [file] : [];
  });
}

/** Reads of core, through its port, of a file that decides. */
function plainReads(files: readonly (readonly [string, string])[]): readonly string[] {
  return files.flatMap(([file, text]) =>
    text
      .split("\n")
      .flatMap((line, index) => (/\.(read|readText)\(/.test(line) && ours.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

describe("files that decide what runs or where a secret goes", () => {
  it("are opened by one module alone: nobody else opens files, but for a reason", () => {
    expect(openers(sources("src/**/*.ts"))).toEqual(Object.keys(mayOpen).toSorted());
  });

  it("are not read by core as any other file is", () => {
    expect(plainReads(sources("src/core/**/*.ts"))).toEqual([]);
  });

  it("are opened by one module in Python too", () => {
    const readers = sources("src/runtime/aqueduct/eager/*.py").flatMap(([file, text]) =>
      /\bopen\(|(?<!formats)\.read_text\(|read_bytes\(/.test(text) ? [path.basename(file)] : [],
    );
    // The latter opens a pipe on Windows.
    expect(readers).toEqual(["editor.py", "owned.py"]);
  });

  it("would be told here", () => {
    expect(openers([["a.ts", 'import { statSync, readFileSync } from "node:fs";']])).toEqual(["a.ts"]);
    expect(openers([["a.ts", 'import * as fs from "node:fs/promises";']])).toEqual(["a.ts"]);
    expect(openers([["a.ts", 'import { statSync } from "node:fs";']])).toEqual([]);
    expect(plainReads([["a.ts", "await files.readText(files.join(folder, projectFile))"]])).toEqual(["a.ts:1"]);
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/repository.js";

const files = execFileSync("git", ["ls-files", "-z", "src"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((file) => /\.(ts|py)$/.test(file) && !file.includes("_vendor/"));

/** Places where a text stands outside of files that may hold it. */
function elsewhere(pattern: RegExp, allowed: Readonly<Record<string, string>>): readonly string[] {
  return files
    .filter((file) => !(file in allowed))
    .flatMap((file) =>
      readFileSync(path.join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
}

describe("what is named by its digest is read by one door, which hashes it", () => {
  it("in TypeScript: core/store/blobs.ts", () => {
    expect(
      elsewhere(/\b(?:[sS]tore|objects)\.get\(key|\b(?:[sS]tore|objects)\.get\((?:blob|build|value)Key/, {
        "src/core/store/blobs.ts": "the door",
        "src/core/store/json.ts": "records that no digest names",
        "src/core/store/format.ts": "a store around another",
        "src/core/actions/storeWalk.ts": "records that no digest names",
        "src/core/actions/show.ts": "logs",
        "src/core/publish/probe.ts": "the key that it has just put",
        "src/extension/world/onlyTrusted.ts": "a store around another",
      }).filter((place) => place.includes(".ts:")),
    ).toEqual([]);
  });

  it("in TypeScript, keys of blobs and builds are made for it alone", () => {
    expect(
      elsewhere(/\b(?:blobKey|buildKey)\(/, {
        "src/core/store/blobs.ts": "the door",
        "src/core/store/builds.ts": "goes through it",
        "src/core/store/keys.ts": "makes them",
        "src/core/publish/upload.ts": "goes through it",
        "src/core/actions/storeWalk.ts": "looks for what records name",
        "src/core/actions/storeCheck.ts": "tells a blob by its key",
      }),
    ).toEqual([]);
  });

  it("in Python on a worker: launcher/records.py", () => {
    expect(
      elsewhere(/\bstore\.(?:get|fetch)\(/, {
        "src/runtime/aqueduct/launcher/records.py": "the door",
        "src/runtime/aqueduct/launcher/dag_template.py": "settings, and the runtime, which it hashes",
      }).filter((place) => place.startsWith("src/runtime/")),
    ).toEqual([]);
  });

  it("in a process of an operator: store/blobs.py", () => {
    const reads = /\.read_bytes\(\)|\.read_text\(|\bopen\(|copyfile\(/;
    const inProcess = elsewhere(reads, {
      "src/runtime/aqueduct/definitions/bootstrap.py": "what load.py has written beside it",
      "src/runtime/aqueduct/definitions/load.py": "writes it",
      "src/runtime/aqueduct/definitions/unpacking.py": "unpacks what the door gave",
    }).filter((place) => place.startsWith("src/runtime/aqueduct/definitions/"));
    expect(inProcess.map((place) => place.replace(/:\d+:/, ":"))).toEqual([
      // Files of the workspace, to be compared with what shipped.
      "src/runtime/aqueduct/definitions/shipped_modules.py: return Path(path).read_bytes()",
      "src/runtime/aqueduct/definitions/shipped_modules.py: return Path(path).read_bytes() if os.path.isfile(path) else None",
    ]);
  });
});

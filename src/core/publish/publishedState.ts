import type { BuildName, BuildRecord } from "../model/build.js";
import type { Digest } from "../model/trace.js";
import type { Hash } from "../ports.js";

/** What is remembered of a publication, to tell later whether its files are still as they were published. */
export interface PublishedMemory {
  readonly workflow: string;
  /** Name of the Airflow resource. */
  readonly target: string;
  readonly build: BuildName;
  readonly publishedAt: string;
  /** SHA-256 of the text of every file that shipped, by path relative to the folder. */
  readonly files: Readonly<Record<string, Digest>>;
}

/** How files stand to what is live. */
export type PublishedState =
  | { readonly kind: "asPublished" }
  /** These files say something else now, or are gone. */
  | { readonly kind: "edited"; readonly files: readonly string[] }
  /** Somebody published another build, from another window or machine: what these files are to it is not known. */
  | { readonly kind: "elsewhere"; readonly build: BuildName };

/** Files of the workspace that a build was made from, relative to its folder. @param file the workflow file, of which a build may hold nothing but calls */
export function filesOfBuild(record: BuildRecord, file: string): readonly string[] {
  const shipped = record.operators.flatMap(({ code, modules, source }) => [
    source.file,
    ...(code === null ? [] : [code.file]),
    ...modules.map(({ path }) => path),
  ]);
  return [...new Set([file, ...shipped])].sort();
}

/** Of a text as an editor and the disk both have it: without a byte order mark, whatever its line ends are. */
export function textDigest(text: string, hash: Hash): Digest {
  return hash.sha256(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
}

/**
 * @param now digests of the files' text as it is, unsaved edits included; undefined: there is no such file any more
 * @param live the build that is known to be live on the target; undefined where nobody looked
 */
export function publishedState(
  memory: PublishedMemory,
  now: ReadonlyMap<string, Digest | undefined>,
  live: BuildName | undefined,
): PublishedState {
  if (live !== undefined && live !== memory.build) return { kind: "elsewhere", build: live };
  const files = Object.entries(memory.files)
    .filter(([path, digest]) => now.get(path) !== digest)
    .map(([path]) => path);
  return files.length === 0 ? { kind: "asPublished" } : { kind: "edited", files };
}

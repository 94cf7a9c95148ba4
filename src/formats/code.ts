/** What travels of an operator, in traces, builds and jobs alike. */
import type * as v from "valibot";
import { artifactType } from "./graph.js";
import { count, digest, flag, leftOut, list, matching, oneOf, ordinal, orNull, record, text, told } from "./schema.js";

export type Digest = v.InferOutput<typeof digest>;

export const encoding = oneOf("parquet", "table-json", "json", "text", "bytes", "pickle");
export type Encoding = v.InferOutput<typeof encoding>;

/** Relative, with `/`, and never out of the folder that it stands in. */
const innerPath = matching(/^(?!\/)(?![A-Za-z]:)(?!(?:.*\/)?\.\.(?:\/|$))[^\0\\]*$/, "a path inside its folder");

export const traceFrame = record({
  file: told("Relative to the folder where it lies under it.", text),
  line: count,
  function: text,
  text,
});
export interface TraceFrame extends v.InferOutput<typeof traceFrame> {}

/** @param definitions how the blob of the definitions is named: by digest, or by an absolute path */
function codeEntries<Definitions extends typeof digest | typeof text>(definitions: Definitions) {
  return {
    definitions: told("Blob of the definitions of one file.", definitions),
    file: told("Relative to the folder.", text),
    function: text,
    line: told("Of the definition, decorators included.", ordinal),
    endLine: told("Its last line.", ordinal),
    module: told("The module that defines it, where that is not the workflow file.", orNull(text)),
    roots: told("Folders that imports start from, relative to the folder.", list(text)),
    laterRoots: leftOut(
      told("Folders that modules among `file_dependencies` are imported from, after all else.", list(text)),
    ),
    workingFolder: leftOut(told("Where it runs, relative to the folder.", text)),
  };
}

const shippedCode = record(codeEntries(digest));

/** As {@link shippedCode}, with a path instead of a digest. */
export const stagedCode = record(codeEntries(text));

const capturedValue = record({ name: text, blob: digest, encoding, size: told("Bytes.", count) });

const shippedModule = record({ path: told("Relative to the folder, with `/`.", innerPath), blob: digest });

export const shipmentEntries = {
  code: orNull(shippedCode),
  values: list(capturedValue),
  modules: told("Also `file_dependencies` and package `__init__` files.", list(shippedModule)),
  python: told("The Python minor that it is bound to, where anything pickled is shipped.", orNull(text)),
  requirements: told("The operator's, else the file's, else what its imports tell.", list(text)),
  reuse: told(
    "Of all code that it can reach, without comments, blank lines and positions, and of captured values.",
    digest,
  ),
  stable: told("False: its bytes change at every trace.", flag),
  parameter: leftOut(
    told("Of a parameter: the bytes of its default.", record({ blob: digest, encoding, type: artifactType })),
  ),
} as const;

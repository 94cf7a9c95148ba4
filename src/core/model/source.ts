/** A stretch of a source file. Lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface SourceRange {
  /** Path relative to the folder that holds `aqueduct.json`, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

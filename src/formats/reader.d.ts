import { type Schema } from "./schema.js";
/** What came of reading something that lies in a file or crossed a socket. */
export type Readable<T> =
  | {
      readonly readable: true;
      readonly value: T;
    }
  | Unreadable;
/** Why something can't be read. No value of it is repeated: it may be a secret. */
export interface Unreadable {
  readonly readable: false;
  /** The member that is wrong, such as `artifacts[0].size`; empty: all of it. */
  readonly where: string;
  /** What is wrong, as a sentence with its place, without a full stop. */
  readonly why: string;
  /** The number of a format that only a newer version reads. */
  readonly newer?: number;
}
/** One thing that is read: a file, an object of a store, a message. */
export interface Format<T> {
  /** What it is called in sentences, such as "a manifest". */
  readonly name: string;
  readonly schema: Schema<T>;
  /** The number that stands in its member `format`; left out where it has none, as a message. */
  readonly number?: number;
}
/** The value of a format that is what it should be, or where it is not. */
export declare function read<T>({ schema, name, number }: Format<T>, value: unknown): Readable<T>;
/** As {@link read}, of JSON text. */
export declare function readText<T>(format: Format<T>, source: string): Readable<T>;
/** Something that had to be read and can't be. */
export declare class UnreadableError extends Error {
  readonly what: string;
  readonly unreadable: Unreadable;
  readonly name = "UnreadableError";
  /** @param what the file, the key or the message that can't be read, for people */
  constructor(what: string, unreadable: Unreadable);
}
/** @param what as for {@link UnreadableError}, which is thrown where it can't be read */
export declare function valueOf<T>(readable: Readable<T>, what: string): T;

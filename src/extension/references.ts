import { read, type Format } from "../formats/reader.js";
import { isObject } from "../formats/schema.js";
import {
  fileArgumentFormat,
  nodeContextFormat,
  referenceFormats,
  type FileArgument,
  type NodeContext,
  type Reference,
} from "../formats/references.js";

export type {
  ArtifactReference,
  OperatorReference,
  OperatorRunReference,
  PublishedReference,
  ResourceReference,
  RunReference,
  WorkflowReference,
} from "../formats/references.js";

type Kind = Reference["kind"];
type OfKind<K extends Kind> = Extract<Reference, { kind: K }>;

/** A command was called with what it can't be for, such as by a keyboard shortcut that somebody wrote. `message` is for the user. */
export class WrongArgument extends Error {
  override readonly name = "WrongArgument";

  /** @param why what is wrong with the argument, without a full stop */
  constructor(why: string) {
    super(
      `This command was called with an argument that it can't take: ${why}. Correct the keyboard shortcut or the link that calls it, or leave the argument out.`,
    );
  }
}

/**
 * A command's argument as a reference of one of `kinds`, the first that it can be; undefined where there is none, or it is something else, such as what VS Code
 * passes from other menus.
 *
 * @throws WrongArgument where it means to be a reference and is none
 */
export function referenceOf<K extends Kind>(value: unknown, ...kinds: readonly K[]): OfKind<K> | undefined {
  refusePlain(value);
  if (!isObject(value)) return undefined;
  if (value["webviewSection"] === "operator") return referenceFromContext(checked(nodeContextFormat, value), kinds);
  const found = "reference" in value ? value["reference"] : value;
  if (!isObject(found) || typeof found["kind"] !== "string") return undefined;
  const { kind } = found;
  if (!Object.hasOwn(referenceFormats, kind))
    throw new WrongArgument(`kind is not one of ${Object.keys(referenceFormats).join(", ")}`);
  const wanted = kinds.find((one) => one === kind);
  return wanted && (checked<unknown>(referenceFormats[wanted], found) as OfKind<K>);
}

/**
 * A command's argument as a file with what of it is meant; undefined where it names none.
 *
 * @throws WrongArgument where it means to name one and does not
 */
export function fileArgumentOf(value: unknown): FileArgument | undefined {
  refusePlain(value);
  return isObject(value) && "uri" in value && !isObject(value["uri"]) ? checked(fileArgumentFormat, value) : undefined;
}

/**
 * A command's argument as a name; undefined where it is something else that VS Code may pass.
 *
 * @throws WrongArgument where it is a number or the like
 */
export function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  refusePlain(value);
  return undefined;
}

/** VS Code calls commands with objects of its own; these come from somebody's hand. */
function refusePlain(value: unknown): void {
  const plain = Array.isArray(value) ? value.length > 0 : ["string", "number", "boolean"].includes(typeof value);
  if (plain) throw new WrongArgument("it is not an object");
}

function checked<T>(format: Format<T>, value: unknown): T {
  const result = read(format, value);
  if (!result.readable) throw new WrongArgument(result.why);
  return result.value;
}

/** What the node of a graph stands for, as the first of `kinds` that it can be: the operator in its file, its workflow, the run that is shown, or the operator of that run. */
function referenceFromContext<K extends Kind>(context: NodeContext, kinds: readonly K[]): OfKind<K> | undefined {
  const { uri, workflow, operator, folder, target, rid } = context;
  const run = folder === undefined || target === undefined || rid === undefined ? undefined : { folder, target, rid };
  const meanings: readonly Reference[] = [
    { kind: "operator", uri, workflow, operator },
    { kind: "workflow", uri, workflow },
    ...(run === undefined
      ? []
      : ([
          { kind: "operatorRun", ...run, operator },
          { kind: "run", ...run },
        ] as const)),
  ];
  const found = kinds
    .map((kind) => meanings.find((meaning) => meaning.kind === kind))
    .find((meaning) => meaning !== undefined);
  return found as OfKind<K> | undefined;
}

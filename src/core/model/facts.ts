import type { SourceRange } from "./source.js";
import type { ArgumentOf, Called } from "./signatures.js";
import type { ArtifactType, OperatorKind } from "./workflow.js";

/**
 * What reading a file found beside its graph: what its rules judge. Facts, not opinions.
 *
 * Code that stands in for a broken text gives no facts.
 */
export interface FileFacts {
  /** The workflow file; facts of modules name theirs. */
  readonly file: string;
  readonly faults: readonly SyntaxFault[];
  /** Compound statements without a statement in their block. */
  readonly emptyBodies: readonly EmptyBody[];
  readonly operatorCalls: readonly OperatorCall[];
  readonly globalReads: readonly GlobalRead[];
  readonly resourceUses: readonly ResourceUse[];
  readonly queries: readonly QueryCall[];
  readonly saves: readonly SaveCall[];
  readonly bounds: readonly BoundCall[];
  readonly publications: readonly Publication[];
  readonly replacedCalls: readonly ReplacedCall[];
  readonly equalNames: readonly EqualNames[];
  readonly notDone: readonly NotDone[];
  readonly notThere: readonly NotThere[];
  readonly unknownArguments: readonly UnknownArgument[];
  readonly settings: readonly Settings[];
  readonly fileDependencies: readonly FileDependencies[];
  readonly processStates: readonly ProcessStateSet[];
  readonly capturedSecrets: readonly CapturedSecret[];
  /** Statements that take more steps than are followed, in the order of the text. */
  readonly cutShort: readonly CutShort[];
}

/** What a statement does beyond this is not known, nor, in the last one of a file that takes too many altogether, what follows it. */
interface CutShort {
  readonly range: SourceRange;
  readonly isRest: boolean;
  /** The file is so long that nothing of it is read. */
  readonly isTooLong?: true;
}

/** The top level sets state of its process, which the processes of operators do not have. */
export interface ProcessStateSet {
  readonly range: SourceRange;
  /** As the text writes it, such as `os.environ['MODE']` or `random.seed()`; several where a call or an import sets them. */
  readonly written: readonly string[];
  readonly how: "called" | "set" | "removed";
  /** How it can be set in the operators instead; undefined: not by moving a statement. */
  readonly move: StateMove | undefined;
}

/** A statement that can stand in operators instead of where it stands. */
export interface StateMove {
  readonly statement: SourceRange;
  readonly into: readonly OperatorBody[];
}

/** Where the body of an operator that needs it begins. */
export interface OperatorBody {
  readonly definition: SourceRange;
  /** Its first statement. */
  readonly first: SourceRange;
  readonly isDocstring: boolean;
}

/** A value that is not for others' eyes goes along with operators, or into the default of a parameter. */
export interface CapturedSecret {
  readonly range: SourceRange;
  /** It was read on this machine, or is only named like a secret. */
  readonly known: "read" | "name";
  /** What travels: global names, or a parameter. */
  readonly names: readonly string[];
  /** That take it along; none: it is the default of a parameter. */
  readonly operators: readonly string[];
}

/** Why Python cannot read a stretch of text. */
type SyntaxFault =
  | {
      readonly kind: "unterminatedString";
      readonly range: SourceRange;
      readonly quote: string;
      readonly content: string;
    }
  | { readonly kind: "unclosedBracket"; readonly range: SourceRange; readonly bracket: string }
  | { readonly kind: "missing"; readonly range: SourceRange; readonly token: string }
  | { readonly kind: "unreadable"; readonly range: SourceRange; readonly found: string };

interface EmptyBody {
  readonly range: SourceRange;
  /** As tree-sitter names it, such as `function_definition`. */
  readonly statement: string;
}

/** One call of an operator. */
export interface OperatorCall {
  readonly range: SourceRange;
  readonly kind: OperatorKind;
  /** What the call is written with, such as `clean_data` or `steps.clean`. */
  readonly callee: string;
  readonly parameters: readonly CalledParameter[];
  /** The function has `*arguments`, or is not seen. */
  readonly takesAnyPlace: boolean;
  /** The function has `**arguments`, or is not seen. */
  readonly takesAnyName: boolean;
  readonly positional: number;
  readonly keywords: readonly { readonly name: string; readonly range: SourceRange }[];
  /** A `*` or `**` argument of unknown length is among the arguments. */
  readonly open: boolean;
  /** Kinds of the operators that the given artifacts come from. */
  readonly given: readonly { readonly from: OperatorKind; readonly range: SourceRange }[];
  /** Arguments that are sets with artifacts in them, which have no order. */
  readonly sets: readonly SourceRange[];
  /** Keys of dictionaries with artifacts in them, by which nothing can be given; as Python shows them, where that can be told. */
  readonly wrongKeys: readonly { readonly shown: string | undefined; readonly range: SourceRange }[];
  /** The function yields, so the operator gives a list. */
  readonly yields: boolean;
  /** Of the operator. */
  readonly name: string;
  /** Names of required parameters that were not given but by which an artifact is known where the call stands. */
  readonly atHand: readonly string[];
}

interface CalledParameter {
  readonly name: string;
  readonly required: boolean;
  /** It can be given by its name. */
  readonly byName: boolean;
  /** The call gives it by its place. */
  readonly byPlace: boolean;
}

/** An operator's function reads, as a global, a name that holds an artifact. */
export interface GlobalRead {
  readonly range: SourceRange;
  readonly function: string;
  readonly name: string;
}

export interface ResourceUse {
  /** The call. */
  readonly range: SourceRange;
  readonly method: "resource" | "integration";
  /** Undefined: not known without running the file. */
  readonly name: string | undefined;
  readonly written: { readonly method: SourceRange | undefined; readonly name: SourceRange | undefined };
}

/** One call of `db.sql` whose queries are known. */
export interface QueryCall {
  readonly range: SourceRange;
  readonly resource: string | undefined;
  readonly texts: readonly string[];
  /** Types of the parameters that `$1`, `$2` … stand for; undefined: which these are cannot be told. */
  readonly listed: readonly ArtifactType[] | undefined;
  /** Which of them, from 0, the query names as `{{ name }}`. */
  readonly listedByName: readonly number[];
  /** The parameters that the query names. */
  readonly tags: readonly { readonly name: string; readonly type: ArtifactType }[];
  /** Whether the names of all parameters are known. */
  readonly namesKnown: boolean;
}

export interface SaveCall {
  readonly range: SourceRange;
  readonly spelling: "artifact.save" | "resource.save";
  readonly resource: string | undefined;
  readonly table: string | undefined;
  readonly artifact: string | undefined;
  /** The mode as given; undefined where none is given, null where it cannot be told. */
  readonly mode: string | null | undefined;
  readonly written: WrittenSave;
}

/** Where the parts of a save stand, as far as they stand in the call itself. */
export interface WrittenSave {
  readonly artifact?: SourceRange;
  /** An expression that a dot may follow. */
  readonly resource?: SourceRange;
  readonly table?: SourceRange;
  readonly mode?: SourceRange;
  /** The call that takes table and mode. */
  readonly settings?: SourceRange;
}

interface BoundCall {
  readonly range: SourceRange;
  /** Those of `upper`, `lower`, `equal`, `notequal` that are given. */
  readonly comparisons: readonly string[];
  /** Some keyword may stand for a limit: it is none that is known. */
  readonly hasUnknown: boolean;
  /** False: the limit is certainly no number. */
  readonly numeric: boolean;
  /** False: what is compared is certainly no number, but the result of a check, as another `bound()` gives, or a table. */
  readonly ofNumber: boolean;
}

export interface Publication {
  readonly range: SourceRange;
  readonly name: string;
  readonly engine: string | null;
  /** Null: none; undefined: it cannot be told. */
  readonly schedule: string | null | undefined;
  /** Whether it runs for certain: no condition that the text does not tell decides. */
  readonly isCertain: boolean;
  /** Whether any artifact is given; undefined where that cannot be told. */
  readonly publishesNothing: boolean;
  /** `config=FlowConfig(…)` is given. */
  readonly flowConfig: boolean;
  /** A list of artifacts stands where the description belongs. */
  readonly artifactsAsDescription: boolean;
  /** Something else that is no text stands there. */
  readonly noTextAsDescription: boolean;
  readonly written: WrittenPublication;
}

export type NotDoneMethod = "trigger" | "delete_flow" | "connect_resource" | "delete_resource";

/** A call of the client that no workflow file does. */
interface NotDone {
  readonly range: SourceRange;
  readonly method: NotDoneMethod;
  /** Of the resource, where the call names one. */
  readonly resource: string | undefined;
}

/** A name that the authoring API does not have, or refuses. */
export interface NotThere {
  readonly range: SourceRange;
  /** Of the table in `model/notThere.ts`, as far as it is there, such as `Artifact.id`. */
  readonly name: string;
  /** What has it, as it is written of: `Artifact`, `aqueduct.error`. */
  readonly owner: string;
  /** What is asked for. */
  readonly asked: string;
  /** Of a handle: that of its resource; undefined where the text does not tell it. */
  readonly resource?: string | undefined;
  /** Whether the line certainly runs. */
  readonly isCertain: boolean;
}

/** A keyword that a call of the authoring API is given and does not take. */
export interface UnknownArgument {
  /** Of the argument. */
  readonly range: SourceRange;
  readonly name: string;
  /** What the call may be. Several: a method that resources of more than one kind have. */
  readonly called: readonly Called[];
  /** Those of them that do not take it. */
  readonly refusing: readonly Called[];
  /** The arguments that the call is given, by their names; this one too. */
  readonly given: readonly string[];
  /** Of a handle: the name of its resource; undefined where the text does not tell it. */
  readonly resource: string | undefined;
  /** Whether the line certainly runs. */
  readonly isCertain: boolean;
}

/** Two artifacts of a workflow to which the user gave one name. */
interface EqualNames {
  readonly workflow: string;
  readonly name: string;
  /** Where they were given it. */
  readonly first: SourceRange;
  readonly second: SourceRange;
  readonly areParameters: boolean;
}

/** A save, metric or check that takes the place of an earlier one, which no publication has. */
interface ReplacedCall {
  readonly range: SourceRange;
  readonly kind: OperatorKind;
  readonly formerLine: number;
  /** It does something else than the earlier one. */
  readonly isOther: boolean;
}

/** What a call of Aqueduct's own is told beside what it works on. */
interface Settings {
  readonly range: SourceRange;
  readonly callee: SettingsCallee;
  /** Arguments by the names of the signature, without those that ask for nothing: None, False, an empty text. */
  readonly given: readonly string[];
}

/** The `file_dependencies` of a decorator, as far as they can be read. */
interface FileDependencies {
  /** The argument. Its paths stand relative to the folder of the file that it is in. */
  readonly range: SourceRange;
  /** A text in the place of the list. */
  readonly isText: boolean;
  readonly paths: readonly string[];
}

export type SettingsCallee = "op" | "metric" | "check" | "publish_flow" | "FlowConfig" | "Client" | "create_param";

/** Where the parts of a `publish_flow` call stand. */
export interface WrittenPublication {
  /** Values of arguments, by the names of the signature. */
  readonly values: Readonly<Partial<Record<ArgumentOf<"Client.publish_flow">, SourceRange>>>;
  /** `config=FlowConfig(engine=…)` as it says nothing but the engine: the argument, and the engine in it. */
  readonly flowConfig?: { readonly argument: SourceRange; readonly engine: SourceRange };
}

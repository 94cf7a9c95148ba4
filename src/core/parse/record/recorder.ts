import type { SourceRange } from "../../model/source.js";
import type { ArtifactType } from "../../model/workflow.js";
import { equalNamesOf, uniqueNames } from "./artifactNames.js";
import { membersOf } from "./membership.js";
import type { Published, RecordedArtifact, RecordedOperator, RecordedPublication, Recording } from "./recorded.js";
import { mayBeReplaced, replaces } from "./replacing.js";

/** Stands for the name of a parameter that cannot be told. */
export const unknownName = "…";

/** More than this many operators are a loop that got out of hand, not a workflow. */
const mostOperators = 5_000;

export interface NewOperator
  extends Omit<RecordedOperator, "outputs" | "definition" | "isKnown" | "literal" | "replaces"> {
  /** `isExplicit`: the user wrote the name. */
  readonly outputs: readonly { readonly name: string; readonly type: ArtifactType; readonly isExplicit?: boolean }[];
  readonly definition?: SourceRange | null;
  readonly isKnown?: boolean;
  readonly literal?: string | undefined;
}

/** Takes down operators and publications in the order in which their calls run. */
export class Recorder implements Recording {
  readonly operators: RecordedOperator[] = [];
  readonly #recorded = new Set<RecordedOperator>();
  readonly publications: Published[] = [];
  /** Explicit parameters by name: queries refer to them so. The last of a name counts. */
  readonly parameters = new Map<string, RecordedArtifact>();
  /** What `global_config` named last. */
  engine: string | null = null;
  /** By the artifacts that they take: saves, metrics and checks, which later calls may replace. */
  readonly #takers = new Map<RecordedArtifact, RecordedOperator[]>();

  /** How much was recorded so far: it grows with every call. */
  get length(): number {
    return this.#recorded.size + this.publications.length;
  }

  get recorded(): readonly RecordedOperator[] {
    return [...this.#recorded];
  }

  /** @param onReplaced called with an earlier call that is lost: no publication has it */
  record(
    operator: NewOperator,
    onReplaced: (former: RecordedOperator, later: RecordedOperator) => void = () => undefined,
  ): readonly RecordedArtifact[] {
    const { isKnown = true, literal, definition = null } = operator;
    const outputs: readonly RecordedArtifact[] = operator.outputs.map(({ name, type, isExplicit = false }) => ({
      name,
      namedAt: isExplicit ? operator.source : undefined,
      type,
      producer: () => recorded,
    }));
    let recorded: RecordedOperator = { ...operator, definition, isKnown, literal, outputs, replaces: undefined };
    if (this.#recorded.size >= mostOperators) return outputs;
    const former = this.#formerOf(recorded);
    if (former !== undefined) {
      if (!this.publications.some(({ members }) => members.includes(former))) onReplaced(former, recorded);
      for (const [index, { name, namedAt }] of outputs.entries())
        Object.assign(former.outputs[index] ?? {}, { name, namedAt });
      recorded = { ...recorded, outputs: former.outputs, replaces: former };
      this.#replace(former, recorded);
    } else this.operators.push(recorded);
    this.#recorded.add(recorded);
    if (mayBeReplaced(recorded)) for (const input of recorded.inputs) this.#takersOf(input).push(recorded);
    return recorded.outputs;
  }

  publish(publication: RecordedPublication): void {
    const found = membersOf(publication, this.operators);
    const members = this.operators.filter((operator) => found.has(operator));
    this.publications.push({
      ...publication,
      members,
      names: uniqueNames(members),
      equalNames: equalNamesOf(members),
    });
  }

  /**
   * The call that a new one replaces for certain.
   *
   * Where that cannot be told, or the new one may never run, both stay, and neither is exact.
   */
  #formerOf(later: RecordedOperator): RecordedOperator | undefined {
    if (!mayBeReplaced(later)) return undefined;
    // A literal is another artifact in each call, so a call with nothing else is compared with everything.
    const onlyLiterals = later.inputs.every((input) => input.producer().kind === "parameter");
    const candidates = onlyLiterals ? this.operators : new Set(later.inputs.flatMap((input) => this.#takersOf(input)));
    const runsForCertain = !isVague(later);
    for (const former of [...candidates].reverse()) {
      const answer = this.operators.includes(former) ? replaces(later, former) : false;
      if (answer === true && runsForCertain) {
        if (isVague(former)) later.details = { ...later.details, unknown: true };
        return former;
      }
      if (answer !== false) for (const vague of [former, later]) vague.details = { ...vague.details, unknown: true };
    }
    return undefined;
  }

  #takersOf(artifact: RecordedArtifact): RecordedOperator[] {
    const known = this.#takers.get(artifact) ?? [];
    this.#takers.set(artifact, known);
    return known;
  }

  /** A metric or check stands where the former one stood, since others may read it; a save goes to the end. */
  #replace(former: RecordedOperator, later: RecordedOperator): void {
    for (const [index, input] of later.inputs.entries()) {
      if (former.inputs[index] === input) continue;
      this.#remove(input.producer());
      this.#recorded.delete(input.producer());
    }
    later.inputs = former.inputs;
    const place = this.operators.indexOf(former);
    if (later.kind === "save") {
      this.operators.splice(place, 1);
      this.operators.push(later);
    } else this.operators[place] = later;
    for (const output of later.outputs) output.producer = () => later;
  }

  #remove(operator: RecordedOperator): void {
    const place = this.operators.lastIndexOf(operator);
    if (place >= 0) this.operators.splice(place, 1);
  }
}

function isVague({ details }: RecordedOperator): boolean {
  return details.repeated === true || details.unknown === true;
}

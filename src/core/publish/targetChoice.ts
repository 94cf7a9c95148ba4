/** An earlier answer: to which Airflow a workflow went, while its file named this engine. */
export interface RememberedTarget {
  /** Null: the file named none. */
  readonly engine: string | null;
  readonly target: string;
}

/** Where a workflow is published to, as far as nobody must be asked. */
export type TargetChoice =
  /** The folder has no Airflow yet. */
  | { readonly kind: "connect" }
  | { readonly kind: "take"; readonly target: string }
  /** The likeliest first; `question` says why it is asked. */
  | { readonly kind: "ask"; readonly targets: readonly string[]; readonly question: string };

/**
 * The engine that the file names wins; where that is no Airflow of the folder, or not where the workflow went before, it is asked once.
 *
 * @param engine as the file names it; null where it names none
 * @param airflows of the folder
 */
export function targetChoice(
  engine: string | null,
  airflows: readonly string[],
  remembered: RememberedTarget | undefined,
): TargetChoice {
  const [only] = airflows;
  if (only === undefined) return { kind: "connect" };
  const before = remembered !== undefined && airflows.includes(remembered.target) ? remembered : undefined;
  if (engine === null) {
    if (airflows.length === 1) return { kind: "take", target: only };
    return {
      kind: "ask",
      targets: withFirst(airflows, before?.target),
      question: "Publish to which Airflow? The file names none.",
    };
  }
  if (before?.engine === engine) return { kind: "take", target: before.target };
  if (!airflows.includes(engine)) {
    return {
      kind: "ask",
      targets: withFirst(airflows, before?.target),
      question: `The file names the engine “${engine}”, which is not an Airflow server of this folder. Publish to which?`,
    };
  }
  if (before === undefined || before.target === engine) return { kind: "take", target: engine };
  return {
    kind: "ask",
    targets: withFirst(airflows, engine),
    question: `The file names “${engine}”, but the workflow was last published to “${before.target}”. Publish to which?`,
  };
}

function withFirst(names: readonly string[], first: string | undefined): readonly string[] {
  return first === undefined ? names : [first, ...names.filter((name) => name !== first)];
}

/** Where a question stands among those of its window. */
export interface QuestionPlace {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly total: number;
  readonly canGoBack: boolean;
}

/** What came of a question. `back` keeps what was typed so far in the draft as well. */
export type Answer<Draft> = { readonly kind: "next" | "back"; readonly draft: Draft } | { readonly kind: "cancelled" };

export interface Question<Draft> {
  /** Left out: always. What it says may change with every answer. */
  readonly isAsked?: (draft: Draft) => boolean;
  readonly ask: (draft: Draft, place: QuestionPlace) => Promise<Answer<Draft>>;
}

/**
 * Asks one question after the other, and any of them again where somebody goes back.
 *
 * @returns the draft as the answers have made it; undefined where somebody gave up
 */
export async function askAll<Draft>(
  title: string,
  questions: readonly Question<Draft>[],
  start: Draft,
): Promise<Draft | undefined> {
  let draft = start;
  const isAsked = ({ isAsked: ask }: Question<Draft>): boolean => ask?.(draft) ?? true;
  let index = questions.findIndex(isAsked);
  while (index >= 0) {
    const question = questions[index];
    if (question === undefined) break;
    const before = questions.slice(0, index).filter(isAsked).length;
    const answer = await question.ask(draft, {
      title,
      step: before + 1,
      total: questions.filter(isAsked).length,
      canGoBack: before > 0,
    });
    if (answer.kind === "cancelled") return undefined;
    draft = answer.draft;
    index =
      answer.kind === "next"
        ? questions.findIndex((other, place) => place > index && isAsked(other))
        : Math.max(
            questions.findLastIndex((other, place) => place < index && isAsked(other)),
            0,
          );
  }
  return draft;
}

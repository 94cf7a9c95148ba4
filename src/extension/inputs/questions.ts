import type { Question } from "./askAll.js";
import { askChoice, type ChoiceQuestion } from "./askChoice.js";
import { askText, type TextQuestion } from "./askText.js";

type TextMember<Draft> = { [Member in keyof Draft]: Draft[Member] extends string ? Member : never }[keyof Draft];

export interface TextQuestionOf<Draft> {
  readonly isAsked?: (draft: Draft) => boolean;
  readonly about: (draft: Draft) => Omit<TextQuestion, "value">;
  /** What follows from an answer, beside the member itself. */
  readonly then?: (draft: Draft) => Draft;
}

/** A question whose text becomes one member of the draft. */
export function textQuestion<Draft>(
  member: TextMember<Draft>,
  { isAsked, about, then = (draft) => draft }: TextQuestionOf<Draft>,
): Question<Draft> {
  return {
    ...(isAsked && { isAsked }),
    ask: async (draft, place) => {
      const typed = await askText(place, { ...about(draft), value: draft[member] as string });
      if (typed.kind === "cancelled") return typed;
      const answered = { ...draft, [member]: typed.text };
      return { kind: typed.kind, draft: typed.kind === "next" ? then(answered) : answered };
    },
  };
}

export interface ChoiceQuestionOf<Draft, Member extends keyof Draft> {
  readonly isAsked?: (draft: Draft) => boolean;
  readonly about: (draft: Draft) => Omit<ChoiceQuestion<Draft[Member]>, "current">;
}

/** A question whose choice becomes one member of the draft. */
export function choiceQuestion<Draft, Member extends keyof Draft>(
  member: Member,
  { isAsked, about }: ChoiceQuestionOf<Draft, Member>,
): Question<Draft> {
  return {
    ...(isAsked && { isAsked }),
    ask: async (draft, place) => {
      const chosen = await askChoice(place, { ...about(draft), current: draft[member] });
      if (chosen.kind === "cancelled") return chosen;
      return chosen.kind === "back"
        ? { kind: "back", draft }
        : { kind: "next", draft: { ...draft, [member]: chosen.value } };
    },
  };
}

import { describe, expect, it } from "vitest";
import { askAll, type Answer, type Question, type QuestionPlace } from "../../../../src/extension/inputs/askAll.js";

interface Draft {
  readonly kind: string;
  readonly detail: string;
  readonly end: string;
}

type Reply = Omit<Extract<Answer<Draft>, { readonly draft: Draft }>, "draft"> & { readonly text: string };

const start: Draft = { kind: "", detail: "", end: "" };

/** Answers the questions in the order in which they come, and notes where each stood. */
async function answered(
  ...replies: readonly (Reply | "cancelled")[]
): Promise<{ readonly draft: Draft | undefined; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const question =
    (member: keyof Draft): Question<Draft>["ask"] =>
    (draft: Draft, { title, step, total, canGoBack }: QuestionPlace) => {
      asked.push(`${title} ${member} ${step}/${total}${canGoBack ? " back" : ""} (${draft[member]})`);
      const reply = replies[asked.length - 1];
      return Promise.resolve(
        reply === undefined || reply === "cancelled"
          ? { kind: "cancelled" }
          : { kind: reply.kind, draft: { ...draft, [member]: reply.text } },
      );
    };
  const questions = [
    { ask: question("kind") },
    { isAsked: ({ kind }: Draft) => kind === "long", ask: question("detail") },
    { ask: question("end") },
  ];
  return { draft: await askAll("T", questions, start), asked };
}

const next = (text: string): Reply => ({ kind: "next", text });
const back = (text: string): Reply => ({ kind: "back", text });

describe("questions one after the other", () => {
  it("give the draft that their answers make, and count those that are asked", async () => {
    const { draft, asked } = await answered(next("short"), next("!"));
    expect(draft).toEqual({ kind: "short", detail: "", end: "!" });
    expect(asked).toEqual(["T kind 1/2 ()", "T end 2/2 back ()"]);
  });

  it("come in where an answer makes them necessary", async () => {
    const { asked } = await answered(next("long"), next("d"), next("!"));
    expect(asked).toEqual(["T kind 1/2 ()", "T detail 2/3 back ()", "T end 3/3 back ()"]);
  });

  it("go back to the one before, with what was typed in both", async () => {
    const { draft, asked } = await answered(next("long"), back("half"), next("long"), next("whole"), next("!"));
    expect(asked.slice(2, 4)).toEqual(["T kind 1/3 (long)", "T detail 2/3 back (half)"]);
    expect(draft?.detail).toBe("whole");
  });

  it("go back over one that is not asked", async () => {
    const { asked } = await answered(next("short"), back(""), "cancelled");
    expect(asked[2]).toBe("T kind 1/2 (short)");
  });

  it("give nothing where somebody gives up", async () => {
    expect((await answered(next("long"), "cancelled")).draft).toBeUndefined();
  });
});

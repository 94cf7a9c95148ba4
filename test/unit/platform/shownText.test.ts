import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  colouredForTerminal,
  forLabel,
  forMessage,
  forTerminal,
  forTooltip,
  jsonForTerminal,
  OperatorOutput,
} from "../../../src/platform/shownText.js";

const escape = "\u001b";
/** As `parseLinkedText` of VS Code's base/common/linkedText.ts finds links in notifications, prompts and progress. */
const linkOfVsCode = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

describe("text of others in a message of VS Code", () => {
  it.each([
    "[open the report](command:workbench.action.files.newUntitledFile)",
    "[here](https://evil.example.org)",
    "[here](file:///etc/passwd)",
    'bad value in column "note": [a](command:a?%5B1%5D "tip") [[b](command:b)',
    // As https://github.com/microsoft/vscode/issues/75842 makes them of file names.
    "Following file(s): [a.py](command:vscode.open?%5B%22file:///a.py%22%5D), [b](command:vscode.open?%5B1%5D)",
    "[a\u0000](command:a)",
    `[a]${escape}[0m(command:a)`,
    "[a]\u202e(command:a)",
    "[a]\u0085(command:a)",
  ])("is no link: %s", (text) => {
    for (const shown of [forMessage(text), forTooltip(text)]) expect(shown.match(linkOfVsCode)).toBeNull();
  });

  it("reads as it was written", () => {
    expect(forMessage("It failed: [a](b), ärger\n\tat line 3").replaceAll("\u200b", "")).toBe(
      "It failed: [a](b), ärger\n\tat line 3",
    );
  });

  it("is cut where VS Code would cut it, and says so", () => {
    const shown = forMessage("x".repeat(5_000));
    expect(shown.length).toBeLessThanOrEqual(1_000);
    expect(shown).toMatch(/^x{960} … \(4,040 more characters\)$/);
  });

  it("is one line in a label", () => {
    expect(forLabel("two\r\n  lines")).toBe("two lines");
    expect(forLabel("y".repeat(1_000)).length).toBeLessThanOrEqual(300);
  });
});

describe("text of others on a terminal", () => {
  it.each([
    ["a title", `a${escape}]0;owned\u0007b`],
    ["a title with another end", `a${escape}]0;owned${escape}\\b`],
    ["a wiped screen", `a${escape}[2Jb`],
    ["a colour", `a${escape}[31mb`],
    ["a sequence of one byte", "a\u009b2Jb"],
    ["a bell", "a\u0007b"],
    ["a return to the line's beginning", "a\u0000\u0008\u007fb"],
    ["turned text", "a\u202eb\u2066\u2069"],
  ])("does nothing: %s", (_what, text) => {
    expect(forTerminal(text)).toBe("ab");
  });

  it("keeps line ends and tabs", () => {
    expect(forTerminal("a\tb\r\nc\nd\re")).toBe("a\tb\nc\nd\ne");
  });

  it("leaves no byte that a terminal obeys where a sequence has no end", () => {
    expect(forTerminal(`a${escape}]0;owned${escape}P${escape}`)).toMatch(/^[ -~]*$/);
  });

  it("is the same value in JSON", () => {
    const value = { text: `\u009b2J\u202e${escape}[2J\u007f` };
    const json = jsonForTerminal(value);
    expect(json).toMatch(/^[ -~]*$/);
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe("what operators print", () => {
  it("keeps its colours and its returns, and nothing else that a terminal obeys", () => {
    const text = `${escape}[1;31mred${escape}[0m 10 %\r20 %${escape}[2J${escape}]0;owned\u0007\n`;
    const shown = `${escape}[1;31mred${escape}[0m 10 %\r20 %\n`;
    expect(colouredForTerminal(text)).toBe(shown);
    expect(new OperatorOutput().next(text)).toBe(shown);
  });

  it("is the same where it comes byte by byte", () => {
    const output = new OperatorOutput();
    const text = `a${escape}[31mb${escape}[2Jc${escape}]0;owned\u0007d${escape}[0m\n`;
    expect(Array.from(text, (byte) => output.next(byte)).join("")).toBe(`a${escape}[31mbcd${escape}[0m\n`);
  });
});

/** What is made of pieces that mean something to VS Code and to terminals finds more than random letters. */
const piece = fc.constantFrom(
  ...Array.from("[](){};:?0123mJKH\u001b\u009b\u009d\u0090\u0007\\\n\r\t\u0000\u202e\u200b\u2066é\ud83d"),
  "command:a",
  "https://evil",
  "](",
  `${escape}]0;`,
  `${escape}[`,
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

describe("whatever others write", () => {
  it("makes no link and moves no terminal", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const shown of [forMessage(text), forTooltip(text)]) expect(shown.match(linkOfVsCode)).toBeNull();
        for (const shown of [forMessage(text), forTooltip(text), forLabel(text), forTerminal(text)])
          expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Bidi_Control}/u);
        expect(forTerminal(forTerminal(text))).toBe(forTerminal(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is made as safe in pieces as in one, and what is left to say of it is said with the next line", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (pieces) => {
        const output = new OperatorOutput();
        const shown = [...pieces, "\n"].map((text) => output.next(text)).join("");
        expect(shown.replace(/\u001b\[[\d;:]*m/g, "")).not.toMatch(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Bidi_Control}/u,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

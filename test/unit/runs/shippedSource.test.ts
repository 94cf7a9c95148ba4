import { describe, expect, it } from "vitest";
import { shippedText, withShipped } from "../../../src/core/runs/shippedSource.js";

const pieces = [
  { kind: "import", names: ["np"], line: 1, text: "import numpy as np\n" },
  { kind: "definition", names: ["clean"], line: 5, text: "@op\ndef clean(wines):\n    return wines.dropna()\n" },
];

describe("the source of a run", () => {
  it("stands on the lines where it stood", () => {
    expect(shippedText(pieces)).toBe("import numpy as np\n\n\n\n@op\ndef clean(wines):\n    return wines.dropna()\n");
  });

  it("shows a piece once that several operators share", () => {
    expect(shippedText([...pieces, ...pieces])).toBe(shippedText(pieces));
  });
});

describe("the source of a run beside the file as it is now", () => {
  const now = `import numpy as np

client = Client()

# New comment.
@op(
    requirements=["pandas"],
)
def clean(wines):
    wines = wines.copy()

    return wines.dropna(how="all")


error = clean(client)
`;

  it("differs in definitions that were edited, and in nothing that is not shipped", () => {
    expect(withShipped(now, pieces)).toBe(`import numpy as np

client = Client()

# New comment.
@op
def clean(wines):
    return wines.dropna()


error = clean(client)
`);
  });

  it("is the file itself where nothing was edited", () => {
    const same = shippedText(pieces);
    expect(withShipped(same, pieces)).toBe(same);
  });

  it("has what was removed since", () => {
    expect(withShipped("import numpy as np\n", pieces)).toContain("def clean(wines):");
  });

  it("does not take a longer name for the one that was shipped", () => {
    expect(withShipped("def clean_all():\n    pass\n", pieces)).toContain("def clean_all():\n    pass");
  });
});

describe("a piece that was shipped", () => {
  const definition = (name: string, line: number, text: string): (typeof pieces)[number] => ({
    kind: "definition",
    names: [name],
    line,
    text,
  });

  it("stands where it stood, in the order of lines, whatever order pieces come in", () => {
    expect(shippedText([...pieces].reverse())).toBe(shippedText(pieces));
    expect(shippedText([])).toBe("\n");
    expect(shippedText([definition("a", 2, "a = 1")])).toBe("\na = 1\n");
  });

  it("is told from another on the same line by its text", () => {
    const text = shippedText([definition("a", 1, "a = 1\n"), definition("b", 1, "b = 2\n")]);
    expect(text).toBe("a = 1\nb = 2\n");
  });

  it.each<[string, string, string]>([
    ["an assignment", "x = 1\ny = 2\n", "x = 9\ny = 2\n"],
    ["an annotated assignment", "x: int = 1\ny = 2\n", "x = 9\ny = 2\n"],
    ["an assignment of several lines", "x = [\n    1,\n]\ny = 2\n", "x = 9\ny = 2\n"],
    ["a class", "class x:\n    a = 1\n\n    b = 2\n\n\ny = 2\n", "x = 9\n\n\ny = 2\n"],
    ["an async function", "async  def x():\n    pass\ny = 2\n", "x = 9\ny = 2\n"],
    ["a decorated function", "a = 1\n@op\n@metric(\n    1\n)\ndef x():\n    pass\n", "a = 1\nx = 9\n"],
    ["a function whose decorator has a comment below", "@op\n# why\ndef x():\n    pass\n", "x = 9\n"],
    ["the end of the file", "def x():\n    pass", "x = 9"],
  ])("takes the place of %s", (_what, now, then) => {
    expect(withShipped(now, [definition("x", 1, "x = 9\n")])).toBe(then);
  });

  it.each(["x == 1\n", "xy = 1\n", "def xy():\n    pass\n", "class xy:\n    pass\n", "  x = 1\n"])(
    "does not take the place of %j",
    (now) => {
      expect(withShipped(now, [definition("x", 1, "x = 9\n")])).toBe(`x = 9\n${now}`);
    },
  );

  it("is put in where it stood, or at the end of a shorter file", () => {
    expect(withShipped("a\nb\nc", [definition("x", 2, "x = 9\n")])).toBe("a\nx = 9\nb\nc");
    expect(withShipped("a", [definition("x", 9, "x = 9\n")])).toBe("a\nx = 9");
  });

  it("that is an import, has no name or stands inside of something is left out", () => {
    const others = [
      { kind: "import", names: ["x"], line: 1, text: "import x\n" },
      { kind: "definition", names: [], line: 1, text: "x = 9\n" },
      definition("x", 1, "    x = 9\n"),
    ];
    expect(withShipped("x = 1\n", others)).toBe("x = 1\n");
  });

  it("may have signs in its name that mean something in a pattern", () => {
    expect(withShipped("axb = 1\n", [definition("a.b", 1, "new\n")])).toBe("new\naxb = 1\n");
  });

  it("with others is put in from the last to the first, so that lines stay where they are", () => {
    const both = [definition("x", 1, "x = 9\n"), definition("y", 2, "y = 8\n")];
    expect(withShipped("z\n", both)).toBe("x = 9\nz\ny = 8\n");
  });
});

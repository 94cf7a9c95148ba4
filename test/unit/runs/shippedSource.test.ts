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

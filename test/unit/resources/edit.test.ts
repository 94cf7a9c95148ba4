import * as fc from "fast-check";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { replacementOf, withResources, type ResourceEntry } from "../../../src/core/resources/edit.js";

const lake: ResourceEntry = { name: "lake", members: { type: "store", bucket: "wines" } };
const airflow: ResourceEntry = { name: "airflow", members: { type: "airflow", url: "http://a", store: "lake" } };

function edited(text: string | undefined, ...entries: readonly ResourceEntry[]): string {
  const result = withResources(text, entries);
  if ("problem" in result) throw new Error(result.problem.message);
  return result.text;
}

describe("writing resources into aqueduct.json", () => {
  it("makes the text where there is none", () => {
    expect(edited(undefined, lake, airflow)).toBe(
      `{
  "resources": {
    "lake": {
      "type": "store",
      "bucket": "wines"
    },
    "airflow": {
      "type": "airflow",
      "url": "http://a",
      "store": "lake"
    }
  }
}
`,
    );
  });

  it("keeps every comment beside what it was written for", () => {
    const text = `// Ours.
{
  "project": "p-1", // do not change
  "resources": {
    // The demo.
    "db": { "type": "database", "url": "sqlite:///a.db" } // local
    /* more to come */
  }
}
`;
    expect(edited(text, lake)).toBe(`// Ours.
{
  "project": "p-1", // do not change
  "resources": {
    // The demo.
    "db": { "type": "database", "url": "sqlite:///a.db" }, // local
    "lake": {
      "type": "store",
      "bucket": "wines"
    }
    /* more to come */
  }
}
`);
  });

  it("indents as the file does, with its line ends", () => {
    const text = '{\r\n\t"resources": {\r\n\t\t"db": {"type": "database", "url": "sqlite:///a.db"}\r\n\t}\r\n}\r\n';
    expect(edited(text, lake)).toBe(
      '{\r\n\t"resources": {\r\n\t\t"db": {"type": "database", "url": "sqlite:///a.db"},\r\n\t\t"lake": {\r\n\t\t\t"type": "store",\r\n\t\t\t"bucket": "wines"\r\n\t\t}\r\n\t}\r\n}\r\n',
    );
  });

  it("goes on with trailing commas", () => {
    expect(edited('{\n  "resources": {\n    "a": {}, // one\n  },\n}', lake)).toContain(
      '"a": {}, // one\n    "lake": {\n      "type": "store",\n      "bucket": "wines"\n    },\n  },',
    );
  });

  it("adds to an object on one line on that line", () => {
    expect(edited('{"resources": {"a": {}}}', lake)).toBe(
      '{"resources": {"a": {}, "lake": {"type":"store","bucket":"wines"}}}',
    );
  });

  it("keeps a comment in an object without members", () => {
    expect(edited('{\n  "resources": {\n    // none yet\n  }\n}\n', lake)).toContain(
      '{\n    // none yet\n    "lake": {\n',
    );
  });

  it("changes only the members that are named of a resource that is there", () => {
    const text =
      '{\n  "resources": {\n    "airflow": {\n      "type": "airflow",\n      "url": "http://old", // moved in May\n      "dagFolder": "/dags"\n    }\n  }\n}\n';
    expect(edited(text, airflow)).toBe(
      '{\n  "resources": {\n    "airflow": {\n      "type": "airflow",\n      "url": "http://a", // moved in May\n      "dagFolder": "/dags",\n      "store": "lake"\n    }\n  }\n}\n',
    );
  });

  it("changes nothing where everything is said already", () => {
    const text = edited(undefined, lake);
    expect(edited(text, lake)).toBe(text);
  });

  it.each([
    ["a file that is no JSON", '{\n  "resources": {\n', 3],
    ["a file that holds a list", "[]", 1],
    ["resources that are no object", '{\n  "resources": []\n}', 2],
    ["a resource that is no object", '{\n  "resources": {\n    "lake": "wines"\n  }\n}', 3],
  ])("refuses %s, and says where", (_, text, line) => {
    expect(withResources(text, [lake])).toMatchObject({ problem: { file: "aqueduct.json", line } });
  });

  it.each([
    ["two new ones", undefined, 4],
    ["one that is there", '{"resources": {\n"airflow": {"type": "database", "url": "sqlite:///a"}}}', 2],
  ])("never mixes resources of one name and different kinds: %s", (_, text, line) => {
    const store: ResourceEntry = { name: "airflow", members: { type: "store", bucket: "wines" } };
    expect(withResources(text, [...(text === undefined ? [store] : []), airflow])).toMatchObject({
      problem: { line, message: '"airflow" is something else already. Give one of the two another name.' },
    });
  });

  it("gives JSON with the resource and everything else that was there, wherever comments and line breaks stand", () => {
    const space = fc.constantFrom("", " ", "\n", "\n  ", " /* c */ ", " // c\n", "\r\n\t");
    const members = fc.dictionary(fc.constantFrom("a", "b", "project"), fc.constantFrom<unknown>(1, "x", [], {}), {
      noNullPrototype: true,
      maxKeys: 3,
    });
    fc.assert(
      fc.property(
        members,
        fc.option(members, { nil: undefined }),
        space,
        space,
        space,
        (root, resources, one, two, three) => {
          const write = (object: object): string =>
            `{${Object.entries(object)
              .map(
                ([key, value]) =>
                  `${one}${JSON.stringify(key)}${two}:${typeof value === "object" && !Array.isArray(value) ? write(value as object) : JSON.stringify(value)}`,
              )
              .join(",")}${three}}`;
          const whole = resources === undefined ? root : { ...root, resources };
          const text = write(whole);
          const after = edited(text, lake);
          expect(parse(after)).toEqual({ ...whole, resources: { ...resources, lake: lake.members } });
          expect(after.match(/\/[/*] c/g)).toEqual(text.match(/\/[/*] c/g));
        },
      ),
    );
  });
});

describe("the replacement between two texts", () => {
  it.each([
    ["abc", "abXc", { offset: 2, length: 0, text: "X" }],
    ["aXb", "ab", { offset: 1, length: 1, text: "" }],
    ["aa", "aaa", { offset: 2, length: 0, text: "a" }],
    ["same", "same", { offset: 4, length: 0, text: "" }],
  ])("from %s to %s is small", (before, after, replacement) => {
    expect(replacementOf(before, after)).toEqual(replacement);
  });
});

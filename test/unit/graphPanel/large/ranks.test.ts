import { describe, expect, it } from "vitest";
import { ranksOf, type Link } from "../../../../webview/graphPanel/large/ranks.js";

const link = (from: string, to: string): Link => ({ from, to });
const ranks = (ids: string, links: readonly Link[]) => Object.fromEntries(ranksOf(ids.split(" "), links));

describe("ranksOf", () => {
  it("puts what reads below everything that it reads", () => {
    expect(ranks("a b c d", [link("a", "b"), link("a", "c"), link("b", "c"), link("c", "d")])).toEqual({
      a: 0,
      b: 1,
      c: 2,
      d: 3,
    });
  });

  it("does not mind in which order operators are given", () => {
    expect(ranks("c b a", [link("a", "b"), link("b", "c")])).toEqual({ a: 0, b: 1, c: 2 });
  });

  it("brings an input near to its only reader, with everything that leads to it", () => {
    expect(
      ranks("a b c d x y", [link("a", "b"), link("b", "c"), link("c", "d"), link("x", "y"), link("y", "d")]),
    ).toMatchObject({ d: 3, y: 2, x: 1 });
  });

  it("leaves an operator near to its inputs when it has more of them than readers", () => {
    expect(
      ranks("a b j c d z", [
        link("a", "j"),
        link("b", "j"),
        link("a", "c"),
        link("c", "d"),
        link("d", "z"),
        link("j", "z"),
      ]),
    ).toMatchObject({ j: 1, z: 3 });
  });

  it("gives every operator a rank where links close a cycle, and one reads itself", () => {
    const all = ranks("a b c d", [link("a", "b"), link("b", "c"), link("c", "b"), link("c", "d"), link("d", "d")]);
    expect(Object.values(all).every(Number.isInteger)).toBe(true);
    expect([all["a"], all["b"], all["c"], all["d"]]).toEqual([0, 1, 2, 3]);
  });
});

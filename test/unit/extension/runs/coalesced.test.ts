import { describe, expect, it } from "vitest";
import { coalesced } from "../../../../src/extension/runs/coalesced.js";

/** Something to do that ends when it is told to. */
function work() {
  const ends: { readonly succeed: () => void; readonly fail: () => void }[] = [];
  const look = coalesced(
    () =>
      new Promise((resolve, reject) =>
        ends.push({
          succeed: resolve,
          fail: () => {
            reject(new Error("no"));
          },
        }),
      ),
  );
  return { look, ends };
}

describe("doing something one at a time", () => {
  it("answers all calls that come meanwhile by doing it once more", async () => {
    const { look, ends } = work();
    const first = look();
    const meanwhile = [look(), look()];
    expect(ends).toHaveLength(1);
    ends[0]?.succeed();
    await first;
    await Promise.resolve();
    expect(ends).toHaveLength(2);
    ends[1]?.succeed();
    await Promise.all(meanwhile);
    expect(ends).toHaveLength(2);
  });

  it("goes on after a failure, which only those hear of who asked for that one", async () => {
    const { look, ends } = work();
    const first = look();
    const next = look();
    ends[0]?.fail();
    await expect(first).rejects.toThrow("no");
    await Promise.resolve();
    ends[1]?.succeed();
    await next;
  });
});

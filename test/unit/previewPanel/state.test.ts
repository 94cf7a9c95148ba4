import { describe, expect, it } from "vitest";
import { initialState, reduce, shownValue } from "../../../webview/previewPanel/state.js";
import { preview, shows, value } from "../../fakes/previews.js";

const two = shows(preview([value({ artifact: "split.1" }), value({ artifact: "split.2" })]));

describe("the state of a preview", () => {
  it("shows the artifact that the host names, else the first", () => {
    const state = reduce(initialState, { type: "contentChanged", content: { ...two, shown: "split.2" } as typeof two });
    expect(shownValue(state)?.artifact).toBe("split.2");
    expect(
      shownValue(reduce(initialState, { type: "contentChanged", content: { ...two, shown: null } as typeof two }))
        ?.artifact,
    ).toBe("split.1");
  });

  it("keeps the chosen tab when the operator is read anew, and forgets it where it is gone", () => {
    const picked = reduce(reduce(initialState, { type: "contentChanged", content: two }), {
      type: "artifactPicked",
      artifact: "split.2",
    });
    const again = reduce(picked, { type: "contentChanged", content: { ...two, shown: null } as typeof two });
    expect(shownValue(again)?.artifact).toBe("split.2");
    const other = reduce(picked, {
      type: "contentChanged",
      content: { ...shows(preview([value({ artifact: "predict" })])), shown: null } as typeof two,
    });
    expect(shownValue(other)?.artifact).toBe("predict");
  });

  it("has no value while there is none", () => {
    expect(
      shownValue(reduce(initialState, { type: "contentChanged", content: { kind: "loading", name: "predict" } })),
    ).toBeUndefined();
    expect(shownValue(reduce(initialState, { type: "contentChanged", content: shows(preview([])) }))).toBeUndefined();
  });

  it("stays the same where nothing changes", () => {
    const state = reduce(initialState, { type: "contentChanged", content: two });
    expect(reduce(state, { type: "artifactPicked", artifact: "split.1" })).toBe(state);
    expect(reduce(state, { type: "keptToggled" }).isKept).toBe(true);
  });
});

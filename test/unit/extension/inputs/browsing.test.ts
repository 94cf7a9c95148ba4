import { describe, expect, it } from "vitest";
import { Browsing } from "../../../../src/extension/inputs/browsing.js";

describe("a dialog in the place of an input", () => {
  it("is open until something was chosen", async () => {
    const browsing = new Browsing();
    let choose: (text: string) => void = () => undefined;
    const browsed = browsing.open(() => new Promise((resolve) => (choose = resolve)));
    expect(browsing.isOpen).toBe(true);
    choose("/srv/dags");
    expect(await browsed).toEqual({ kind: "chosen", text: "/srv/dags" });
    expect(browsing.isOpen).toBe(false);
  });

  it("that fails is open no longer, so that Escape answers, and says why", async () => {
    const browsing = new Browsing();
    expect(await browsing.open(() => Promise.reject(new Error("No dialogs here.")))).toEqual({
      kind: "failed",
      message: "No dialogs here.",
    });
    expect(browsing.isOpen).toBe(false);
  });
});

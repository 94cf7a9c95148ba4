/** What became of a dialog: what was chosen there, or why it failed. */
export type Browsed =
  | { readonly kind: "chosen"; readonly text: string | undefined }
  | { readonly kind: "failed"; readonly message: string };

/** A dialog that takes the place of an input for a while. */
export class Browsing {
  #isOpen = false;

  /** Whether the input is hidden because of the dialog, and not by somebody who gave up. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Never rejects: whatever becomes of the dialog, the input comes back. */
  async open(pick: () => Promise<string | undefined>): Promise<Browsed> {
    this.#isOpen = true;
    try {
      return { kind: "chosen", text: await pick() };
    } catch (error) {
      return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#isOpen = false;
    }
  }
}

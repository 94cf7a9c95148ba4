/**
 * The few web globals that core may use. Node, browsers and workers all have them; core is compiled without the types
 * of any of these, so what is not declared here does not exist for it.
 */

declare interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

/** Python that is written to a file, as text: esbuild's `text` loader brings it in, and a plugin of vitest's (vitest.config.mts). */
declare module "*.py" {
  const text: string;
  export default text;
}

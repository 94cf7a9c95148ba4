import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutSecrets } from "../../../src/core/airflow/withoutSecrets.js";

const encoders: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(text).replaceAll("%20", "+"),
  (text) => JSON.stringify(text),
  (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
  (text) => Array.from(text, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`).join(""),
  (text) => Buffer.from(text).toString("base64"),
  (text) => Buffer.from(text).toString("base64url"),
  (text) => Buffer.from(text).toString("hex").replace(/../g, "%$&"),
];
const encoder = fc.constantFrom(...encoders);
const password = fc.string({
  minLength: 4,
  maxLength: 24,
  unit: fc.constantFrom(...Array.from("abcXYZ019 %&<\"'\\/+=@:äé€😀")),
});

it("takes a password out of a page, whichever two encodings lie around one another", () => {
  fc.assert(
    fc.property(password, encoder, encoder, (secret, inner, outer) => {
      const encoded = outer(inner(`{"user": "ann", "password": ${secret}}`));
      const shown = withoutSecrets(`You sent ${encoded} to us`, [secret, `ann:${secret}`]);
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(encoded);
    }),
    { numRuns: 2_000 },
  );
});

it("leaves a text without secrets as it is", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "binary" }), (text) => {
      expect(withoutSecrets(text, ["no such secret"])).toBe(text);
    }),
  );
});

it("is done soon with a page that is made to be slow", () => {
  const began = performance.now();
  for (const unit of ["%41", "\\u0041", "&#65;", "QUFB ", "=3D", "\\"])
    withoutSecrets(unit.repeat(99_999 / unit.length), ["secret"]);
  expect(performance.now() - began).toBeLessThan(10_000);
});

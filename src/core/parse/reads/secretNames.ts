const secrets = new Set("password passwd passphrase pwd secret token apikey credential credentials".split(" "));
/** Of a key: what it opens. */
const keys = new Set("api access private secret encryption signing account auth master".split(" "));
/** Of a token: it is a piece of a text, not a pass. */
const pieces = new Set(
  "pad unk sep cls mask bos eos sos start end stop special next page continuation separator".split(" "),
);
/** Where or how it is meant, behind the name itself. */
const endings = new Set("prod production dev development test staging stage live default value text bytes".split(" "));

/** Whether a name says that its value is a secret: `DB_PASSWORD`, `apiKey`, `SECRET_KEY_PROD`; not `TOKEN_URL`, `PAD_TOKEN`, `PASSWORD_FIELD`. */
export function isNamedLikeSecret(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/_+/)
    .filter((word) => word !== "" && !/^\d+$/.test(word));
  while (words.length > 1 && endings.has(words.at(-1) ?? "")) words.pop();
  const last = (words.at(-1) ?? "").replace(/\d+$/, "");
  const before = words.at(-2) ?? "";
  if (last === "key") return keys.has(before);
  return secrets.has(last) && !(last === "token" && pieces.has(before));
}

import path from "node:path";

/** An interpreter in few words: the folder of its environment, else its version. */
export function environmentName({
  executable,
  isVirtual,
  python,
}: {
  readonly executable: string;
  readonly isVirtual: boolean;
  readonly python: string;
}): string {
  return isVirtual ? path.basename(path.dirname(path.dirname(executable))) : `Python ${python}`;
}

/** `3.11` of `3.11.2`: what decides whether pickled values and compiled packages fit. */
export function pythonMinor(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** Resolves once `probe` gives something; asks four times a second, for at most `seconds`. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined>, seconds = 270): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} s.`);
    await new Promise((resolve) => setTimeout(resolve, 250)); // Between two questions to a server that has no way to tell us.
  }
}

import type { Log } from "../../src/core/index.js";

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type { BuildLine, BuildName, BuildOperator, BuildRecord } from "../../formats/build.js";

/** What the launcher in `src/runtime` is called in builds; another number says that DAG file and runtime must change together. From 2 on it reads text in a conf. */
export const launcherVersion = 2;

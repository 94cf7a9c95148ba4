/** A stylesheet: esbuild gathers them into one file beside the script. */
declare module "*.css";

/** The text of a file bundled for a worker (scripts/build/workerText.mjs). */
declare module "worker:*" {
  export const text: string;
  export default text;
}

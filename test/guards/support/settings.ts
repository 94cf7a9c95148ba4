import { build } from "esbuild";
import path from "node:path";
import { root } from "./repository.js";

/**
 * The table of settings in `src/extension/settings.ts`, name without prefix → default.
 *
 * The file imports `vscode`, which exists inside VS Code only; bundled without side effects, its table alone remains.
 */
export async function settingsTable(): Promise<Readonly<Record<string, unknown>>> {
  const { outputFiles } = await build({
    stdin: { contents: 'export { settings } from "./src/extension/settings.js";', resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [
      {
        name: "no-vscode",
        setup: (host) =>
          host.onResolve({ filter: /^vscode$/ }, ({ path: name }) => ({
            path: name,
            external: true,
            sideEffects: false,
          })),
      },
    ],
  });
  const text = outputFiles.map((file) => file.text).join("");
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}#${path.basename(root)}`
  )) as {
    readonly settings: Readonly<Record<string, unknown>>;
  };
  return module.settings;
}

import { builtinModules } from "node:module";
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import { doors } from "./scripts/lint/doors.mjs";
import { importRules } from "./scripts/lint/importRules.mjs";

const root = import.meta.dirname;
const typescript = ["src/**/*.ts", "webview/**/*.ts", "test/**/*.ts", "bench/**/*.ts", "vitest.config.mts"];

export default tseslint.config(
  { ignores: ["dist/", "out/", "sample/", ".testbed/", "**/*.validator.js", "**/*.validator.d.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    plugins: { "import-x": importX },
    settings: {
      // Without these two the plugin cannot read .ts files.
      "import-x/extensions": [".ts", ".mjs"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
      "import-x/resolver-next": [
        createNodeResolver({
          extensions: [".ts", ".d.ts", ".mjs", ".js", ".cjs"],
          // Sources spell `./graph.js` and mean graph.ts.
          extensionAlias: { ".js": [".ts", ".js"] },
        }),
      ],
    },
  },
  {
    files: typescript,
    // What takes types, and all else that is not about imports, is oxlint's: .oxlintrc.json.
    extends: [tseslint.configs.base],
    rules: {
      "import-x/no-extraneous-dependencies": [
        "error",
        { packageDir: root, devDependencies: ["test/**", "bench/**", "vitest.config.mts"], includeTypes: false },
      ],
      "import-x/no-default-export": "error",
    },
  },
  { files: ["vitest.config.mts", "**/*.d.ts"], rules: { "import-x/no-default-export": "off" } },
  ...importRules(root),
  ...doors,
  {
    files: ["test/**/*.ts"],
    ignores: ["test/integration/**", "test/desktop/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "vscode", message: "Only test/integration runs inside VS Code; use a fake of a port here." },
            ...builtinModules
              .filter((name) => !name.startsWith("node:"))
              .map((name) => ({ name, message: `Spell it node:${name}.` })),
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.mjs"],
    rules: {
      "max-lines": ["error", { max: 400 }],
      "no-unused-vars": "error",
      "no-undef": "off",
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
);

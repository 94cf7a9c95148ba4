import { builtinModules } from "node:module";
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
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
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ["vitest.config.mts"] }, tsconfigRootDir: root },
    },
    rules: {
      "max-lines": ["error", { max: 400 }],
      "no-console": "error",
      // `== null` is the one way to say "neither null nor undefined".
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "import-x/no-extraneous-dependencies": [
        "error",
        { packageDir: root, devDependencies: ["test/**", "bench/**", "vitest.config.mts"], includeTypes: false },
      ],
      "import-x/no-default-export": "error",
    },
  },
  { files: ["src/cli/**/*.ts", "bench/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["vitest.config.mts", "**/*.d.ts"], rules: { "import-x/no-default-export": "off" } },
  // A test file that lists cases one below the other may be longer than what it tests.
  { files: ["test/**/*.ts"], rules: { "max-lines": ["error", { max: 600 }] } },
  ...importRules(root),
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

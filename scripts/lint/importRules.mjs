import { importTable } from "./importTable.mjs";

/** @typedef {import("./importTable.mjs").Row} Row */

/**
 * The table as ESLint configuration: one zone per row for our own files, one allow list per row for packages.
 *
 * @param {string} root absolute path of the repository
 */
export function importRules(root) {
  return [
    {
      files: ["src/**/*.ts", "webview/**/*.ts"],
      rules: { "import-x/no-restricted-paths": ["error", { basePath: root, zones: importTable.flatMap(zones) }] },
    },
    // In order: a later, narrower row replaces the allow list of the folder that it lies in.
    ...importTable.map((row) => ({ files: row.folders.map(filesOf), rules: packageRules(row) })),
  ];
}

/** @param {Row} row */
function zones(row) {
  return row.folders.map((folder) => ({
    target: `./${folder}`,
    from: ".",
    except: [...row.folders, ...row.may, "node_modules"].map((path) => `./${path}`),
    message: `${row.name} may import ${listed(row.may, "nothing else of ours")}. See CONTRIBUTING, "Who may import whom".`,
  }));
}

/** @param {string} folder */
function filesOf(folder) {
  return folder.endsWith(".ts") ? folder : `${folder}/**/*.ts`;
}

/** @param {Row} row */
function packageRules({ name, packages, types = [] }) {
  const message = `${name} may import ${listed([...packages, ...types.map((type) => `types of ${type}`)], "no package and no built-in")}. See CONTRIBUTING, "Who may import whom".`;
  const forbidden = forbiddenPackage([...packages, ...types]);
  const patterns = [
    { regex: forbidden, message },
    ...types.map((type) => ({ regex: `^${type}$`, allowTypeImports: true, message })),
  ];
  // esquery ends a regular expression at a slash, escaped or not.
  const value = forbidden.replaceAll("/", "\\u002F");
  return {
    "@typescript-eslint/no-restricted-imports": ["error", { patterns }],
    "no-restricted-syntax": [
      "error",
      { selector: `ImportExpression[source.value=/${value}/]`, message },
      {
        selector: "ImportExpression[source.type!='Literal']",
        message: "Name the module that is imported, so that it can be checked.",
      },
      { selector: `TSImportType[source.value=/${value}/]`, message },
      { selector: `TSExternalModuleReference`, message: "Use `import … from`." },
      { selector: "CallExpression[callee.name='require']", message: "Use `import … from`." },
    ],
  };
}

/**
 * Matches every specifier that is neither relative, nor the text of a worker, nor a package of the row (or a file in one).
 *
 * @param {readonly string[]} packages
 */
function forbiddenPackage(packages) {
  const allowed = packages.map((name) => (name === "node:" ? "node:" : `${name}(/|$)`));
  return `^(?!${["\\.{1,2}(/|$)", "worker:\\./", ...allowed].join("|")})`;
}

/**
 * @param {readonly string[]} names
 * @param {string} none
 */
function listed(names, none) {
  return names.length === 0 ? none : `only ${names.join(", ")}`;
}

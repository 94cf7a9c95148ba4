import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { projects } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

const strictness = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
};

const everyProject = await projects();

describe("every TypeScript project", () => {
  it.each(everyProject)("%s is as strict as the base", (project) => {
    expect(options(project)).toMatchObject(strictness);
  });

  it.each(["src/core/model", "src/core", "src/protocol"])("%s knows neither Node nor the DOM", (project) => {
    expect(options(project)).toMatchObject({ types: [], lib: ["lib.es2023.d.ts"] });
  });

  it.each(everyProject.filter((project) => !["src/extension", "test"].includes(project)))(
    "%s finds nothing under the name vscode",
    (project) => {
      expect(options(project).paths).toEqual({ vscode: ["./tsconfig.no-vscode.d.ts"] });
    },
  );
});

function options(project: string): ts.CompilerOptions {
  const file = path.join(root, project, "tsconfig.json");
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { readonly config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file)).options;
}

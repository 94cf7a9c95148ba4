import { describe, expect, it } from "vitest";
import {
  freeWorkflowFile,
  newWorkflowText,
  objectionToWorkflowFile,
  workflowFileName,
} from "../../../src/core/actions/newWorkflow.js";
import { readGraph } from "../../../src/core/actions/graph.js";
import type { World } from "../../../src/core/actions/world.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";

describe("a new workflow", () => {
  it.each(["workflow.py", 'sales "north".py', "weine_und_käse.py"])(
    "called %s has no problem in an empty folder, and one workflow",
    async (file) => {
      const files = inMemoryFiles({ [`/empty/${file}`]: newWorkflowText(file) });
      const graph = await readGraph({ files } as unknown as World, await loadPythonParser(), `/empty/${file}`);
      expect(graph.problems).toEqual([]);
      expect(graph.workflows.map(({ name, operators }) => [name, operators.map(({ id }) => id)])).toEqual([
        [file.replace(".py", "").replaceAll("_", " "), ["least", "wines", "good_wines", "share_of_good"]],
      ]);
    },
  );

  it("is written under a name that is free", async () => {
    expect(await freeWorkflowFile(inMemoryFiles({}), "/empty")).toBe("workflow.py");
    const taken = inMemoryFiles({ "/flows/Workflow.py": "", "/flows/workflow_2.py": "" });
    expect(await freeWorkflowFile(taken, "/flows")).toBe("workflow_3.py");
  });

  it("takes a name with or without .py, and says why it cannot have another", () => {
    const taken = new Set(["old.py"]);
    expect([workflowFileName(" sales "), workflowFileName("sales.py")]).toEqual(["sales.py", "sales.py"]);
    expect(objectionToWorkflowFile("sales", taken)).toBeUndefined();
    expect(objectionToWorkflowFile("old", taken)).toBe("old.py is there already. Choose another name.");
    expect(objectionToWorkflowFile("aqueduct.py", taken)).toContain("would hide the package");
    for (const name of ["", " ", "a/b", "a\\b", "..", ".py"])
      expect(objectionToWorkflowFile(name, taken), name).toContain("Write a name");
  });
});

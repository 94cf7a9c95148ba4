import { check } from "../check/check.js";
import type { Problem } from "../model/problem.js";
import type { Graph } from "../model/workflow.js";
import { analyse } from "../parse/analyse.js";
import type { PythonParser } from "../ports.js";
import { findFolder, loadResources, unusedProject } from "../resources/load.js";
import { withDemo } from "../resources/demo.js";
import { FolderListings } from "./folderListings.js";
import { ModuleStore } from "./moduleStore.js";
import { readWorkflowFile } from "./workflowFile.js";
import type { World } from "./world.js";

/** Reads a workflow file and the modules that it imports: graph and problems, without running anything. */
export async function readGraph(world: World, parser: PythonParser, file: string): Promise<Graph> {
  const { files } = world;
  const text = await readWorkflowFile(world, file);
  const folder = await findFolder(files, file);
  const { value, problems: ofResources } = await loadResources(files, folder);
  const modules = new ModuleStore(files, parser, () => undefined);
  const tree = parser.parse(text);
  try {
    const request = {
      file: files.relative(folder, file),
      text,
      tree,
      parser,
      modules: modules.resolver(files.dirname(file), folder),
    };
    let analysis = analyse(request);
    // A module that is not loaded yet counts as none; what it imports is asked for once it is there.
    while (await modules.loadMissing()) analysis = analyse(request);
    const folders = new FolderListings(files, folder);
    const checked = (): readonly Problem[] =>
      check({
        graph: analysis.graph,
        facts: analysis.facts,
        listing: folders.entries,
        resources: withDemo(value.resources),
        lost: value.lost,
      });
    let problems = checked();
    while (await folders.loadMissing()) problems = checked();
    const unused = await unusedProject(files, file, request.file);
    return {
      ...analysis.graph,
      problems: [
        ...problems,
        ...modules.problems(files.dirname(file), request.file),
        ...ofResources,
        ...(unused === undefined ? [] : [unused]),
      ],
    };
  } finally {
    tree.delete();
    modules.dispose();
  }
}

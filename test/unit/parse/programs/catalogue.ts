import type { Construct } from "./construct.js";
import { calls, partials } from "./families/calls.js";
import { classes } from "./families/classes.js";
import { conditions } from "./families/conditions.js";
import { decorators, factories } from "./families/decorators.js";
import { contexts, exceptions } from "./families/exceptions.js";
import { assignments, functions } from "./families/functions.js";
import { generatorAnswers } from "./families/generatorAnswers.js";
import { generators } from "./families/generators.js";
import { imports, namespaces } from "./families/imports.js";
import { inspection } from "./families/inspection.js";
import { libraryWays } from "./families/libraryWays.js";
import { forLoops, whileLoops } from "./families/loops.js";
import { matching } from "./families/matching.js";
import { metaclasses } from "./families/metaclasses.js";
import { recursions } from "./families/recursions.js";
import { dictionaries, sequences } from "./families/sequences.js";
import { texts } from "./families/texts.js";
import { workflows } from "./families/workflows.js";

/** Everything that programs are made of. */
export const catalogue: readonly Construct[] = [
  conditions,
  forLoops,
  whileLoops,
  exceptions,
  contexts,
  matching,
  calls,
  partials,
  classes,
  sequences,
  dictionaries,
  generators,
  generatorAnswers,
  decorators,
  factories,
  imports,
  namespaces,
  texts,
  functions,
  assignments,
  recursions,
  metaclasses,
  inspection,
  libraryWays,
  workflows,
].flat();

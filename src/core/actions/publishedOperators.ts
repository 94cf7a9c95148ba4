import type { BuildOperator } from "../model/build.js";
import { readBuild } from "../store/builds.js";
import { requireStore } from "./target.js";
import type { OpenFolder } from "./folder.js";
import { findPublished } from "./trigger.js";
import type { World } from "./world.js";

/** The operators of the build that is live, of which a trigger's form takes the parameters. */
export async function publishedOperators(
  world: World,
  open: OpenFolder,
  request: { readonly workflow: string; readonly airflow?: string; readonly signal?: AbortSignal },
): Promise<readonly BuildOperator[]> {
  const { target, published } = await findPublished(world, open, request);
  const { objects } = requireStore(target);
  const build = await readBuild(objects, world.hash, published.place, published.publication.build, request.signal);
  if (build === undefined)
    throw new Error(
      `The store ${objects.address} has lost the record of the build that is live. Publish the workflow again.`,
    );
  return build.operators;
}

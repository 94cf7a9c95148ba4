import type { Job } from "../model/job.js";

/**
 * What keeps a job from being taken, as sentences; empty: it can be.
 *
 * Every dependency must name another task and lead nowhere in a circle, so that every job comes to an end.
 */
export function objectionsToJob(job: Job): readonly string[] {
  const ids = job.tasks.map(({ id }) => id);
  return [
    ...(/^[A-Za-z0-9_-]{1,100}$/.test(job.name)
      ? []
      : [`"${job.name}" is not a valid name for a job: use letters, digits, "-" and "_", at most 100.`]),
    ...(job.tasks.length > 0 ? [] : [`Job "${job.name}" has no tasks.`]),
    ...(Number.isInteger(job.parallel) && job.parallel >= 1
      ? []
      : [`"parallel" is ${job.parallel}: give a whole number from 1.`]),
    ...ids
      .filter((id) => !/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(id))
      .map((id) => `"${id}" is not a valid id for a task: use letters, digits, "_", "-" and ".".`),
    ...ids
      .filter((id, place) => ids.indexOf(id) !== place)
      .map((id) => `Task "${id}" stands twice in job "${job.name}".`),
    ...unknownDependencies(job),
    ...circle(job),
    ...unknownInputs(job),
  ];
}

function unknownDependencies(job: Job): readonly string[] {
  const ids = new Set(job.tasks.map(({ id }) => id));
  return job.tasks.flatMap(({ id, dependencies }) =>
    dependencies
      .filter((dependency) => !ids.has(dependency))
      .map((dependency) => `Task "${id}" depends on "${dependency}", which is not in the job.`),
  );
}

function circle(job: Job): readonly string[] {
  let left = job.tasks;
  for (let size = -1; size !== left.length; ) {
    size = left.length;
    const waiting = new Set(left.map(({ id }) => id));
    left = left.filter(({ dependencies }) => dependencies.some((id) => waiting.has(id)));
  }
  return left.length === 0 ? [] : [`These tasks wait for one another: ${left.map(({ id }) => id).join(", ")}.`];
}

function unknownInputs(job: Job): readonly string[] {
  const parameters = new Set(job.run?.parameters.map(({ operator }) => operator));
  return job.tasks.flatMap(({ id, dependencies, operator }) => {
    if (operator !== null && job.run === null)
      return [`Task "${id}" runs an operator, but the job names no run to keep its values.`];
    const missing =
      operator?.inputs.filter(({ producer }) => !parameters.has(producer) && !dependencies.includes(producer)) ?? [];
    return missing.map(
      ({ artifact, producer }) =>
        `Task "${id}" reads "${artifact}" of "${producer}": list "${producer}" under its dependencies.`,
    );
  });
}

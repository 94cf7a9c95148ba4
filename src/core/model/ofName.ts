/**
 * The member of an object that others chose the names of; undefined where it has none.
 *
 * `members[name]` is not that: under names such as `constructor`, which an operator, a parameter or a database may have, every object has something.
 */
export function ofName<T>(members: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

import type { Handle } from "./apiNames.js";
import { signatures } from "./authoringApi.js";

/** What of the authoring API is called: `op`, `Client`, `Client.publish_flow`. */
export type Called = keyof typeof signatures;

/** The names of the arguments that it takes. */
export type ArgumentOf<Name extends Called> = Name extends Called
  ? Exclude<keyof (typeof signatures)[Name] & string, `*${string}`>
  : never;

/** The names of its arguments, in their order. */
export function argumentsOf<Name extends Called>(called: Name): readonly ArgumentOf<Name>[] {
  return Object.keys(signatures[called]).filter((name): name is ArgumentOf<Name> => !name.startsWith("*"));
}

/** The names of those of its arguments that can be given by place, in their order. */
export function placesOf<Name extends Called>(called: Name): readonly ArgumentOf<Name>[] {
  const names = Object.keys(signatures[called]);
  const star = names.findIndex((name) => name.startsWith("*"));
  return (star === -1 ? names : names.slice(0, star)) as ArgumentOf<Name>[];
}

/** What an argument is where it is not given; undefined: it has to be given. */
export function defaultOf<Name extends Called, Argument extends keyof (typeof signatures)[Name]>(
  called: Name,
  argument: Argument,
): (typeof signatures)[Name][Argument] {
  return signatures[called][argument];
}

export function isCalled(name: string): name is Called {
  return Object.hasOwn(signatures, name);
}

/** What a method of a handle may be: one, or none; several for a resource, whose kind is not known. */
export function methodsOf(handle: Handle, method: string): readonly Called[] {
  const owners = handle === "Resource" ? (["DatabaseResource", "StoreResource", "EngineResource"] as const) : [handle];
  const found = owners.flatMap((owner) => {
    const names = [`${owner}.${method}`, ...(owner.endsWith("Resource") ? [`Resource.${method}`] : [])];
    return names.find(isCalled) ?? [];
  });
  return [...new Set(found)];
}

/** Whether an argument may be given by this name. */
export function takesKeyword(called: Called, name: string): boolean {
  const names = Object.keys(signatures[called]);
  return names.some((one) => one === name || one.startsWith("**"));
}

import {
  isMeant,
  isReadableOnTheWay,
  originOf,
  PasswordWithheld,
  readableOnTheWay,
  type Secrets,
} from "../core/index.js";
import { originVariable, passwordVariable } from "../core/model/passwordVariable.js";
import type { ConfirmedServers } from "./confirmedServers.js";

export interface EnvironmentSecretsParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly confirmed: ConfirmedServers;
  /** Asks whether a password may go to a server; undefined where nobody can be asked, or nobody is to be. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  /** Told once for each server to which a password goes so that others can read it. */
  readonly warn: (sentence: string) => void;
}

interface Wanted {
  readonly resource: string;
  readonly variable: string;
  readonly origin: string;
  readonly user: string;
}

/**
 * Passwords from the environment. A variable is named after a resource, and a folder that came from somewhere says which server that is: so each goes only where the
 * variable of the origin says, or where somebody has confirmed it once.
 */
export function environmentSecrets({ environment, confirmed, confirm, warn }: EnvironmentSecretsParts): Secrets {
  const asked = new Map<string, Promise<boolean>>();
  const warned = new Set<string>();

  const mayGo = async (wanted: Wanted): Promise<void> => {
    const { resource, variable, origin, user } = wanted;
    const named = environment[originVariable(resource)];
    if (named !== undefined && named !== "") {
      if (!isMeant(named, origin, user)) throw new PasswordWithheld(namedOtherwise(wanted, named));
      return;
    }
    const entry = `${variable}|${origin}|${user}`;
    if (await confirmed.has(entry)) return;
    if (confirm === undefined) throw new PasswordWithheld(unconfirmed(wanted));
    const answer = asked.get(entry) ?? confirm(question(wanted));
    asked.set(entry, answer);
    if (!(await answer))
      throw new PasswordWithheld(`The password in ${variable} was not sent to ${origin}, as you have answered.`);
    await confirmed.add(entry);
  };

  return {
    password: async (resource, address, user) => {
      const variable = passwordVariable(resource);
      const password = environment[variable];
      if (password === undefined || password === "") return undefined;
      const origin = originOf(address) ?? address;
      await mayGo({ resource, variable, origin, user });
      if (isReadableOnTheWay(address) && !warned.has(origin)) {
        warned.add(origin);
        warn(readableOnTheWay(address));
      }
      return password;
    },
  };
}

function namedOtherwise({ resource, variable, origin }: Wanted, named: string): string {
  const allowing = originVariable(resource);
  return `The password in ${variable} is for ${originOf(named) ?? named} alone, as ${allowing} says, and aqueduct.json names ${origin}. If that is right, set ${allowing}=${origin}.`;
}

function unconfirmed({ resource, variable, origin, user }: Wanted): string {
  return `The password in ${variable} is not sent to ${origin} as ${user}: nobody has confirmed that server yet. Publish, run or connect in a terminal, which asks once, or set ${originVariable(resource)}=${origin}.`;
}

function question({ resource, variable, origin, user }: Wanted): string {
  return `aqueduct.json names ${origin} as “${resource}”. Send the password in ${variable} there, as ${user}? You are asked once.`;
}

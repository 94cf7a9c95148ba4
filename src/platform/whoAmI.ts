import { homedir, userInfo } from "node:os";
import process from "node:process";

/** The user of this process. */
export interface User {
  /** Undefined on Windows. */
  readonly uid: number | undefined;
  readonly name: string;
}

/** What the system and the environment say about the user of a process. */
export interface UserFacts {
  /** Undefined on Windows. */
  readonly uid: number | undefined;
  /** The name in the list of users. Throws where the user is not listed. */
  readonly listedName: () => string;
  /** Throws where neither `HOME` nor the list of users says. */
  readonly home: () => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * A container may run under a number that is not in its list of users, and Node's own functions throw there. The environment's name is taken instead, else the number.
 */
export function whoAmI({ uid, listedName, environment }: UserFacts = thisProcess): User {
  const name = ifListed(listedName) ?? environment["USER"] ?? environment["LOGNAME"];
  return { uid, name: name === undefined || name === "" ? String(uid ?? "unknown") : name };
}

/** The user's home folder; undefined where nothing says which it is. */
export function homeFolder({ home }: UserFacts = thisProcess): string | undefined {
  return ifListed(home);
}

/** The same for who cannot do without one. */
export function neededHomeFolder(facts: UserFacts = thisProcess): string {
  const folder = homeFolder(facts);
  if (folder === undefined)
    throw new Error(
      `The user ${whoAmI(facts).name} has no home folder. Set the environment variable HOME to a folder that this user can write to.`,
    );
  return folder;
}

const thisProcess: UserFacts = {
  uid: process.getuid?.(),
  listedName: () => userInfo().username,
  home: homedir,
  environment: process.env,
};

function ifListed(ask: () => string): string | undefined {
  try {
    return ask();
  } catch (error) {
    // What libuv says of a number that is not in the list.
    if (error instanceof Error && "code" in error && error.code === "ERR_SYSTEM_ERROR") return undefined;
    throw error;
  }
}

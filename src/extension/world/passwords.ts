import { isMeant, originOf, type Secrets } from "../../core/index.js";
import { originVariable, passwordVariable } from "../../core/model/passwordVariable.js";
import { stateKeys } from "../ids.js";

/** VS Code's secret storage, as far as it is needed. */
interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** The user's state: a file that holds no secrets. */
interface UserState {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

export interface PasswordsParts {
  readonly storage: SecretStore;
  readonly state: UserState;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTrusted: () => boolean;
  /** Asks whether the password in a variable may be used at a server. */
  readonly confirm: (variable: string, account: Account) => Promise<boolean>;
}

/** Who signs in where. For an Airflow the origin is its whole address. */
export interface Account {
  readonly origin: string;
  readonly user: string;
}

/**
 * Passwords, kept per server and user and never per resource: a changed address asks again.
 *
 * Order: VS Code's secret storage, then the environment, whose first use for a server is confirmed, since a workspace names the server that gets it.
 * An untrusted workspace gets none.
 */
export class Passwords implements Secrets {
  readonly #parts: PasswordsParts;
  /** Questions that are on the screen, and what was refused in this session: neither is asked twice. */
  readonly #asked = new Map<string, Promise<boolean>>();

  constructor(parts: PasswordsParts) {
    this.#parts = parts;
  }

  password(resource: string, origin: string, user: string): Promise<string | undefined> {
    return this.#password(resource, { origin, user }, (variable, account) => this.#mayUse(variable, account));
  }

  remedy(): string {
    return 'Run the command "Aqueduct: Connect to Airflow" and sign in again.';
  }

  /** For what nobody has just asked for, such as a look at runs: it never asks, and has no password that is not confirmed yet. */
  withoutAsking(): Secrets {
    return {
      password: (resource, origin, user) =>
        this.#password(resource, { origin, user }, (variable, account) =>
          Promise.resolve(this.#isAllowed(variable, account)),
        ),
      remedy: (resource) => {
        const variable = this.variable(resource);
        const named = this.#named(resource);
        if (variable === undefined) return this.remedy();
        return named === undefined
          ? `Sign in: the password in ${variable} is used once you confirm it.`
          : `The password in ${variable} is for ${originOf(named) ?? named} alone, as ${originVariable(resource)} says.`;
      },
    };
  }

  /** The variable of the environment that has a password for the resource; undefined where it is not set. */
  variable(resource: string): string | undefined {
    const variable = passwordVariable(resource);
    const value = this.#parts.environment[variable];
    return value === undefined || value === "" ? undefined : variable;
  }

  /** Resolves once it is stored. Some browser workbenches forget it at a reload, without telling. */
  async keep(origin: string, user: string, password: string): Promise<void> {
    await this.#parts.storage.store(keyOf({ origin, user }), password);
    await this.#remember(stateKeys.keptPasswords, keyOf({ origin, user }));
  }

  /** The user has said that a variable's password may be used at a server. */
  async allow(resource: string, origin: string, user: string): Promise<void> {
    const allowed = allowanceOf(passwordVariable(resource), { origin, user });
    this.#asked.delete(allowed);
    await this.#remember(stateKeys.allowedPasswords, allowed);
  }

  /** Forgets what is kept for a server and user, and that a variable may be used there. */
  async forget(origin: string, user: string): Promise<void> {
    const key = keyOf({ origin, user });
    await this.#parts.storage.delete(key);
    const isAnother = (entry: string): boolean => entry !== key && !entry.endsWith(allowanceOf("", { origin, user }));
    for (const list of [stateKeys.keptPasswords, stateKeys.allowedPasswords])
      await this.#parts.state.update(list, this.#list(list).filter(isAnother));
    for (const asked of [...this.#asked.keys()]) if (!isAnother(asked)) this.#asked.delete(asked);
  }

  /** Whether one was stored, as it is remembered: without asking the storage, which may have forgotten it. */
  keeps(origin: string, user: string): boolean {
    return this.#list(stateKeys.keptPasswords).includes(keyOf({ origin, user }));
  }

  /** Whether one is stored; says nothing of the environment. */
  async has(origin: string, user: string): Promise<boolean> {
    return (await this.#parts.storage.get(keyOf({ origin, user }))) !== undefined;
  }

  /** For whom something is kept or allowed, in whatever workspace that was; each once. */
  accounts(): readonly Account[] {
    const entries = [...this.#list(stateKeys.keptPasswords), ...this.#list(stateKeys.allowedPasswords)];
    const accounts = new Map(entries.map((entry) => [entry.slice(entry.indexOf("|") + 1), accountIn(entry)]));
    return [...accounts.values()].sort((a, b) => a.origin.localeCompare(b.origin) || a.user.localeCompare(b.user));
  }

  async #password(
    resource: string,
    account: Account,
    mayUse: (variable: string, account: Account) => Promise<boolean>,
  ): Promise<string | undefined> {
    const { storage, environment, isTrusted } = this.#parts;
    if (!isTrusted()) return undefined;
    const stored = await storage.get(keyOf(account));
    if (stored !== undefined) return stored;
    const variable = this.variable(resource);
    if (variable === undefined) return undefined;
    const named = this.#named(resource);
    const may = named === undefined ? await mayUse(variable, account) : isMeant(named, account.origin, account.user);
    return may ? environment[variable] : undefined;
  }

  /** Where a variable's password may go, as another variable says: there without a question, and nowhere else. */
  #named(resource: string): string | undefined {
    const named = this.#parts.environment[originVariable(resource)];
    return named === "" ? undefined : named;
  }

  #isAllowed(variable: string, account: Account): boolean {
    return this.#list(stateKeys.allowedPasswords).includes(allowanceOf(variable, account));
  }

  #mayUse(variable: string, account: Account): Promise<boolean> {
    const allowance = allowanceOf(variable, account);
    if (this.#isAllowed(variable, account)) return Promise.resolve(true);
    const asked = this.#asked.get(allowance) ?? this.#ask(variable, account, allowance);
    this.#asked.set(allowance, asked);
    return asked;
  }

  async #ask(variable: string, account: Account, allowance: string): Promise<boolean> {
    if (!(await this.#parts.confirm(variable, account))) return false;
    await this.#remember(stateKeys.allowedPasswords, allowance);
    return true;
  }

  async #remember(list: string, entry: string): Promise<void> {
    await this.#parts.state.update(list, [...new Set([...this.#list(list), entry])]);
  }

  #list(name: string): readonly string[] {
    const value = this.#parts.state.get(name);
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  }
}

/** Under which a password is stored. */
function keyOf({ origin, user }: Account): string {
  return `password|${origin}|${user}`;
}

function allowanceOf(variable: string, { origin, user }: Account): string {
  return `${variable}|${origin}|${user}`;
}

/** Of an entry in either list: what stands first is no part of it. */
function accountIn(entry: string): Account {
  const [, origin = "", ...user] = entry.split("|");
  return { origin, user: user.join("|") };
}

import * as vscode from "vscode";
import type { Secrets } from "../../core/index.js";
import { passwordVariable } from "../../core/model/passwordVariable.js";
import { stateKeys } from "../ids.js";

/** What may use a variable of the environment, and for which server, as `origin|user`. */
type Allowed = readonly string[];

/**
 * Passwords, kept per server and user and never per resource: a changed address asks again.
 *
 * Order: VS Code's secret storage, then the environment, whose first use for a server is confirmed, since a workspace names the server that gets it.
 */
export class Passwords implements Secrets {
  readonly #storage: vscode.SecretStorage;
  readonly #state: vscode.Memento;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  /** Questions that are on the screen, and what was refused in this session: neither is asked twice. */
  readonly #asked = new Map<string, Promise<boolean>>();

  constructor(storage: vscode.SecretStorage, state: vscode.Memento, environment: Readonly<Record<string, string | undefined>>) {
    this.#storage = storage;
    this.#state = state;
    this.#environment = environment;
  }

  async password(resource: string, origin: string, user: string): Promise<string | undefined> {
    const stored = await this.#storage.get(keyOf(origin, user));
    if (stored !== undefined) return stored;
    const variable = passwordVariable(resource);
    const value = this.#environment[variable];
    if (value === undefined || value === "") return undefined;
    return (await this.#mayUse(variable, origin, user)) ? value : undefined;
  }

  /** Resolves once it is stored. Some browser workbenches forget it at a reload, without telling. */
  async keep(origin: string, user: string, password: string): Promise<void> {
    await this.#storage.store(keyOf(origin, user), password);
  }

  async forget(origin: string, user: string): Promise<void> {
    await this.#storage.delete(keyOf(origin, user));
  }

  /** Whether one is stored; says nothing of the environment. */
  async has(origin: string, user: string): Promise<boolean> {
    return (await this.#storage.get(keyOf(origin, user))) !== undefined;
  }

  #mayUse(variable: string, origin: string, user: string): Promise<boolean> {
    const account = `${origin}|${user}`;
    if (this.#allowed.includes(account)) return Promise.resolve(true);
    const asked = this.#asked.get(account) ?? this.#ask(variable, account, origin, user);
    this.#asked.set(account, asked);
    return asked;
  }

  async #ask(variable: string, account: string, origin: string, user: string): Promise<boolean> {
    const use = "Use It";
    const answer = await vscode.window.showInformationMessage(`Sign in at ${origin} as ${user} with the password in ${variable}?`, use, "Don't Use It");
    if (answer !== use) return false;
    await this.#state.update(stateKeys.allowedPasswords, [...this.#allowed, account]);
    return true;
  }

  get #allowed(): Allowed {
    const value = this.#state.get<unknown>(stateKeys.allowedPasswords);
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  }
}

function keyOf(origin: string, user: string): string {
  return `password|${origin}|${user}`;
}

import { tokenAnswer } from "../../formats/airflow.js";
import { read } from "../../formats/reader.js";
import { parseWithDigits } from "../model/exactJson.js";
import { passwordVariable } from "../model/passwordVariable.js";
import {
  PasswordWithheld,
  Unreachable,
  type Http,
  type HttpRequest,
  type HttpResponse,
  type Secrets,
} from "../ports.js";
import { fields } from "./answers.js";
import { AirflowError, detailOf } from "./errors.js";
import { withoutSecrets } from "./withoutSecrets.js";

/** As many characters of what a server says are in an error. */
const longest = 1_000;

/** Who speaks to which server. */
export interface AirflowAccount {
  /** Name of the resource, as people call the server. */
  readonly name: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly username?: string;
}

export interface Call {
  readonly method: HttpRequest["method"];
  /** Behind the server's address, with its query. */
  readonly path: string;
  readonly body?: unknown;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/** Requests to one server: sends them with a token, signs in where there is none or where it has run out, and puts failures into words. */
export class AirflowSession {
  private token: Promise<string> | undefined;
  /** What was sent to the server, or given by it, and is to be in no text. */
  private readonly secretsInUse = new Set<string>();

  constructor(
    readonly account: AirflowAccount,
    private readonly http: Http,
    private readonly secrets: Secrets,
  ) {}

  /** Any status but those that are about signing in, the role, or the server itself; these throw. */
  async send(call: Call): Promise<HttpResponse> {
    let answer = await this.sendSigned(call);
    if (isTokenRefused(answer)) {
      this.token = undefined;
      answer = await this.sendSigned(call);
    }
    const { status } = answer;
    if (status === 401 || isTokenRefused(answer))
      throw new AirflowError(
        "signedOut",
        `${this.who} was signed out at once. Is this machine's clock right, and does one Airflow answer at ${this.account.url}?`,
      );
    if (status === 403)
      throw new AirflowError(
        "forbidden",
        `The role of ${this.who} may not do that (${describe(call)}). Ask for one that may, such as "User".`,
      );
    if (status >= 500)
      throw new AirflowError(
        "failed",
        `Airflow "${this.account.name}" broke (${status} at ${describe(call)}): ${this.wordsOf(answer)} Its own log tells more.`,
      );
    return answer;
  }

  /** Like `send`, for answers that are JSON; a status that is no success throws Airflow's own words. */
  async json(call: Call): Promise<unknown> {
    const answer = await this.send(call);
    if (answer.status >= 200 && answer.status < 300) return this.parse(answer, call);
    const kind = answer.status === 404 ? "absent" : "refused";
    throw new AirflowError(
      kind,
      `Airflow "${this.account.name}" refused (${answer.status} at ${describe(call)}): ${this.wordsOf(answer)}`,
    );
  }

  /** The server's own words in an answer that is no success: without the secrets that it may repeat, and not for ever. */
  wordsOf({ text }: HttpResponse): string {
    const secrets = [...this.secretsInUse];
    // Before anything is cut, or half a secret would be left.
    const words = withoutSecrets(detailOf(withoutSecrets(text, secrets)), secrets);
    return words.length > longest ? `${words.slice(0, longest)}…` : words;
  }

  /** Without a token: for what anybody may ask. */
  async sendOpen(
    { method, path, body, accept = "application/json", signal }: Call,
    token?: string,
  ): Promise<HttpResponse> {
    try {
      const answer = await this.http.send({
        method,
        url: this.account.url + path,
        headers: {
          accept,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
      if (answer.status >= 300 && answer.status < 400) throw this.redirected(answer, { method, path });
      return answer;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      throw new AirflowError(
        "unreachable",
        `Airflow "${this.account.name}" at ${this.account.url} does not answer: ${error.reason}`,
        { cause: error },
      );
    }
  }

  /** Signs in where it has not been done yet; throws where that does not work. */
  async signIn(signal?: AbortSignal): Promise<void> {
    await unlessAborted(this.currentToken(), signal);
  }

  parse(answer: HttpResponse, call: Call): unknown {
    try {
      return parseWithDigits(answer.text);
    } catch (cause) {
      throw new AirflowError(
        "failed",
        `${this.account.url} answered ${describe(call)} with something else than JSON. Is that the address of Airflow's web interface?`,
        { cause },
      );
    }
  }

  private async password(name: string, url: string, username: string): Promise<string | undefined> {
    try {
      return await this.secrets.password(name, url, username);
    } catch (error) {
      if (error instanceof PasswordWithheld) throw new AirflowError("signedOut", error.message, { cause: error });
      throw error;
    }
  }

  /** It is not followed, because it would carry a password or a token to another server. */
  private redirected({ status, headers }: HttpResponse, call: Call): AirflowError {
    const { name, url } = this.account;
    const location = (headers["location"] ?? "").replace(/[?#].*$/, "");
    const to =
      location.startsWith("/") && !location.startsWith("//")
        ? (/^https?:\/\/[^/]+/i.exec(url)?.[0] ?? "") + location
        : location;
    const address = to.endsWith(call.path) ? to.slice(0, -call.path.length) : to;
    return new AirflowError(
      "refused",
      `${url} sends ${describe(call)} elsewhere (${status})${address === "" ? "" : `, to ${address}`}, which is not followed: a password would go along. If Airflow is there, write that address as "url" of "${name}".`,
    );
  }

  private get who(): string {
    return `${this.account.username ?? "nobody"} at Airflow "${this.account.name}"`;
  }

  private async sendSigned(call: Call): Promise<HttpResponse> {
    return this.sendOpen(call, await unlessAborted(this.currentToken(), call.signal));
  }

  /** One sign-in at a time, shared by all who wait for it, so that none of them can abort it; a failed one is not kept. */
  private currentToken(): Promise<string> {
    const token = this.token ?? this.requestToken();
    this.token = token;
    token.catch(() => {
      if (this.token === token) this.token = undefined;
    });
    return token;
  }

  private async requestToken(): Promise<string> {
    const { name, url, username } = this.account;
    if (username === undefined)
      throw new AirflowError(
        "signedOut",
        `No user is named for Airflow "${name}". Add "username" to it in aqueduct.json.`,
      );
    const password = await this.password(name, url, username);
    const remedy = this.secrets.remedy?.(name) ?? `Set ${passwordVariable(name)}.`;
    if (password === undefined) throw new AirflowError("signedOut", `No password is known for ${this.who}. ${remedy}`);
    for (const secret of [password, `${username}:${password}`]) this.secretsInUse.add(secret);
    const call: Call = { method: "POST", path: "/auth/token", body: { username, password } };
    const answer = await this.sendOpen(call);
    if (answer.status === 401 || answer.status === 403)
      throw new AirflowError("signedOut", `Airflow "${name}" does not take this password of ${username}. ${remedy}`);
    const given =
      answer.status === 200 || answer.status === 201 ? read(tokenAnswer, fields(this.parse(answer, call))) : undefined;
    if (given?.readable !== true)
      throw new AirflowError(
        "failed",
        `Airflow "${name}" gave no token (${answer.status} at ${describe(call)}). Is password sign-in switched on there? ${answer.status < 300 ? "" : this.wordsOf(answer)}`,
      );
    const { access_token: token } = given.value;
    this.secretsInUse.add(token);
    return token;
  }
}

/** Ends the wait, not what is waited for: others may wait for the same. */
function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer;
  return new Promise<T>((resolve, reject) => {
    const giveUp = (): void => {
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the reason is the caller's
      reject(signal.reason);
    };
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    answer.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", giveUp);
    });
  });
}

/** A token of another key, as after a restart with another secret, is answered like a forbidden thing. */
function isTokenRefused({ status, text }: HttpResponse): boolean {
  return status === 401 || (status === 403 && detailOf(text) === "Invalid JWT token");
}

/** Without its query, which may be long. */
function describe({ method, path }: Call): string {
  return `${method} ${path.split("?", 1)[0] ?? path}`;
}

/**
 * The environment of a task: what is handed on of who submitted the job, plus the task's own.
 */
export function taskEnvironment(
  submitter: Readonly<Record<string, string | undefined>>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  return { ...withoutSecrets(submitter), ...own };
}

/** What is handed on to processes that run user code, and to the daemon, so that its `/proc` entry shows nothing either. */
export function withoutSecrets(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || isWithheld(name) ? [] : [[name, value] as const],
    ),
  );
}

/** Variables that stay behind, and why. `name` ends in `*` where all that begin so do. */
interface Withheld {
  readonly name: string;
  readonly why: string;
}

/**
 * The one table: command line, editor, engine, tracer, runner and installer hand on everything else, since operators read variables of their own.
 * `docs/formats/engine.md`, has it too; a test holds the two to one another.
 */
export const withheldVariables: readonly Withheld[] = [
  { name: "AIRFLOW*", why: "how Airflow is set up, its database's password and keys among it" },
  { name: "_AIRFLOW*", why: "the same, as Airflow's own processes spell it" },
  { name: "AQUEDUCT_*_PASSWORD", why: "passwords of resources: extract and save operators get theirs another way" },
  { name: "AQUEDUCT_EDITOR_SOCKET", why: "the way to the editor's window, which publishes for who asks there" },
  { name: "AWS_ACCESS_KEY_ID", why: "the store's credentials" },
  { name: "AWS_SECRET_ACCESS_KEY", why: "the store's credentials" },
  { name: "AWS_SESSION_TOKEN", why: "the store's credentials" },
  { name: "AWS_SECURITY_TOKEN", why: "the store's credentials, by their old name" },
  { name: "ELECTRON_*", why: "they make programs of the editor's kind run as something else" },
  { name: "VSCODE_*", why: "the editor's own: sockets and tokens of its window" },
  { name: "NODE_OPTIONS", why: "they make every Node load something, debuggers for one" },
];

// Windows takes names in any case.
const patterns = withheldVariables.map(({ name }) => new RegExp(`^${name.replaceAll("*", ".*")}$`, "is"));

function isWithheld(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name));
}

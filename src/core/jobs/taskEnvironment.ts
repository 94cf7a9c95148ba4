/**
 * The environment of a task: that of who submitted the job, without what user code must not see (the credentials of Airflow, of the
 * store and of our resources) and without what only an editor's process needs, plus the task's own.
 */
export function taskEnvironment(
  submitter: Readonly<Record<string, string | undefined>>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  return { ...withoutSecrets(submitter), ...own };
}

/** Also what the daemon itself is started with, so that its `/proc` entry shows nothing either. */
export function withoutSecrets(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !isWithheld(name)) kept[name] = value;
  }
  return kept;
}

function isWithheld(name: string): boolean {
  return withheld.some((pattern) => pattern.test(name));
}

// Windows takes names in any case.
const withheld = [
  /^AIRFLOW/i,
  /^_AIRFLOW/i,
  /^AQUEDUCT_.*_PASSWORD$/i,
  /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN)$/i,
  /^ELECTRON_/i,
  /^VSCODE_/i,
  /^NODE_OPTIONS$/i,
];

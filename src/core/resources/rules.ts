/** What a value in `aqueduct.json` may be: read by the file's reader, and by what asks people for it. */
export interface Rule {
  readonly pattern: RegExp;
  /** For people: what a right value looks like, to go behind "… is". */
  readonly expected: string;
}

const something = /[^]/;

export const rules = {
  name: {
    pattern: /^[A-Za-z0-9][A-Za-z0-9._ -]{0,63}$/,
    expected: "made of letters, digits, spaces and . _ -, and begins with a letter or digit",
  },
  connection: { pattern: /^[A-Za-z0-9_.-]+$/, expected: "an Airflow Connection's id: letters, digits and . _ -" },
  databaseUrl: {
    pattern: /^[A-Za-z][A-Za-z0-9+.-]*:\/\//,
    expected: 'a SQLAlchemy URL without password, such as "postgresql://ann@db.example.org/wines"',
  },
  airflowUrl: {
    pattern: /^https?:\/\/[^/@?#\\\s]+(\/[^?#\\\s]*)?$/,
    expected:
      'the address of Airflow\'s web interface, such as "https://airflow.example.org", without user, password and query',
  },
  username: { pattern: something, expected: "the user that signs in" },
  dagFolder: { pattern: something, expected: "the folder where Airflow looks for DAG files" },
  store: { pattern: something, expected: "the name of a store in this file" },
  folder: { pattern: /./, expected: "a folder, absolute or relative to this file" },
  bucket: {
    pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    expected: "a bucket's name: 3 to 63 small letters, digits, dots and dashes",
  },
  prefix: { pattern: /^[A-Za-z0-9._=/-]*$/, expected: "made of letters, digits and . _ = - /" },
  region: { pattern: something, expected: 'a region, such as "eu-central-1"' },
  endpoint: {
    pattern: /^https?:\/\/[^/@?#\\\s]+(\/[^?#\\\s]*)?$/,
    expected: 'an address, such as "https://s3.example.org", without keys and query',
  },
  profile: { pattern: something, expected: "the name of a profile in ~/.aws" },
} as const satisfies Readonly<Record<string, Rule>>;

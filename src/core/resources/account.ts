/** Who signs in where: by this a password is kept and confirmed, never by a resource's name. */
export interface Account {
  /** Scheme, host and port; and what else of a database's URL decides where its driver goes. */
  readonly origin: string;
  readonly user: string;
}

/** What SQLAlchemy reads as user, password, server, path and query: a password may hold slashes, and ends at the first `@`. */
const urlParts = /^([A-Za-z][\w+.-]*):\/\/(?:([^:/]*)(?::([^@]*))?@)?([^/?]*)([^?]*)(?:\?([^]*))?$/;

interface UrlParts {
  /** Without the driver behind `+`, in small letters. */
  readonly scheme: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly server: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** Parameters of a query that leave the server what it is, unless their value breaks out of a connection string. All others count: drivers take another host from many of them. */
const leaveServer =
  /^(ssl.*|tls.*|charset|(client_)?encoding|(connect_|connection_|login_|read_|write_)?timeout|application_name|app|options|driver|target_session_attrs|keepalives.*|isolation_level|autocommit|encrypt|trustservercertificate|local_infile|pool.*|schema|role|warehouse|mars_connection)$/i;
const secretName = /passw|passphrase|(^|_)pwd$|secret|token|credential|api_?key|access_?key|private_?key/i;
/** `PWD=…` within a value, as in `odbc_connect`, `dsn`, or behind a semicolon. */
const secretWithin =
  /(?:^|[;&?\s{])\s*(?:\w*passw\w*|\w*passphrase|(?:\w*_)?pwd|\w*secret\w*|\w*token|\w*credentials?)\s*=\s*[^;&\s]/i;

/** Where a URL leads: `https://airflow.example.org`, `postgresql://db.example.org:5432`. Undefined where it is no URL. */
export function originOf(url: string): string | undefined {
  const parts = partsOf(url);
  return parts && originIn(parts);
}

/** User and server of a URL; undefined where it has no user. */
export function accountOf(url: string): Account | undefined {
  const parts = partsOf(url);
  return parts?.user === undefined || parts.user === ""
    ? undefined
    : { origin: originIn(parts), user: decoded(parts.user) };
}

/** Whether a variable of an origin means this address, and this user where it names one. */
export function isMeant(named: string, address: string, user: string): boolean {
  const only = accountOf(named)?.user;
  return originOf(named) === (originOf(address) ?? address) && (only === undefined || only === user);
}

/** Why a URL cannot stand in a file: it holds a password, or a user that cannot be read. */
export function urlFault(url: string): "password" | "encoding" | undefined {
  const parts = partsOf(url);
  if (parts === undefined) return undefined;
  const { user = "", password = "", server, path, query } = parts;
  const isSecret = ([name, value]: readonly [string, string]): boolean =>
    value !== "" && (secretName.test(name) || secretWithin.test(wholly(value)));
  // A password ends at the first `@`: behind another one stands the rest of it.
  if (password !== "" || server.includes("@") || query.some(isSecret) || secretWithin.test(wholly(path)))
    return "password";
  return isEncoded(user) ? undefined : "encoding";
}

/** Whether what is sent there can be read on the way: by `http` to another machine than this one. */
export function isReadableOnTheWay(url: string): boolean {
  const host = /^http:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1]?.toLowerCase();
  return (
    host !== undefined &&
    !(host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host))
  );
}

/** What to say then. */
export function readableOnTheWay(url: string): string {
  return `Whoever is on the way to ${originOf(url) ?? url} can read the password, since it is http. Give the server an https address, and write that.`;
}

function partsOf(url: string): UrlParts | undefined {
  const match = urlParts.exec(url.trim());
  if (match === null) return undefined;
  const [, dialect = "", user, password, server = "", path = "", query = ""] = match;
  const scheme = (dialect.split("+", 1)[0] ?? "").toLowerCase();
  return {
    scheme,
    user,
    password,
    // To SQLAlchemy, and so perhaps to the resolver of names, a # is a letter.
    server: (/^https?$/.test(scheme) ? server.replace(/#[^]*/, "") : server).toLowerCase(),
    path,
    query: query.split("&").flatMap((pair) => {
      const [name = "", ...value] = pair.split("=");
      return pair === "" ? [] : [[decoded(name.replaceAll("+", " ")), decoded(value.join("=").replaceAll("+", " "))]];
    }),
  };
}

/** A `host` in the query takes the place of the one in front, as libpq and others have it. */
function originIn({ scheme, server, query }: UrlParts): string {
  const hosts = query.flatMap(([name, value]) => (name.toLowerCase() === "host" && value !== "" ? [value] : []));
  const others = query
    .filter(([name, value]) => name.toLowerCase() !== "host" && (!leaveServer.test(name) || /[;{}]/.test(value)))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const usual = scheme === "https" ? /:443$/ : scheme === "http" ? /:80$/ : /(?!)/;
  const where = hosts.length === 0 ? server.replace(usual, "") : hosts.join(",").toLowerCase();
  return `${scheme}://${where}${others.length === 0 ? "" : `?${others.join("&")}`}`;
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    // Two digits are missing behind a %, or they are no UTF-8.
    return false;
  }
}

function decoded(text: string): string {
  return isEncoded(text) ? decodeURIComponent(text) : text;
}

/** Decoded as often as drivers and ODBC do it one after another. */
function wholly(text: string): string {
  const next = decoded(text.replaceAll("+", " "));
  return next === text ? text : wholly(next);
}

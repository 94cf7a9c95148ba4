/** A path of this machine, made absolute against a folder. Both separators are understood, since the file is shared between systems. */
export function absolute(path: string, folder: string): string {
  if (/^([/\\]|[A-Za-z]:[/\\])/.test(path)) return path;
  const separator = folder.includes("\\") && !folder.includes("/") ? "\\" : "/";
  const parts = folder.split(/[/\\]/);
  for (const part of path.split(/[/\\]/)) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join(separator);
}

/** A SQLite URL whose relative path stands for one under `folder`; any other URL as it is. */
export function sqlitePath(url: string, folder: string): string {
  const match = /^(sqlite(?:\+[a-z]+)?):\/\/\/([^?]+)(\?.*)?$/.exec(url);
  const path = match?.[2];
  if (match === null || path === undefined || path === ":memory:") return url;
  return `${match[1] ?? ""}:///${absolute(path, folder).replaceAll("\\", "/")}${match[3] ?? ""}`;
}

/** The URL with its password, as a driver takes it. Never log it. */
export function urlWithPassword(url: string, password: string | undefined): string {
  return password === undefined
    ? url
    : url.replace(
        /^([^:]+:\/\/)([^/@:]*):?@/,
        (_, scheme: string, user: string) => `${scheme}${user}:${encodeURIComponent(password)}@`,
      );
}

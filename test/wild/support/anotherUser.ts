import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { repository, type Places } from "./places.js";

/** Nobody: no name, no home and no group belong to this number. */
const user = 64_123;

/**
 * Puts empty folders over the homes of everything that was not shipped, in a mount namespace that only the command sees; what the
 * worker owns and may read comes back at its own path.
 */
const script = `
set -eu
shelf=$1 own=$2 readable=$3 hidden=$4; shift 4
mount -t tmpfs -o mode=755 worker "$shelf"
number=0
IFS=:
for folder in $readable $own; do
  number=$((number + 1)); mkdir "$shelf/$number"; mount --bind "$folder" "$shelf/$number"
done
for folder in $hidden; do
  if [ -d "$folder" ]; then mount -t tmpfs -o mode=755 hidden "$folder"; fi
done
number=0
for folder in $readable $own; do
  number=$((number + 1)); mkdir -p "$folder"; mount --bind "$shelf/$number" "$folder"
done
umount -R "$shelf"
unset IFS
cd "$own/empty"
exec setpriv --reuid ${user} --regid ${user} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
`;

/** Why nothing can be run as another user here; undefined: it can. */
export function anotherUserObstacle(): string | undefined {
  if (process.platform !== "linux") return "becoming another user takes Linux";
  if (process.getuid?.() !== 0) return "becoming another user takes root";
  try {
    execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "root may not make a mount namespace here";
  }
}

/** A command line that runs `command` as another user in `folder/empty`, with nothing in reach of what was not shipped. */
export function asAnotherUser(
  { root, shared, python, basePrefix }: Places,
  folder: string,
  command: readonly string[],
): { readonly command: string; readonly args: readonly string[]; readonly user: number } {
  const environment = path.dirname(path.dirname(python));
  const hidden = [homedir(), repository, root].filter((each) => path.dirname(each) !== each);
  const isHidden = (one: string): boolean => hidden.some((each) => one === each || one.startsWith(each + path.sep));
  const readable = [environment, basePrefix, shared].filter(isHidden);
  const shelf = "/mnt";
  const args = ["--mount", "sh", "-c", script, "sh", shelf, folder, readable.join(":"), hidden.join(":"), ...command];
  return { command: "unshare", args, user };
}

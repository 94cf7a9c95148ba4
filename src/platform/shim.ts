/**
 * The constant script between the engine and a task: it leaves who it is in `pid.json`, runs the command in the foreground with the stdio it was
 * given, and leaves `exit.json`, so that no daemon ever holds the only copy of an exit code.
 *
 * `pid.json` is created exclusively: who makes it first decides whether the attempt runs, the shim or a daemon that takes over and finds none.
 * TERM, INT and HUP reach the whole group; the shim outlives them to write the record, while its child, in which a trap is reset, gets them as usual.
 * The shell's own words ("Terminated") do not go to the user's log: hence the inner shell, which becomes the command and has a standard error of its own.
 */
const script = `
folder=$1; shift
boot=; start=
field() { shift 19; start=$1; }
if [ -r /proc/self/stat ]; then
  read -r boot </proc/sys/kernel/random/boot_id
  read -r stat </proc/$$/stat
  field \${stat##*) }
else
  start=$(LC_ALL=C TZ=UTC ps -o lstart= -p $$); start=\${start#"\${start%%[! ]*}"}; start=\${start%"\${start##*[! ]}"}
fi
exec 3>&2 2>/dev/null
set -C
(umask 077; printf '{"format":1,"pid":%d,"startTime":"%s","bootId":"%s","processGroup":%d}\\n' $$ "$start" "$boot" $$ >"$folder/pid.json") || exit 75
set +C
trap : TERM INT HUP
(exec "$@" 2>&3 3>&-)
code=$?
signal=null
if [ "$code" -gt 128 ] && name=$(kill -l "$code"); then signal="\\"SIG\${name#SIG}\\""; fi
(umask 077; printf '{"code":%d,"signal":%s}\\n' "$code" "$signal" >"$folder/exit.tmp") && mv "$folder/exit.tmp" "$folder/exit.json"
exit "$code"
`;

export const shimCommand = "/bin/sh";

/** @param folder absolute path of the attempt, which exists */
export function shimArgs(folder: string, command: string, args: readonly string[]): readonly string[] {
  return ["-c", script, "aqueduct-task", folder, command, ...args];
}

/**
 * What it means that a signal ended a process, and what to do: one table for this machine and, in `aqueduct/signals.py`, for workers
 * (`test/fixtures/signals.json` holds both).
 */
interface SignalWords {
  /** Goes on after "The process was ended by SIGSEGV: ". */
  readonly means: string;
  readonly tip: string;
}

const crash = (means: string): SignalWords => ({
  means,
  tip: "The fault lies in compiled code, most likely in a library that the operator uses: its log may show the line. Try another version of that library.",
});

const table: Readonly<Record<string, SignalWords>> = {
  SIGSEGV: crash("it used memory that is not its own"),
  SIGBUS: crash(
    "it used memory that is not there; a file that it had mapped may have become shorter, or a disk is full",
  ),
  SIGILL: crash("it came to an instruction that this processor does not know"),
  SIGFPE: crash("it computed what the processor can't, such as a division by zero in compiled code"),
  SIGABRT: crash("a library gave up and ended it"),
  SIGKILL: {
    means: "somebody killed it, or the system did since memory ran out",
    tip: "Where memory ran out, read fewer rows, or give the machine more memory.",
  },
  SIGTERM: {
    means: "somebody asked it to end",
    tip: "The machine may have been shut down, or its service restarted. Run it again.",
  },
  SIGINT: { means: "somebody interrupted it", tip: "Run it again." },
  SIGHUP: { means: "the terminal or the session that it belonged to was closed", tip: "Run it again." },
  SIGPIPE: {
    means: "it wrote to something that was closed",
    tip: "Whatever it wrote to had ended before; see its log.",
  },
  SIGXCPU: {
    means: "it used up the processor time that it may use",
    tip: "Raise the limit of processor time (ulimit -t), or compute less.",
  },
  SIGXFSZ: {
    means: "a file became larger than it may be",
    tip: "Raise the limit of a file's size (ulimit -f), or write less.",
  },
};

/** @param name such as `SIGSEGV` */
export function signalWords(name: string): SignalWords {
  return table[name] ?? { means: "something sent it that signal", tip: "See its log." };
}

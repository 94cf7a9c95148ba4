"""What it means that a signal ended a process, and what to do: the words of `core/model/signals.ts`, held equal by a test."""

from __future__ import annotations

import signal

_CRASH = (
    "The fault lies in compiled code, most likely in a library that the operator uses: its log may show the line. "
    "Try another version of that library."
)
_TABLE = {
    "SIGSEGV": ("it used memory that is not its own", _CRASH),
    "SIGBUS": (
        "it used memory that is not there; a file that it had mapped may have become shorter, or a disk is full",
        _CRASH,
    ),
    "SIGILL": ("it came to an instruction that this processor does not know", _CRASH),
    "SIGFPE": ("it computed what the processor can't, such as a division by zero in compiled code", _CRASH),
    "SIGABRT": ("a library gave up and ended it", _CRASH),
    "SIGKILL": (
        "somebody killed it, or the system did since memory ran out",
        "Where memory ran out, read fewer rows, or give the machine more memory.",
    ),
    "SIGTERM": (
        "somebody asked it to end",
        "The machine may have been shut down, or its service restarted. Run it again.",
    ),
    "SIGINT": ("somebody interrupted it", "Run it again."),
    "SIGHUP": ("the terminal or the session that it belonged to was closed", "Run it again."),
    "SIGPIPE": ("it wrote to something that was closed", "Whatever it wrote to had ended before; see its log."),
    "SIGXCPU": (
        "it used up the processor time that it may use",
        "Raise the limit of processor time (ulimit -t), or compute less.",
    ),
    "SIGXFSZ": ("a file became larger than it may be", "Raise the limit of a file's size (ulimit -f), or write less."),
}


def name_of(number: int) -> str:
    """Such as `SIGSEGV`; `signal 34` where it has no name."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def words(name: str) -> tuple[str, str]:
    """What it means, to go on after "ended by SIGSEGV: ", and what to do."""
    return _TABLE.get(name, ("something sent it that signal", "See its log."))

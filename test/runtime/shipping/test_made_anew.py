"""Things of the top level that live in one process are made anew where an operator runs: locks, context variables, data of threads."""

from __future__ import annotations

from typing import Any

import pytest
from traced import HEAD, Trace, Workspace

from aqueduct.definitions import remaking


def traced(workspace: Workspace, top: str, body: str) -> Trace:
    flow = HEAD + f"import collections, contextvars, io, logging, queue, sqlite3, sys, threading, weakref\n{top}\n"
    flow += f"\n@op\ndef work():\n    {body}\n\nclient.publish_flow('w', artifacts=[work()])\n"
    return workspace.write(flow=flow).trace()


def result(workspace: Workspace, top: str, body: str) -> Any:
    trace = traced(workspace, top, body)
    assert trace.problems == []
    ran = trace.run("work")
    assert ran.code == 0, ran.stderr
    return ran.result


@pytest.mark.parametrize(
    ("making", "use", "found"),
    [
        ("threading.Lock()", "it.acquire(blocking=False)", "True"),
        ("threading.RLock()", "it.acquire(blocking=False) and it.acquire(blocking=False)", "True"),
        ("threading.Condition()", "it.acquire(blocking=False) and it.notify_all()", "None"),
        ("threading.Semaphore(3)", "it._value", "3"),
        ("threading.BoundedSemaphore(2)", "(it._value, it._initial_value)", "(2, 2)"),
        ("threading.Event()", "it.is_set()", "False"),
        ("threading.Barrier(2)", "it.parties", "2"),
        ("threading.Barrier(1, action=len)", "it._action is len", "True"),
        ("queue.Queue(5)", "(it.maxsize, it.put(1), it.get())", "(5, None, 1)"),
        ("queue.PriorityQueue()", "it.put((2, 'b')) or it.put((1, 'a')) or it.get()[1]", "'a'"),
        ("queue.SimpleQueue()", "it.put(1) or it.get()", "1"),
        ("threading.local()", "vars(it)", "{}"),
        ("contextvars.ContextVar('it')", "(it.name, it.get(None))", "('it', None)"),
        ("contextvars.ContextVar('it', default=[3])", "it.get()", "[3]"),
        ("weakref.WeakSet()", "len(it)", "0"),
        ("weakref.WeakKeyDictionary()", "dict(it)", "{}"),
        ("weakref.WeakValueDictionary()", "dict(it)", "{}"),
        ("logging.LoggerAdapter(logging.getLogger('a'), {})", "it.logger is logging.getLogger('a')", "True"),
        ("logging.StreamHandler(sys.stdout)", "it.stream is sys.stdout", "True"),
        ("sys.stderr", "it is sys.stderr", "True"),
    ],
)
@pytest.mark.parametrize("place", ["global", "list", "instance"])
def test_it_is_new_and_of_use(workspace: Workspace, making: str, use: str, found: str, place: str) -> None:
    tops = {
        "global": f"it = {making}",
        "list": f"held = [{making}]",
        "instance": f"class Held: pass\nheld = Held()\nheld.it = {making}",
    }
    body = {"global": "", "list": "it = held[0]; ", "instance": "it = held.it; "}[place]
    assert result(workspace, tops[place], f"{body}return {use}") == found


def test_a_lock_alone_binds_the_operator_to_no_version_of_python(workspace: Workspace) -> None:
    trace = traced(workspace, "it = threading.Lock()", "return it.locked()")

    assert trace.shipment("work")["python"] is None
    assert trace.value_names("work") == set()


def test_a_lock_that_is_held_at_the_call_is_free_there(workspace: Workspace) -> None:
    top = "it = threading.Lock()\nit.acquire()\nmany = threading.BoundedSemaphore(2)\nmany.acquire()"
    assert result(workspace, top, "return it.locked(), many._value") == "(False, 2)"


def test_an_event_is_set_if_it_was_and_a_semaphore_has_what_was_left_of_it(workspace: Workspace) -> None:
    top = "ready = threading.Event()\nready.set()\nleft = threading.Semaphore(3)\nleft.acquire()"
    assert result(workspace, top, "return ready.is_set(), left._value") == "(True, 2)"


def test_one_lock_of_the_file_is_one_lock_there_whatever_holds_it(workspace: Workspace) -> None:
    top = """
LOCK = threading.Lock()
ALIAS = LOCK
class Store:
    def __init__(self): self.lock = LOCK
STORE, OTHER = Store(), {'lock': LOCK}
FULL = threading.Condition(LOCK)
def one(): return LOCK
def two(): return ALIAS
"""
    body = "return len({id(each) for each in (one(), two(), STORE.lock, OTHER['lock'], FULL._lock)})"
    assert result(workspace, top, body) == "1"


def test_two_locks_of_the_file_are_two_there(workspace: Workspace) -> None:
    assert (
        result(
            workspace, "a, b, c = threading.Lock(), threading.Lock(), [threading.Lock()]", "return a is b, a is c[0]"
        )
        == "(False, False)"
    )


def test_a_queue_holds_what_it_held_at_the_call(workspace: Workspace) -> None:
    top = "jobs = queue.Queue()\nfor n in range(3): jobs.put(n)"
    assert result(workspace, top, "return [jobs.get(timeout=1) for _ in range(3)], jobs.empty()") == "([0, 1, 2], True)"


def test_a_pool_of_threads_that_is_not_at_work_yet_works_there(workspace: Workspace) -> None:
    top = "from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)"
    assert result(workspace, top, "return list(pool.map(len, ['a', 'bc']))") == "[1, 2]"


def test_the_value_of_a_context_variable_at_the_call_is_its_value_there(workspace: Workspace) -> None:
    top = "user = contextvars.ContextVar('user', default='nobody')\nuser.set({'ann'})"
    assert result(workspace, top, "return user.get(), contextvars.Context().run(user.get)") == "({'ann'}, 'nobody')"


def test_data_of_the_main_thread_is_there_and_other_threads_have_none(workspace: Workspace) -> None:
    top = "data = threading.local()\ndata.user = {'ann'}\ndata.own = data"
    body = (
        "seen = []; thread = threading.Thread(target=lambda: seen.append(vars(data).copy())); thread.start(); thread.join()"
        "; return data.user, data.own is data, seen"
    )
    assert result(workspace, top, body) == "({'ann'}, True, [{}])"


def test_a_class_of_thread_data_is_made_as_it_makes_itself(workspace: Workspace) -> None:
    top = "class Data(threading.local):\n    def __init__(self): self.count = 0\ndata = Data()\ndata.count = 5"
    body = (
        "seen = []; thread = threading.Thread(target=lambda: seen.append(data.count)); thread.start(); thread.join()"
        "; return data.count, seen, type(data) is Data"
    )
    assert result(workspace, top, body) == "(5, [0], True)"


@pytest.mark.parametrize(
    ("top", "name", "message", "left"),
    [
        (
            "data = threading.local()\ndata.user = 'ann'\ndata.db = sqlite3.connect(':memory:')",
            "data",
            "`data` is shipped without `db`, which is a sqlite3.Connection and cannot be shipped",
            "{'user': 'ann'}",
        ),
        (
            "data = contextvars.ContextVar('data', default=7)\ndata.set(x for x in 'a')",
            "data",
            "`data` is shipped without the value that is set, which is a generator and cannot be shipped",
            "7",
        ),
    ],
)
def test_what_cannot_travel_with_it_is_told_and_left_out(
    workspace: Workspace, top: str, name: str, message: str, left: str
) -> None:
    trace = traced(workspace, top, "return vars(data) if isinstance(data, threading.local) else data.get()")
    (problem,) = trace.problems

    assert problem["message"] == f"{message}: make it inside the operator that uses it"
    assert (problem["code"], problem["severity"]) == ("left-out", "warning")
    assert (workspace.folder / "flow.py").read_text().splitlines()[problem["line"] - 1].strip().startswith("return")
    assert trace.run("work").result == left


@pytest.mark.parametrize(
    ("top", "message"),
    [
        ("it = sqlite3.connect(':memory:')", "`it` is a sqlite3.Connection"),
        ("it = queue.SimpleQueue()\nit.put(1)", "`it` is a queue.SimpleQueue"),
        (
            "class Key: pass\nkey = Key()\nit = weakref.WeakSet([key])",
            "`it` is a weakref.WeakSet, which cannot be shipped (nothing would hold there what is in it)",
        ),
        (
            "class Data(threading.local):\n    def __init__(self, size): self.size = size\nit = Data(1)",
            "`it` is a Data, which cannot be shipped (its __init__ takes arguments)",
        ),
        ("it = contextvars.ContextVar('it').set(1)", "`it` is a"),
        ("it = contextvars.copy_context()", "`it` is a"),
        ("it = threading.Thread()", "`it` is a threading.Thread"),
        ("it = [threading.Lock(), open(__file__)]", "`it` is a list that holds an io.TextIOWrapper"),
    ],
)
def test_what_cannot_be_made_anew_is_refused_once(workspace: Workspace, top: str, message: str) -> None:
    trace = traced(workspace, top, "return it")

    assert trace.failure["message"].startswith(message)
    assert trace.failure["message"].endswith("make it inside the operator that uses it")
    assert [each["code"] for each in trace.problems] == ["cannot-ship"]


def test_the_same_file_gives_the_same_bytes_and_what_is_counted_before_does_not_count_for_reuse(
    workspace: Workspace,
) -> None:
    top = "held = {'lock': threading.RLock(), 'full': threading.Condition()}\nit = threading.Event()"
    body = "return held, it.is_set()"
    first = traced(workspace, top, body).shipment("work")
    assert traced(workspace, top, body).shipment("work") == first
    assert first["stable"]

    more = "other = [threading.Lock()]\n@op\ndef before(): return other[0].locked()\nbefore()\n"
    assert traced(workspace, more + top, body).shipment("work")["reuse"] == first["reuse"]


def test_a_lock_as_an_argument_is_refused_in_words(workspace: Workspace) -> None:
    flow = HEAD + "import threading\n\n@op\ndef work(lock):\n    return 1\n\nwork(threading.Lock())\n"
    failure = workspace.write(flow=flow).trace().failure

    assert failure["message"] == (
        "The parameter 'work:lock' cannot have this value: `work.lock` is a threading.Lock, "
        "which cannot be shipped: make it inside the operator that uses it"
    )


def test_every_kind_that_a_trace_numbers_can_be_made() -> None:
    states: dict[str, tuple[Any, ...]] = {
        "semaphore": (1,),
        "bounded-semaphore": (1,),
        "event": (0,),
        "barrier": (1,),
        "local": (dict,),
        "context-variable": ("x",),
    }
    for make, maker in remaking.MAKERS.items():
        assert maker(*states.get(make, ())) is not None

"""Things of the top level that live in one process: a lock, a context variable, data of a thread, a queue."""
import contextvars
import queue
import threading

from aqueduct import Client, op

LOCK = threading.Lock()
user = contextvars.ContextVar('user', default='nobody')
user.set('ann')
local = threading.local()
local.depth = 3
jobs = queue.Queue()
jobs.put('first')


class Counter:
    def __init__(self):
        self.lock = LOCK
        self.count = 0

    def add(self):
        with self.lock:
            self.count += 1
        return self.count


counter = Counter()


@op
def work():
    with LOCK:
        taken = counter.lock.acquire(blocking=False)
    return [counter.add(), counter.add(), taken, user.get(), local.depth, jobs.get(timeout=5)]


Client().publish_flow('process', artifacts=[work()])

"""Processes that operators start."""
import concurrent.futures
import multiprocessing

from aqueduct import Client, op


def tripled(n):
    return 3 * n


def applied(function, n):
    return function(n)


@op
def by_joblib():
    from joblib import Parallel, delayed

    work = Parallel(n_jobs=2)
    return work(delayed(applied)(tripled, n) for n in range(3)), work(delayed(lambda x: tripled(x) + 1)(n) for n in range(3))


@op
def by_spawn(numbers):
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context('spawn')) as pool:
        return list(pool.map(tripled, numbers))


@op
def by_fork(numbers):
    with multiprocessing.get_context('fork').Pool(2) as pool:
        return pool.map(tripled, numbers)


@op
def compare(joblib, spawned, forked):
    assert joblib == ([0, 3, 6], [1, 4, 7]), joblib
    assert spawned == forked == [3, 6], (spawned, forked)
    return True


Client().publish_flow('pools', artifacts=[compare(by_joblib(), by_spawn([1, 2]), by_fork([1, 2]))])

"""Operators with decorators of the user's own."""
import functools
import time

from aqueduct import Client, op

tries = {'count': 0}


def timed(function):
    @functools.wraps(function)
    def inner(*arguments, **keywords):
        begun = time.perf_counter()
        try:
            return function(*arguments, **keywords)
        finally:
            print(function.__name__, 'took', round(time.perf_counter() - begun, 1))

    return inner


def again(times, wait=0.0):
    def decorate(function):
        @functools.wraps(function)
        def inner(*arguments, **keywords):
            for left in reversed(range(times)):
                try:
                    return function(*arguments, **keywords)
                except ConnectionError:
                    if left == 0:
                        raise
                    time.sleep(wait)

        return inner

    return decorate


def announced(operator):
    @functools.wraps(operator)
    def inner(*arguments):
        return operator(*arguments)

    return inner


class Counting:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *arguments):
        self.calls += 1
        return self.function(*arguments) + self.calls


@op
@timed
def first():
    return 1


@announced
@op
@timed
@again(3)
def second(value):
    tries['count'] += 1
    if tries['count'] < 3:
        raise ConnectionError('not yet')
    return value + tries['count']


@op
@Counting
def third(value):
    return value * 10


@op
def result(value):
    return value


Client().publish_flow('wrapped', artifacts=[result(third(second(first())))])

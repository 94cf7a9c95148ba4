"""Ways out of an operator other than returning."""
import os
import sys
import threading

from aqueduct import Client, op


class Mute(Exception):
    def __str__(self):
        raise RuntimeError('it has no text')


class Locked(Exception):
    def __init__(self, one, two):
        self.lock = threading.Lock()


@op
def leave():
    print('leaving')
    sys.exit(0)


@op
def give_up():
    raise SystemExit('there is no configuration')


@op
def vanish():
    os._exit(0)


@op
def interrupt():
    raise KeyboardInterrupt


@op
def mute():
    raise Mute


@op
def locked():
    raise Locked(1, 2)


@op
def wrapped():
    try:
        return {}['missing']
    except KeyError as error:
        raise ValueError('around it: ä 🍇\nand a second line') from error


@op
def endless(n):
    return endless(n + 1)


@op
def question():
    return input('what next? ')


Client().publish_flow(
    'ways out', artifacts=[leave(), give_up(), vanish(), interrupt(), mute(), locked(), wrapped(), endless(0), question()]
)

from dataclasses import dataclass

from basics.first import start


def make():
    return [start() + n for n in range(6)]


def weigh(values, factor=1):
    return sum(values) * factor


@dataclass
class Cut:
    at: int

    def apply(self, values):
        return values[: self.at]

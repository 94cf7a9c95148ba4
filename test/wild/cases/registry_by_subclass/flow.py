"""Classes that enter a registry by being made."""
from aqueduct import Client, op

KNOWN = {}


class Colour:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        KNOWN[cls.__name__] = cls


class Red(Colour):
    def number(self):
        return 1


class Blue(Colour):
    def number(self):
        return 2


@op
def both():
    return [*sorted(KNOWN), KNOWN['Red']().number()]


Client().publish_flow('registry', artifacts=[both()])

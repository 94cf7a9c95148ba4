"""Modules found by name, as plug-ins are; the operators of the second workflow name their package."""
import importlib
import pkgutil

import readers
from aqueduct import Client, op

client = Client()


@op
def by_name(name):
    return importlib.import_module(f'readers.{name}').number()


@op
def listed():
    return sorted(module.name for module in pkgutil.iter_modules(readers.__path__))


@op
def look(number, names):
    assert (number, names) == (11, ['csv_reader', 'json_reader']), (number, names)
    return True


@op(file_dependencies=['readers'])
def by_name_named(name):
    return importlib.import_module(f'readers.{name}').number()


@op(file_dependencies=['readers/*.py'])
def listed_named():
    return sorted(module.name for module in pkgutil.iter_modules(readers.__path__))


client.publish_flow('plug-ins', artifacts=[look(by_name('csv_reader'), listed())])
client.publish_flow('named', artifacts=[look(by_name_named('csv_reader'), listed_named())])

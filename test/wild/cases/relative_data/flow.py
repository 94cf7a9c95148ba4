"""Data beside the workflow, opened in all the ways there are; the last operator names it."""
import glob
import pathlib

from aqueduct import Client, op

HERE = pathlib.Path(__file__).parent / 'data'
client = Client()


@op
def text():
    with open('data/one.txt') as file:
        return file.read()


@op
def folder():
    return sorted(path.name for path in HERE.iterdir())


@op
def pattern():
    return len(glob.glob('data/*.txt'))


@op(file_dependencies=['data/one.txt', 'data/two.txt'])
def named():
    return sorted(path.name for path in HERE.iterdir())


client.publish_flow('text', artifacts=[text()])
client.publish_flow('folder', artifacts=[folder()])
client.publish_flow('pattern', artifacts=[pattern()])
client.publish_flow('named', artifacts=[named()])

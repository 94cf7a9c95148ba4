"""A file, a step for each genre, and one that joins them."""
import csv
import os

from aqueduct import Client, op

GENRES = ['Action', 'Drama']


def beside(name):
    return os.path.join(os.path.dirname(__file__), name)


@op(file_dependencies=['films.csv'])
def films():
    with open(beside('films.csv')) as file:
        return [{**row, 'gross': int(row['gross'])} for row in csv.DictReader(file)]


@op
def of_genre(rows, genre):
    return genre.lower(), sum(row['gross'] for row in rows if genre in row['genres'].split('|'))


@op
def gathered(*parts):
    return dict(parts)


rows, sums = films(), []
for genre in GENRES:
    sums.append(of_genre(rows, genre))
Client().publish_flow('sums by genre', artifacts=[gathered(*sums)])

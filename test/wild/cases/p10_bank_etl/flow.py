"""Extract, transform, load and query, as courses teach it."""
import configparser
import sqlite3
from datetime import datetime
from pathlib import Path

import pandas as pd
from aqueduct import Client, op

config = configparser.ConfigParser()
config.read(Path(__file__).parent / 'etl.ini')
TABLE = config['load']['table']
QUERIES = [f'SELECT count(*) AS n FROM {TABLE}', f'SELECT avg(gbp) AS mean FROM {TABLE}']
PAGE = '<table><tr><th>bank</th><th>usd</th></tr><tr><td>A</td><td>400.8</td></tr><tr><td>B</td><td>601.2</td></tr></table>'

client = Client()
db = client.resource('demo')


def say(message):
    with open('etl_log.txt', 'a') as file:
        file.write(f'{datetime.now()}: {message}\n')


say('begun')


@op
def extracted():
    from html.parser import HTMLParser

    class Cells(HTMLParser):
        cells: list = []

        def handle_data(self, data):
            self.cells.append(data)

    parser = Cells()
    parser.feed(PAGE)
    say('extracted')
    return pd.DataFrame({'bank': parser.cells[2::2], 'usd': map(float, parser.cells[3::2])})


@op(file_dependencies=['rates.csv'])
def transformed(rows):
    rate = pd.read_csv('rates.csv').set_index('currency')['rate']['GBP']
    return rows.assign(gbp=(rows['usd'] * rate).round(2))


@op
def queried(rows, queries):
    with sqlite3.connect(':memory:') as memory:
        rows.to_sql(TABLE, memory, index=False)
        count, mean = (pd.read_sql(query, memory) for query in queries)
    return [int(count['n'][0]), {'mean': float(mean['mean'][0])}]


rows = transformed(extracted())
db.save(rows, TABLE, 'replace')
client.publish_flow('banks', artifacts=[rows, queried(rows, QUERIES)])

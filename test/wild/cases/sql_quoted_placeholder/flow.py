"""Placeholders in quotes, in comments and in the place of a table."""
from aqueduct import Client, op

client = Client()
db = client.resource('demo')
country = client.create_param('country', default='IT')
place = client.create_param('place', default='hotels')


@op
def count_of(rows):
    return len(rows)


quoted = db.sql("SELECT * FROM hotels WHERE country = '{{ country }}'")
client.publish_flow('quoted', artifacts=[count_of(quoted)])
comment = db.sql('/* {{ country }} */ SELECT 1 AS n -- $1 is no placeholder', parameters=[country])
client.publish_flow('comment', artifacts=[count_of(comment)])
table = db.sql('SELECT * FROM {{ place }}')
client.publish_flow('table', artifacts=[count_of(table)])

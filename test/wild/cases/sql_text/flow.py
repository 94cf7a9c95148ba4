"""Signs that drivers and templates take for their own."""
from aqueduct import Client, op

client = Client()
db = client.resource('demo')
least = client.create_param('least', default=7)
word = client.create_param('word', default='20%')

percent = db.sql("SELECT 1 AS '50%', n % 4 AS rest, '%s %(n)s %%' AS text FROM things WHERE '20%' LIKE '2_\\%' ESCAPE '\\'")
colons = db.sql("SELECT '10:20' AS time, ':n :1' AS name, json('{\"n\":true}') AS found")
ends = db.sql("/* it's ; a 'comment */ SELECT 2 AS n; -- :n \" last\n")
quotes = db.sql("SELECT '$$' AS money, 'it''s' AS said, n AS \"order\", [n] AS \"group\", `n` AS \"select from\" FROM main.\"things\"")
bound = db.sql('SELECT count(*) AS n FROM things WHERE n >= {{ least }}', parameters=[least])
numbered = db.sql('SELECT count(*) AS n, $2 AS word FROM things WHERE n >= $1', parameters=[least, word])
several = db.sql('WITH some AS (SELECT * FROM things), few AS (SELECT * FROM some LIMIT 1) SELECT n, n, n + 1 AS n FROM few')
chain = db.sql(['SELECT * FROM things WHERE n > 5', 'SELECT count(*) AS n FROM $'])
empty = db.sql('SELECT * FROM things WHERE 1 = 0')


@op
def look(percent, colons, ends, quotes, bound, numbered, several, chain, empty):
    assert list(percent.columns) == ['50%', 'rest', 'text'] and percent.text[0] == '%s %(n)s %%', percent
    assert colons.iloc[0].tolist() == ['10:20', ':n :1', '{"n":true}'], colons
    assert ends.n[0] == 2
    assert quotes.iloc[0].tolist() == ['$$', "it's", 9, 9, 9], quotes
    assert list(quotes.columns) == ['money', 'said', 'order', 'group', 'select from'], quotes
    assert (bound.n[0], numbered.n[0], numbered.word[0]) == (1, 1, '20%'), (bound, numbered)
    assert list(several.columns) == ['n', 'n', 'n'] and chain.n[0] == 1, (several, chain)
    assert len(empty) == 0 and list(empty.columns) == ['n'], empty
    return True


client.publish_flow('written', artifacts=[look(percent, colons, ends, quotes, bound, numbered, several, chain, empty)])

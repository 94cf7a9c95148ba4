# -*- coding: utf-8 -*-
"""A mark at the beginning, Windows line ends, a form feed, tabs, wide characters."""
from aqueduct import Client, op

@op
def weite(größe):
	return {'🍇🍇': größe, 't': "eins\
zwei"}

@op
def anfang(): return 3
wert = anfang(); データ = weite(wert); Client().publish_flow('🍇 bom', artifacts=[データ])

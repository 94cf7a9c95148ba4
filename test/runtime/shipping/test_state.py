"""What the top level set on things after they were made, beside the cases of `state_cases.py`."""

from __future__ import annotations

from traced import HEAD, Workspace

DOWNSTREAM = (
    HEAD
    + """
import steps


class Row:
    unit = "kg"


def unit_of(self):
    return UNITS[self.unit]


UNITS = {"g": "gram"}
Row.unit = "g"
Row.long = unit_of
steps.Line.unit = "m"


@op
def make():
    return Row(), steps.Line()


@op
def shown(pair):
    return pair[0].long(), pair[1].unit


client.publish_flow("w", artifacts=[shown(make())])
"""
)
STEPS = "class Line:\n    unit = 'km'\n"


def test_whoever_reads_a_value_downstream_sees_what_was_set_on_its_class(workspace: Workspace) -> None:
    trace = workspace.write(flow=DOWNSTREAM, steps=STEPS).trace()
    assert trace.value_names("shown") == {"Row.unit", "Row.long", "UNITS", "steps:Line.unit"}
    call = "function((__import__('aqueduct_workflow').Row(), __import__('steps').Line()))"
    assert trace.run("shown", call).result == "('gram', 'm')"
    assert trace.run("shown", call, without=["Row.unit"]).error == "KeyError: 'kg'"


def test_each_call_ships_what_was_set_until_then(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
class A:
    k = 1


@op
def look():
    return A.k


@op
def later():
    return getattr(A, "k", None)


A.k = 2
first = look()
A.k = 3
second = look()
del A.k
client.publish_flow("w", artifacts=[first, second, later()])
"""
    ).trace()
    ran = [trace.run(name).result for name in ("look", "look_2", "later")]
    assert ran == ["2", "3", "None"]


def test_what_was_set_counts_for_reuse(workspace: Workspace) -> None:
    text = HEAD + "class A:\n    k = 1\n{}\n@op\ndef look(): return A.k\nclient.publish_flow('w', artifacts=[look()])\n"
    digests = []
    for line in ("", "A.k = 2", "A.k = 3", "del A.k", "A.k = 2  # again"):
        trace = workspace.write(flow=text.format(line)).trace()
        digests.append(trace.shipment("look")["reuse"])
    assert len(set(digests)) == 4
    assert digests[1] == digests[4]


def test_a_level_of_a_logger_changes_no_digest_of_reuse(workspace: Workspace) -> None:
    text = HEAD + "import logging\n{}\n@op\ndef look(): return 1\nclient.publish_flow('w', artifacts=[look()])\n"
    plain = workspace.write(flow=text.format("")).trace()
    told = workspace.write(flow=text.format("logging.getLogger('a').setLevel('ERROR')")).trace()
    assert told.shipment("look")["reuse"] == plain.shipment("look")["reuse"]
    assert told.definitions("look")["levels"] == {"a": 40}
    assert "levels" not in plain.definitions("look")


def test_levels_that_libraries_set_stay_theirs(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + "import logging, logging.config\nlogging.config.dictConfig({'version': 1, 'root': {'level': 'DEBUG'}})\n"
        + "exec(compile(\"logging.getLogger('lib').setLevel('ERROR')\", '/usr/lib/lib.py', 'exec'))\n"
        + "@op\ndef look(): return 1\nclient.publish_flow('w', artifacts=[look()])\n"
    ).trace()
    assert trace.definitions("look")["levels"] == {"": 10}


def test_what_cannot_travel_is_said_where_it_is_set(workspace: Workspace) -> None:
    trace = workspace.write(
        flow=HEAD
        + """
import threading


class Settings:
    watcher = None


Settings.watcher = threading.Thread(target=print)


@op
def look():
    return Settings.watcher is None


client.publish_flow("w", artifacts=[look()])
"""
    ).trace()
    assert [(each["code"], each["line"], each["severity"]) for each in trace.problems] == [
        ("state-not-shipped", 12, "information")
    ]
    assert trace.problems[0]["message"] == (
        "Operators do not see what is set here: `Settings.watcher` is a threading.Thread, which cannot be shipped: "
        "make it inside the operator that uses it"
    )


def test_the_same_state_gives_the_same_build(workspace: Workspace) -> None:
    workspace.write(flow=DOWNSTREAM, steps=STEPS)
    assert workspace.trace().document["shipments"] == workspace.trace().document["shipments"]


def test_a_level_of_the_files_own_logger_holds_for_it_inside_an_operator(workspace: Workspace) -> None:
    """The file's top level knows it as `__main__`, an operator's `__name__` is that of the definitions."""
    trace = workspace.write(
        flow=HEAD
        + "import logging\nlog = logging.getLogger(__name__)\nlog.setLevel('DEBUG')\n"
        + "@op\ndef look(): return log.level, logging.getLogger(__name__).level\n"
        + "client.publish_flow('w', artifacts=[look()])\n"
    ).trace()
    assert trace.run("look").result == "(10, 10)"

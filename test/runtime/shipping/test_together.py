"""Values that hold the same objects, beside the cases of `*_cases.py`."""

from __future__ import annotations

from traced import HEAD, Workspace

SHARED = (
    HEAD
    + """
LIMITS = {"low": [1]}
LOW = LIMITS["low"]
ALONE = [2]
ALSO = [2]


class Row:
    def raise_limit(self):
        LOW.append(5)
        return LIMITS, LOW, ALONE, ALSO


@op
def make():
    return Row(), LIMITS, ALONE


@op
def shown(found):
    return found[0].raise_limit()


@op
def plain():
    return ALONE, ALSO


client.publish_flow("w", artifacts=[shown(make()), plain()])
"""
)


def test_only_values_that_share_an_object_travel_as_one(workspace: Workspace) -> None:
    trace = workspace.write(flow=SHARED).trace()
    assert trace.value_names("make") == {"LIMITS, LOW", "ALONE", "ALSO"}
    assert trace.value_names("plain") == {"ALONE", "ALSO"}
    assert trace.definitions("make")["together"] == {"LIMITS": "LIMITS, LOW", "LOW": "LIMITS, LOW"}
    assert "together" not in trace.definitions("plain")
    assert [each["encoding"] for each in trace.shipment("plain")["values"]] == ["json", "json"]


def test_whoever_reads_a_value_downstream_has_what_its_methods_share(workspace: Workspace) -> None:
    trace = workspace.write(flow=SHARED).trace()
    ran = trace.run("shown", "function((__import__('aqueduct_workflow').Row(),))")
    assert ran.result == "({'low': [1, 5]}, [1, 5], [2], [2])"


def test_what_is_shared_counts_for_reuse(workspace: Workspace) -> None:
    text = HEAD + "A = [1]\nB = {}\n@op\ndef look(): return A, B\nclient.publish_flow('w', artifacts=[look()])\n"
    one = workspace.write(flow=text.format("A")).trace().shipment("look")
    two = workspace.write(flow=text.format("[1]")).trace().shipment("look")
    assert one["reuse"] != two["reuse"]
    assert one["stable"]
    assert (one["python"] is None, two["python"] is None) == (False, True)


def test_the_same_shares_give_the_same_build(workspace: Workspace) -> None:
    workspace.write(flow=SHARED)
    assert workspace.trace().document["shipments"] == workspace.trace().document["shipments"]

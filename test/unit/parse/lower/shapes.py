"""Prints how Python itself reads the files of the arguments.

One line of JSON a file: a list with the shape of each top-level statement, or null where Python refuses it.
`shapes.ts` writes the same of our reading.
"""

import ast
import json
import sys
import warnings

OPERATORS = {
    ast.Add: '+', ast.Sub: '-', ast.Mult: '*', ast.Div: '/', ast.FloorDiv: '//', ast.Mod: '%', ast.Pow: '**', ast.MatMult: '@',
    ast.LShift: '<<', ast.RShift: '>>', ast.BitOr: '|', ast.BitXor: '^', ast.BitAnd: '&', ast.And: 'and', ast.Or: 'or', ast.Not: 'not',
    ast.Invert: '~', ast.USub: '-', ast.UAdd: '+', ast.Eq: '==', ast.NotEq: '!=', ast.Lt: '<', ast.LtE: '<=', ast.Gt: '>', ast.GtE: '>=',
    ast.Is: 'is', ast.IsNot: 'is not', ast.In: 'in', ast.NotIn: 'not in',
}  # fmt: skip


def expression(node):
    """The shape of an expression; None where there is none."""
    if node is None:
        return None
    return EXPRESSIONS[type(node)](node)


def every(nodes):
    return [expression(node) for node in nodes]


def constant(node):
    value = node.value
    if value is None or value is Ellipsis or isinstance(value, bool):
        return ["constant", None if value is None else "…" if value is Ellipsis else value]
    if isinstance(value, bytes):
        return ["constant", "bytes"]
    if isinstance(value, complex):
        return ["other", []]
    return ["string", value] if isinstance(value, str) else ["number"]


def formatted(node):
    if not any(isinstance(part, ast.FormattedValue) for part in node.values):
        return ["string", "".join(part.value for part in node.values)]
    return ["formatted", *interpolated(node)]


def interpolated(node):
    return [
        [expression(part.value), *([] if part.format_spec is None else interpolated(part.format_spec))]
        for part in node.values
        if isinstance(part, ast.FormattedValue)
    ]


def binary(node):
    return ["binary", OPERATORS[type(node.op)], expression(node.left), expression(node.right)]


def bits(node):
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitXor)):
        return [*bits(node.left), *bits(node.right)]
    return [expression(node)]


def folded(node):
    whole, *rest = every(node.values)
    for value in rest:
        whole = ["binary", OPERATORS[type(node.op)], whole, value]
    return whole


def compared(node):
    operators = [OPERATORS[type(operator)] for operator in node.ops]
    operands = every([node.left, *node.comparators])
    return ["binary", operators[0], *operands] if len(operators) == 1 else ["comparison", operators, operands]


def arguments(node):
    """Those of a call or a class in the order in which they stand in the text."""
    placed = [
        (
            (value.lineno, value.col_offset),
            ["star", expression(value.value)] if isinstance(value, ast.Starred) else ["positional", expression(value)],
        )
        for value in (node.args if isinstance(node, ast.Call) else node.bases)
    ]
    placed += [
        (
            (one.lineno, one.col_offset),
            ["doubleStar", expression(one.value)] if one.arg is None else ["keyword", one.arg, expression(one.value)],
        )
        for one in node.keywords
    ]
    return [argument for _, argument in sorted(placed, key=lambda one: one[0])]


def parameters(node):
    positional = [*node.posonlyargs, *node.args]
    defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
    shown = []
    for index, (one, default) in enumerate(zip(positional, defaults)):
        shown.append(parameter(one, "positionalOnly" if index < len(node.posonlyargs) else "plain", default))
    if node.vararg:
        shown.append(parameter(node.vararg, "star", None))
    shown += [parameter(one, "keywordOnly", default) for one, default in zip(node.kwonlyargs, node.kw_defaults)]
    if node.kwarg:
        shown.append(parameter(node.kwarg, "doubleStar", None))
    return shown


def parameter(node, form, default):
    return [node.arg, form, expression(default)]


def comprehension(makes):
    def shape(node):
        clauses = []
        for one in node.generators:
            clauses.append(["for", expression(one.target), expression(one.iter)])
            clauses += [["if", expression(condition)] for condition in one.ifs]
        key, element = (node.key, node.value) if makes == "dictionary" else (None, node.elt)
        return ["comprehension", makes, expression(key), expression(element), clauses]

    return shape


EXPRESSIONS = {
    ast.Constant: constant,
    ast.JoinedStr: formatted,
    ast.Name: lambda node: ["name", node.id],
    ast.Attribute: lambda node: ["attribute", expression(node.value), node.attr],
    ast.Call: lambda node: ["call", expression(node.func), arguments(node)],
    ast.List: lambda node: ["list", every(node.elts)],
    ast.Tuple: lambda node: ["tuple", every(node.elts)],
    ast.Set: lambda node: ["set", every(node.elts)],
    ast.Dict: lambda node: [
        "dictionary",
        [[expression(key), expression(value)] for key, value in zip(node.keys, node.values)],
    ],
    ast.ListComp: comprehension("list"),
    ast.SetComp: comprehension("set"),
    ast.DictComp: comprehension("dictionary"),
    ast.GeneratorExp: comprehension("generator"),
    ast.Subscript: lambda node: ["subscript", expression(node.value), expression(node.slice)],
    ast.Slice: lambda node: ["slice", expression(node.lower), expression(node.upper), expression(node.step)],
    ast.UnaryOp: lambda node: ["unary", OPERATORS[type(node.op)], expression(node.operand)],
    ast.BinOp: lambda node: ["bits", *bits(node)] if isinstance(node.op, (ast.BitAnd, ast.BitXor)) else binary(node),
    ast.BoolOp: folded,
    ast.Compare: compared,
    ast.IfExp: lambda node: ["conditional", expression(node.test), expression(node.body), expression(node.orelse)],
    ast.Lambda: lambda node: ["lambda", parameters(node.args), expression(node.body)],
    ast.NamedExpr: lambda node: ["named", expression(node.target), expression(node.value)],
    ast.Yield: lambda node: ["yield", expression(node.value), False],
    ast.YieldFrom: lambda node: ["yield", expression(node.value), True],
    ast.Await: lambda node: ["await", expression(node.value)],
    ast.Starred: lambda node: ["starred", expression(node.value)],
}


def statement(node):
    kind = type(node).__name__
    if kind in ("FunctionDef", "AsyncFunctionDef"):
        return ["function", node.name, parameters(node.args), body(node.body), every(node.decorator_list)]
    if kind == "ClassDef":
        return ["class", node.name, arguments(node), body(node.body), every(node.decorator_list)]
    if kind in ("Import", "ImportFrom"):
        return ["import"]
    if kind == "Expr":
        return ["expression", expression(node.value)]
    if kind == "Assign":
        return ["assign", every(node.targets), expression(node.value)]
    if kind == "AnnAssign":
        return ["assign", [expression(node.target)], expression(node.value)]
    if kind == "AugAssign":
        return ["augmented", expression(node.target), OPERATORS[type(node.op)], expression(node.value)]
    if kind == "If":
        return ["if", expression(node.test), body(node.body), body(node.orelse)]
    if kind in ("For", "AsyncFor"):
        return ["for", expression(node.target), expression(node.iter), body(node.body), body(node.orelse)]
    if kind == "While":
        return ["while", expression(node.test), body(node.body), body(node.orelse)]
    if kind in ("Try", "TryStar"):
        handlers = [[expression(one.type), one.name, body(one.body), kind == "TryStar"] for one in node.handlers]
        return ["try", body(node.body), handlers, body(node.orelse), body(node.finalbody)]
    if kind in ("With", "AsyncWith"):
        return [
            "with",
            [[expression(one.context_expr), expression(one.optional_vars)] for one in node.items],
            body(node.body),
        ]
    if kind == "Match":
        return ["match", expression(node.subject), [[expression(one.guard), body(one.body)] for one in node.cases]]
    if kind == "Assert":
        return ["assert", expression(node.test), expression(node.msg)]
    if kind == "Return":
        return ["return", expression(node.value)]
    if kind in ("Global", "Nonlocal"):
        return ["global", node.names]
    if kind == "Delete":
        return [
            "delete",
            every(
                node.targets[0].elts
                if len(node.targets) == 1 and isinstance(node.targets[0], ast.Tuple)
                else node.targets
            ),
        ]
    if kind == "Raise":
        return ["leave", "raise", [one for one in every([node.exc, node.cause]) if one is not None]]
    if kind in ("Break", "Continue"):
        return ["leave", kind.lower(), []]
    return ["other"]


def body(nodes):
    return [statement(node) for node in nodes]


def main(paths):
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10_000)
    for path in paths:
        try:
            with open(path, "rb") as file:
                shapes = body(ast.parse(file.read()).body)
        except (SyntaxError, ValueError):
            shapes = None
        sys.stdout.write(json.dumps(shapes) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])

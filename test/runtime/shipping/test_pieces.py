"""What counts as a definition of a file, by name and by line, and which names it loads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_process import pieces_in

from aqueduct.shipping.names import loaded_names
from aqueduct.shipping.pieces import FilePieces, Imported


def told(pieces: FilePieces) -> list[tuple[Any, ...]]:
    return [(piece.kind, piece.names, piece.line, piece.end_line, piece.text) for piece in pieces.pieces]


def test_definitions_are_whole_lines_with_their_decorators(tmp_path: Path) -> None:
    pieces = pieces_in(
        tmp_path,
        """
        @one
        @two(1)
        def f():
            return 1


        class C:
            pass


        async def g(): ...
        x = f
        y: int = 2
        z: int
        a = b = 3
        c, d = 4, 5
        f()
        """,
    )
    assert told(pieces) == [
        ("definition", ("f",), 1, 4, "@one\n@two(1)\ndef f():\n    return 1\n"),
        ("definition", ("C",), 7, 8, "class C:\n    pass\n"),
        ("definition", ("g",), 11, 11, "async def g(): ...\n"),
        ("definition", ("x",), 12, 12, "x = f\n"),
        ("definition", ("y",), 13, 13, "y: int = 2\n"),
    ]
    assert [piece.is_assignment() for piece in pieces.pieces] == [False, False, False, True, True]
    assert pieces.bound_lines == {
        "f": [1], "C": [7], "g": [11], "x": [12], "y": [13], "z": [14], "a": [15], "b": [15], "c": [16], "d": [16]
    }  # fmt: skip
    assert pieces.named("f") == [pieces.pieces[0]]
    assert pieces.named("absent") == []
    assert [pieces.definition_at(line) for line in (1, 4, 5, 8)] == [pieces.pieces[0]] * 2 + [None, pieces.pieces[1]]
    assert [pieces.pieces[0].contains(line) for line in (0, 1, 4, 5)] == [False, True, True, False]


def test_every_name_of_an_import_is_a_line_of_its_own(tmp_path: Path) -> None:
    pieces = pieces_in(
        tmp_path,
        """
        from __future__ import division, annotations
        import a.b, c as d
        import e.f as g
        from h import i, j as k
        from l import *
        """,
    )
    assert [(piece.names, piece.text, piece.imported) for piece in pieces.pieces] == [
        (("a",), "import a.b\n", Imported("a.b", None, True)),
        (("d",), "import c as d\n", Imported("c", None, False)),
        (("g",), "import e.f as g\n", Imported("e.f", None, False)),
        (("i",), "from h import i\n", Imported("h", "i", False)),
        (("k",), "from h import j as k\n", Imported("h", "j", False)),
    ]
    assert [(star.module, star.line) for star in pieces.stars] == [("l", 5)]
    assert pieces.future_flags == ["annotations", "division"]
    assert {piece.kind for piece in pieces.pieces} == {"import"}
    assert [(piece.line, piece.end_line) for piece in pieces.pieces] == [(2, 2), (2, 2), (3, 3), (4, 4), (4, 4)]
    assert pieces.bound_lines["a"] == [2]
    assert pieces.bound_lines["k"] == [4]
    assert pieces.definition_at(2) is None


def test_code_that_shares_a_line_is_taken_by_itself(tmp_path: Path) -> None:
    pieces = pieces_in(tmp_path, "a = 1; f = lambda: a\nb = 2\n")
    assert [piece.text for piece in pieces.pieces] == ["a = 1\n", "f = lambda: a\n", "b = 2\n"]


def compound(tmp_path: Path, text: str) -> list[tuple[Any, ...]]:
    return [(piece.names, piece.line, piece.end_line) for piece in pieces_in(tmp_path, text).pieces]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("try:\n    import a\nexcept ImportError:\n    a = None\n", [(("a",), 1, 4)]),
        ("if x:\n    def f(): ...\nelse:\n    from b import f\n", [(("f",), 1, 4)]),
        ("try:\n    import a\nexcept E as e:\n    pass\nelse:\n    b = 1\nfinally:\n    c = 2\n", [(("a", "e", "b", "c"), 1, 8)]),
        ("with x:\n    class C: ...\n    'words'\n", [(("C",), 1, 3)]),
        ("if x:\n    if y:\n        import a\n", [(("a",), 1, 3)]),
        ("if x:\n    a = 1\n", [(("a",), 2, 2)]),
        ("if x:\n    import a\n    b = g()\n", [(("a",), 2, 2), (("b",), 3, 3)]),
        ("if x:\n    from a import *\n    import b\n", [(("b",), 3, 3)]),
        ("if __name__ == '__main__':\n    import a\n", [(("a",), 2, 2)]),
        ("if x:\n    import a\n    g()\n", [(("a",), 2, 2)]),
        ("for x in y:\n    import a\n", []),
        ("if x:\n    if y:\n        g()\n", []),
    ],
)  # fmt: skip
def test_a_compound_statement_of_definitions_alone_ships_as_a_whole(
    tmp_path: Path, text: str, found: list[tuple[Any, ...]]
) -> None:
    assert compound(tmp_path, text) == found


def test_names_that_a_statement_binds_are_found_however_it_does_it(tmp_path: Path) -> None:
    pieces = pieces_in(
        tmp_path,
        """
        for i in range(3):
            with open(i) as s:
                j = i
        del k
        try:
            pass
        except E as e:
            def inner():
                hidden = 1
        (m := 1)
        f = lambda: (hidden := 2)
        j = 2
        """,
    )
    assert pieces.bound_lines == {
        "i": [1], "s": [2], "j": [3, 12], "k": [4], "e": [7], "inner": [8], "m": [10], "f": [11]
    }  # fmt: skip


def test_what_another_definition_may_note_is_known_with_it(tmp_path: Path) -> None:
    pieces = pieces_in(
        tmp_path,
        """
        class Base:
            def __init_subclass__(cls): ...


        class Plain:
            x = 1


        class One(Base, Plain): ...


        class Two(Plain, other.Base): ...


        @table.register
        def f(): ...


        @table.on("x")
        @plain
        @a.b.deep
        def g(): ...
        """,
    )
    assert [(owner, piece.names) for owner, piece in pieces.registering] == [
        ("Base", ("One",)),
        ("table", ("f",)),
        ("table", ("g",)),
    ]


@pytest.mark.parametrize(
    ("text", "eager", "called", "deferred", "annotations"),
    [
        ("@a(b)\ndef f(x=c): return d(x)", "a b c f", "a", "d", ""),
        ("@a.b.c\ndef f(): ...", "a f", "a", "", ""),
        ("@a().b\ndef f(): ...", "a f", "a", "", ""),
        ("class C(B):\n    x = y\n    def m(self): return z", "B C y", "B", "z", ""),
        ("class C(a.B[D], metaclass=M): ...", "C D M a", "M a", "", ""),
        ("x = [a for b in c]", "a c x", "", "", ""),
        ("x = {a: b for c in d}", "a b d x", "", "", ""),
        ("x = lambda: a()", "x", "", "a", ""),
        ("x = a(lambda: b())", "a x", "a", "b", ""),
        ("def f():\n    def g(): return a\n    return [b for b in c]", "f", "", "a c", ""),
        ("def f():\n    global a\n    a = 1", "f", "", "a", ""),
        ("def f(x: A, *y: 'B[C]') -> D: ...", "A D f", "", "", "A B C D"),
        ("x: Literal['a', B] = 1", "B Literal x", "", "", "Literal"),
        ("x: typing.Literal['a'] = 1", "typing x", "", "", "typing"),
        ("x: List['not python('] = 1", "List x", "", "", "List"),
        ("def f(x: 'A'): return B(x)", "f", "", "B", "A"),
        ("    def f(): return a\n", "f", "", "a", ""),
        ("async def f(x=a()): await b()", "a f", "a", "b", ""),
        ("(a or b)()", "a b", "", "", ""),
    ],
)
def test_names_are_loaded_at_once_called_or_later(
    text: str, eager: str, called: str, deferred: str, annotations: str
) -> None:
    found = loaded_names(text)
    own = {"f", "C", "x"}
    assert found.eager - own == set(eager.split()) - own
    assert found.called == set(called.split())
    assert found.deferred == set(deferred.split())
    assert found.annotations == set(annotations.split())
    assert found.all() == found.eager | found.deferred | found.annotations

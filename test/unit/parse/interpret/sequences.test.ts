import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function expectValues(table: Readonly<Record<string, string>>, lines = ""): void {
  expect(reading.values(Object.keys(table), lines)).toEqual(table);
}

describe("strings", () => {
  test("as they are written", () => {
    expectValues({
      "'a' 'b'": '"ab"',
      "'a' + 'b'": '"ab"',
      "'a' * 3": '"aaa"',
      "'a' * 0": '""',
      "'a' * -1": '""',
      "'ab' * 5001": "‹object›",
      "len('ab' * 5000)": "10000",
      "3 * 'a'": "‹object›",
      "'a' + 1": "‹object›",
      "'a' + f'{unsure}'": "‹string›",
      "f'{unsure}' + 'a'": "‹string›",
      "b'a'": "‹bytes›",
      "b'a' b'b'": "‹bytes›",
      "'''a\nb'''": '"a\\nb"',
    });
  });

  test("with values in them", () => {
    expectValues({
      "f'a{1}b{2.0}c'": '"a1b2.0c"',
      "f'{True}{None}{\"x\"}'": '"TrueNonex"',
      "f'{{1}}'": '"{1}"',
      "f'{unsure}'": "‹string›",
      "f'a{1:>3}'": '"a  1"',
      "f'{1!r}'": '"1"',
      "f'{1=}'": '"1=1"',
      "f'{1 = }'": '"1 = 1"',
      "f'{[1]}'": "‹string›",
      "f'a' 'b{1}'": '"ab{1}"',
      "'{1}' f'{1}'": '"{1}1"',
    });
  });

  test("formatted by %", () => {
    expectValues({
      "'a%sb' % 1": '"a1b"',
      "'%s-%d' % ('x', 2)": '"x-2"',
      "'%d%%' % 5": '"5%"',
      "'%s' % unsure": "‹string›",
      "'%s%s' % ('a',)": "‹string›",
      "'%.2f' % 1": "‹string›",
      "'%x %s' % (1, 2)": "‹string›",
      "'%s' % (t,)": "‹string›",
    });
  });

  test("formatted by format()", () => {
    expectValues({
      "'{}-{}'.format(1, 'a')": '"1-a"',
      "'{1}{0}'.format('a', 'b')": '"ba"',
      "'{x}'.format(x=2)": '"2"',
      "'{{}}{}'.format(1)": '"{}1"',
      "'{}'.format()": "‹string›",
      "'{y}'.format(x=1)": "‹string›",
      "'{}'.format(unsure)": "‹string›",
      "'{:>3}'.format(1)": '"  1"',
      "f'{unsure}{{}}'.format(1)": "‹string›",
    });
  });

  test("changed by their methods", () => {
    expectValues({
      "'aB'.upper()": '"AB"',
      "'aB'.lower()": '"ab"',
      "' a '.strip()": '"a"',
      "'xax'.strip('x')": "‹object›",
      "'aba'.replace('a', 'c')": '"cbc"',
      "'aba'.replace('a', unsure)": "‹object›",
      "'aba'.replace(unsure, 'a')": "‹object›",
      "'aba'.replace(f'{unsure}', 'a')": "‹object›",
      "f'{unsure}'.replace('a', 'b')": "‹string›",
      "'a,b'.split(',')": '["a","b"]',
      "'a b'.split()": '["a","b"]',
      "'a,b'.split('')": "‹object›",
      "'a,b,c'.split(',', 1)": '["a","b,c"]',
      "'a,b'.split(unsure)": "‹object›",
      "'a,b'.split(f'{unsure}')": "‹object›",
      "f'{unsure}'.split(',')": "‹object›",
      "'-'.join(['a', 'b'])": '"a-b"',
      "'-'.join(('a',))": '"a"',
      "'-'.join([])": '""',
      "'-'.join(['a', unsure])": "‹string›",
      "'-'.join(unsure)": "‹string›",
      "f'{unsure}'.join(['a'])": "‹string›",
      "'a'.join()": "‹object›",
      "'a'.title()": '"A"',
      "f'{unsure}'.upper()": "‹string›",
    });
  });

  test("of which one character or a part is taken", () => {
    expectValues({
      "'abc'[0]": '"a"',
      "'abc'[-1]": '"c"',
      "'abc'[3]": "‹object›",
      "'abc'[unsure]": "‹object›",
      "f'a{unsure}'[0]": "‹object›",
      "'😀b'[1]": '"b"',
      "'abc'[1:]": '"bc"',
      "'abc'[:1]": '"a"',
      "'abc'[:-1]": '"ab"',
      "'abc'[::1]": '"abc"',
      "'abc'[::2]": '"ac"',
      "'abc'[::-1]": '"cba"',
      "'abc'[unsure:]": "‹object›",
      "f'{unsure}'[1:]": "‹object›",
      "list('ab')": '["a","b"]',
      "list(f'{unsure}')": "‹list›",
    });
  });
});

describe("lists and tuples", () => {
  test("as they are written", () => {
    expectValues({
      "[1, 'a', None, True]": '[1,"a",null,true]',
      "[]": "[]",
      "(1, 2)": "‹tuple›",
      "list((1, 2))": "[1,2]",
      "[*[1, 2], 3]": "[1,2,3]",
      "[*(1, 2), *{3}]": "[1,2,3]",
      "[1, *unsure]": "‹list›",
      "[unsure]": "‹list›",
      "[(1, 2)]": "‹list›",
      "{1, 2}": "‹picklable›",
      "[[1], {'a': [2]}]": '[[1],{"a":[2]}]',
    });
  });

  test("joined and repeated", () => {
    expectValues({
      "[1] + [2]": "[1,2]",
      "[1] + (2,)": "‹object›",
      "list((1,) + (2,))": "[1,2]",
      "(1,) + (2,)": "‹tuple›",
      "[1] + [*unsure]": "‹list›",
      "[*unsure] + [1]": "‹list›",
      "[1, 2] * 2": "[1,2,1,2]",
      "[1] * 0": "[]",
      "[1] * -1": "[]",
      "list((1,) * 2)": "[1,1]",
      "(1,) * 2": "‹tuple›",
      "[1] * unsure": "‹object›",
      "len([1] * 1000)": "1000",
      "[1] * 1001": "‹object›",
      "[*unsure] * 2": "‹list›",
    });
  });

  test("of which one item is taken", () => {
    expectValues({
      "[1, 2][0]": "1",
      "[1, 2][-1]": "2",
      "(1, 2)[1]": "2",
      "[1, 2][True]": "2",
      "[1, 2][2]": "‹unknown›",
      "[1, 2][unsure]": "‹object›",
      "[1, *unsure][0]": "‹unknown›",
      "[1, 2]['a']": "‹object›",
      "unsure[0]": "‹object›",
      "undefined[0]": "‹unknown›",
      "t[0]": "‹unknown›",
      "([1] if unsure else [1])[0]": "1",
    });
  });

  test("of which a part is taken", () => {
    expectValues({
      "[1, 2, 3][1:]": "[2,3]",
      "[1, 2, 3][:1]": "[1]",
      "[1, 2, 3][1:2]": "[2]",
      "[1, 2, 3][-1:]": "[3]",
      "[1, 2, 3][None:1]": "[1]",
      "[1, 2, 3][:]": "[1,2,3]",
      "[1, 2, 3][::1]": "[1,2,3]",
      "[1, 2, 3][::-1]": "[3,2,1]",
      "[1, 2, 3][1::-1]": "[2,1]",
      "[1, 2, 3][:1:-1]": "[3]",
      "[1, 2, 3][::2]": "[1,3]",
      "[1, 2, 3][unsure:]": "‹list›",
      "[1, *unsure][:1]": "‹list›",
      "(1, 2)[1:]": "‹tuple›",
      "list((1, 2)[1:])": "[2]",
      "unsure[1:]": "‹object›",
      "undefined[1:]": "‹unknown›",
      "{1, 2}[1:]": "‹object›",
    });
  });

  test("changed by their methods", () => {
    const after = (lines: string): string | undefined => reading.values(["a"], `a = [1, 2, 3]\n${lines}`)["a"];
    const table = {
      "a.append(4)": "[1,2,3,4]",
      "a.append()": "[1,2,3]",
      "a.extend([4, 5])": "[1,2,3,4,5]",
      "a.extend((4,))": "[1,2,3,4]",
      "a.extend(unsure)": "‹list›",
      "a.extend()": "‹list›",
      "a.insert(0, 4)": "[4,1,2,3]",
      "a.insert(1, 4)": "[1,4,2,3]",
      "a.insert(unsure, 4)": "‹list›",
      "a.insert(0)": "[1,2,3]",
      "a.pop()": "[1,2]",
      "a.pop(0)": "[2,3]",
      "a.reverse()": "[3,2,1]",
      "a.clear()": "[]",
      "a.copy().append(4)": "[1,2,3]",
      "a.index(1)": "[1,2,3]",
      "a.count(1)": "[1,2,3]",
      "a.remove(1)": "[2,3]",
      "a.sort()": "‹list›",
      "a[0] = 4": "[4,2,3]",
      "a[-1] = 4": "[1,2,4]",
      "a[3] = 4": "‹list›",
      "a[unsure] = 4": "‹list›",
      "a += [4]": "[1,2,3,4]",
      "a += (4,)": "[1,2,3,4]",
      "a += unsure": "‹list›",
      "a -= 1": "‹object›",
      "b = a\nb.append(4)": "[1,2,3,4]",
      "b = a[:]\nb.append(4)": "[1,2,3]",
      "b = list(a)\nb.append(4)": "[1,2,3]",
      "b = a.copy()\nb.pop()": "[1,2,3]",
      "for x in unsure:\n    a.append(4)": "‹list›",
      "if unsure:\n    a.append(4)": "‹list›",
      "if unsure:\n    a.insert(0, 4)": "‹list›",
      "if unsure:\n    a.pop()": "‹list›",
      "if unsure:\n    a.clear()": "‹list›",
      "if unsure:\n    a += [4]": "‹list›",
      "for x in unsure:\n    a += [4]": "‹list›",
      "for x in unsure:\n    a.clear()": "‹list›",
      "for x in unsure:\n    a.pop()": "‹list›",
      "for x in unsure:\n    a.insert(0, 1)": "‹list›",
      "unsure(a)": "[1,2,3]",
    };
    expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, after(lines)]))).toEqual(table);
  });

  test("give what their methods give", () => {
    expectValues({
      "[1, 2].pop()": "2",
      "[1, 2].pop(0)": "1",
      "[].pop()": "‹unknown›",
      "[*unsure].pop()": "‹object›",
      "[1].index(1)": "0",
      "[1].count(1)": "‹object›",
      "[1].append(2)": "null",
      "[1].reverse()": "null",
      "[1].clear()": "null",
      "[1].insert(0, 1)": "null",
      "[1].copy()": "[1]",
      "(1,).copy()": "‹tuple›",
      "{1}.copy()": "‹picklable›",
      "[1].remove(1)": "null",
      "[t].remove(t)": "null",
      "one(2).remove": "‹object›",
    });
  });

  test("hold artifacts through all of that", () => {
    expect(reading.recorded("a = [t]\na.append(one(t))\nfor x in a: two(x, x)")).toBe(
      "one(t); two(t t); two_2(one one)",
    );
    expect(reading.recorded("a = [t, one(t)]\none(a.pop())\none(a.pop())\nlen(a) == 0 and two(t, t)")).toBe(
      "one(t); one_2(one); one_3(t); two(t t)",
    );
    expect(reading.recorded("a = [t, one(t)]\none(a[unsure])")).toBe("one(t); one_2(t one) unknown");
    expect(reading.recorded("a = [t, one(t)]\na.reverse()\none(a[1])")).toBe("one(t); one_2(t)");
    expect(reading.recorded("a = [t]\nunsure.fill(a)\none(a[0])")).toBe("unsure_fill(t) unknown; one(t)");
    expect(reading.recorded("a = [t]\nunsure(a)\nfor x in a: one(x)")).toBe("unsure(t) unknown; one(t) repeated");
    expect(reading.recorded("a = [1]\nunsure(a)\nfor x in a: one(t)")).toBe("one(t)");
    expect(reading.recorded("s = {t}\ns.add(one(t))\nfor x in s: two(x, x)")).toBe("one(t); two(t t); two_2(one one)");
    expect(reading.recorded("s = {t}\ns.update([one(t)])\nfor x in s: two(x, x)")).toBe(
      "one(t); two(t t); two_2(one one)",
    );
  });
});

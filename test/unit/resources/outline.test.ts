import { describe, expect, it } from "vitest";
import { resourcePlaces, storeNameAt } from "../../../src/core/resources/outline.js";

describe("the places of resources", () => {
  it("are those of their names, of right and wrong ones", () => {
    const text =
      '{"resources": {"lake": {"type": "store"}, "airflow": {"type": "airflow", "username": "ann"}, "x": 5, "db": {"type": "database", "url": "postgresql://ann@h/w"}}}';
    expect(
      resourcePlaces(text).map(({ name, type, hasUser, offset, length }) => [
        name,
        type,
        hasUser,
        text.slice(offset, offset + length),
      ]),
    ).toEqual([
      ["lake", "store", false, '"lake"'],
      ["airflow", "airflow", true, '"airflow"'],
      ["x", undefined, false, '"x"'],
      ["db", "database", true, '"db"'],
    ]);
  });

  it("are told of a text that is being typed", () => {
    expect(resourcePlaces('{"resources": {"lake": {"type": "store"}, "airflow": {').map(({ name }) => name)).toEqual([
      "lake",
      "airflow",
    ]);
    expect(resourcePlaces("")).toEqual([]);
    expect(resourcePlaces('{"resources": []}')).toEqual([]);
  });
});

describe("the place of a store's name", () => {
  it.each([
    ['{"resources": {"a": {"type": "airflow", "store": |}}}', ""],
    ['{"resources": {"a": {"store": "|"}}}', '""'],
    ['{"resources": {"a": {"store": "la|ke"}}}', '"lake"'],
    ['{"resources": {"a": {"store": "la|', '"la'],
  ])("is found in %s", (marked, found) => {
    const offset = marked.indexOf("|");
    const text = marked.replace("|", "");
    const place = storeNameAt(text, offset);
    expect(place && text.slice(place.offset, place.offset + place.length)).toBe(found);
  });

  it.each([
    '{"resources": {"a": {"st|ore": "x"}}}',
    '{"resources": {"a": {"url": "|"}}}',
    '{"store": "|"}',
    '{"resources": {"store": {"url": "|"}}}',
    "|",
  ])("is nowhere in %s", (marked) => {
    expect(storeNameAt(marked.replace("|", ""), marked.indexOf("|"))).toBeUndefined();
  });
});

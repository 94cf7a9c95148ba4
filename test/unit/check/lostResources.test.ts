import { beforeAll, expect, test } from "vitest";
import { checkedGraph } from "../../../src/core/index.js";
import { readProject } from "../../../src/core/resources/read.js";
import { Reading } from "../parse/reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

/** What is said of an `aqueduct.json` in a file that uses the resource "lake" and the engine "air". */
function said(project: string): readonly string[] {
  const { resources, lost } = readProject(project, "/flows").value;
  const text = "client.resource('lake')\nclient.publish_flow('f', artifacts=[one(t)], engine='air')";
  return checkedGraph(reading.lines(text), resources, undefined, lost)
    .problems.filter(({ code }) => code === "unknown-resource" || code === "unknown-engine")
    .map(({ message }) => message);
}

const db = '"db": {"type": "database", "url": "sqlite:///x.db"}';

test("a resource that stands in aqueduct.json with something wrong is not said to be missing there", () => {
  const wrong = `{"resources": {${db}, "lake": {"type": "database", "url": 5}, "air": {"type": "airflow"}}}`;
  expect(said(wrong)).toEqual([
    `The resource "lake" can't be used: correct what is wrong with it in aqueduct.json.`,
    `The resource "air" can't be used: correct what is wrong with it in aqueduct.json.`,
  ]);
  const passwords = `{"resources": {${db}, "lake": {"type": "database", "url": "mysql://a:b@c/d"}, "air": null}}`;
  expect(said(passwords)).toEqual(said(wrong));
});

test.each(["", "[]", '{"resources": []}', `{"resources": {${db}`, `{"resources": {"db": ${"[".repeat(200)}}}`])(
  "nothing is said to be missing in an aqueduct.json that can't be read: %s",
  (broken) => {
    for (const name of ["lake", "air"])
      expect(said(broken)).toContain(
        `Whether there is a resource "${name}" is not known: correct what is wrong in aqueduct.json.`,
      );
    expect(said(broken).filter((message) => message.includes("Add "))).toEqual([]);
  },
);

test("a resource that does not stand there is", () => {
  expect(said(`{"resources": {${db}, "other": 1}}`)).toEqual([
    'There is no resource "lake" (known: db). Add it to "resources" in aqueduct.json, such as "lake": {"type": "database", "url": "sqlite:///lake.db"}.',
    'aqueduct.json names no engine "air". Add an Airflow server to aqueduct.json, or leave engine= out to run here.',
  ]);
});

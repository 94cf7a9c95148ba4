import { expect, it } from "vitest";
import { airflowDraftOf, begunWith, emptyDraft } from "../../../../src/extension/connect/connectDraft.js";

it("begins with what is known of an Airflow, under what was typed", () => {
  const draft = begunWith(
    { ...emptyDraft("airflow"), username: "bob" },
    { kind: "airflow", name: "airflow", url: "http://a", username: "ann", dagFolder: "/dags", store: "lake" },
  );
  expect(draft).toMatchObject({
    name: "airflow",
    url: "http://a",
    username: "bob",
    dagFolder: "/dags",
    store: "existing:lake",
  });
});

it("names the store that was chosen or described", () => {
  const draft = {
    ...emptyDraft("airflow"),
    bucket: "s3://wines/aqueduct/",
    region: "r",
    storeName: "lake",
    storeFolder: "/s",
  };
  expect(airflowDraftOf(draft).store).toEqual({
    kind: "s3",
    name: "lake",
    bucket: "wines",
    prefix: "aqueduct",
    region: "r",
    endpoint: "",
    profile: "",
  });
  expect(airflowDraftOf({ ...draft, store: "folder" }).store).toEqual({ kind: "folder", name: "lake", folder: "/s" });
  expect(airflowDraftOf({ ...draft, store: "existing:my lake" }).store).toEqual({ kind: "existing", name: "my lake" });
});

it("gives no password to what is written into files", () => {
  expect(JSON.stringify(airflowDraftOf({ ...emptyDraft("airflow"), password: "hunter2" }))).not.toContain("hunter2");
});

import { describe, expect, it } from "vitest";
import {
  airflowEntries,
  airflowUrlOf,
  awsProfiles,
  bucketOf,
  freeName,
  objectionTo,
  objectionToDatabaseUrl,
  objectionToName,
  objectionToStoreName,
  withoutPassword,
  type AirflowDraft,
} from "../../../src/core/resources/draft.js";
import { withResources } from "../../../src/core/resources/edit.js";
import { readProject } from "../../../src/core/resources/read.js";

const draft: AirflowDraft = {
  name: "airflow",
  url: "https://a.example.org/team",
  username: "ann",
  dagFolder: "/dags",
  store: {
    kind: "s3",
    name: "lake",
    bucket: "wines",
    prefix: "",
    region: "eu-central-1",
    endpoint: "",
    profile: "lake",
  },
};

describe("a connection that was described", () => {
  it("stands in aqueduct.json as it was said, with its new store and without what was left out", () => {
    const edited = withResources(undefined, airflowEntries(draft));
    const { value, problems } = readProject("text" in edited ? edited.text : "", "/w");
    expect(problems).toEqual([]);
    expect([...value.resources.values()]).toEqual([
      {
        kind: "s3",
        name: "lake",
        bucket: "wines",
        prefix: "",
        region: "eu-central-1",
        profile: "lake",
        airflowConnection: "lake",
      },
      {
        kind: "airflow",
        name: "airflow",
        url: "https://a.example.org/team",
        username: "ann",
        dagFolder: "/dags",
        store: "lake",
      },
    ]);
  });

  it("leaves a store that is there alone", () => {
    expect(airflowEntries({ ...draft, store: { kind: "existing", name: "lake" } }).map(({ name }) => name)).toEqual([
      "airflow",
    ]);
  });
});

const { value: project } = readProject(
  '{"resources": {"airflow": {"type": "airflow", "url": "http://a"}, "db": {"type": "database", "url": "sqlite:///a"}}}',
  "/w",
);

describe("a resource's name", () => {
  it("may be that of one of its kind, which is changed then", () => {
    expect(objectionToName("airflow", "airflow", project.resources)).toBeUndefined();
    expect(objectionToName("my server", "airflow", project.resources)).toBeUndefined();
  });

  it.each(["", "-x", "a/b", "local", "db"])("may not be %j", (name) => {
    expect(objectionToName(name, "airflow", project.resources)).toMatch(/\.$/);
  });

  it("of a new store may not be that of the server it is described with, nor stand in the file", () => {
    expect(objectionToStoreName("prod", "prod", project.resources)).toBe(
      '"prod" is the name of this Airflow. Choose another one for its store.',
    );
    expect(objectionToStoreName("db", "prod", project.resources)).toMatch(/is in aqueduct.json already/);
    expect(objectionToStoreName("lake", "prod", project.resources)).toBeUndefined();
    expect(freeName("store", project.resources, "store")).toBe("store_2");
  });

  it("is counted up where it is taken", () => {
    expect([freeName("lake", project.resources), freeName("db", project.resources)]).toEqual(["lake", "db_2"]);
  });
});

it.each([
  ["https://a.example.org/", "https://a.example.org"],
  [" http://localhost:8080/team/airflow// ", "http://localhost:8080/team/airflow"],
  ["http://localhost:8080/?state=failed", "http://localhost:8080"],
])("takes the address %j for %j", (typed, url) => {
  expect(airflowUrlOf(typed)).toBe(url);
});

it.each(["", "airflow.example.org", "ftp://a", "https://ann:pw@a"])(
  "refuses %j as the address of an Airflow",
  (typed) => {
    expect(objectionTo("airflowUrl", "This", airflowUrlOf(typed))).toContain("https://airflow.example.org");
  },
);

it.each([
  ["wines", "wines", ""],
  ["s3://wines/aqueduct/", "wines", "aqueduct"],
  ["s3a://wines/a/b", "wines", "a/b"],
])("reads bucket and prefix from %j", (typed, bucket, prefix) => {
  expect(bucketOf(typed)).toEqual({ bucket, prefix });
});

it.each([
  ["postgresql://ann:p%40ss@db/wines", "postgresql://ann@db/wines", "p@ss"],
  ["postgresql://ann:100%@db/wines", "postgresql://ann@db/wines", "100%"],
  ["postgresql://ann@db/wines", "postgresql://ann@db/wines", undefined],
  ["sqlite:///wines.db", "sqlite:///wines.db", undefined],
])("takes the password out of %s", (typed, url, password) => {
  expect(withoutPassword(typed)).toEqual({ url, password });
});

it("lists the profiles of AWS's files", () => {
  expect(awsProfiles("[default]\nregion = a\n\n[profile lake]\n[ sso-session x ]\n#[old]\n[plain]")).toEqual([
    "default",
    "lake",
    "plain",
  ]);
});

it.each([
  ["postgresql://ann:p%40ss@db/wines", undefined],
  ["postgresql://ann:se/cret@db/wines?sslmode=require", undefined],
  ["sqlite:///wines.db", undefined],
  ["wines", 'This is not a SQLAlchemy URL without password, such as "postgresql://ann@db.example.org/wines".'],
  // https://github.com/sqlalchemy/sqlalchemy/issues/11027
  ["mssql+pyodbc://sa:Ch@ngeM&!@localhost:1433/db?driver=SQL+Server", "Write %40 for each @ of the password."],
  ["postgresql://ann:a@b/c@db/wines", "Write %40 for each @ of the password."],
  [
    "postgresql://db/wines?password=x",
    "Take the password out of the query: it is asked for next, and goes to no file.",
  ],
  ["postgresql://a%zz@db/wines", "The user has a % that begins no character. Write %25 for it."],
])("says of the typed database %s: %s", (typed, objection) => {
  expect(objectionToDatabaseUrl(typed)).toBe(objection);
});

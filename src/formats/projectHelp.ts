/** What the editor offers in `aqueduct.json` beside what its members are: by the names that `project.ts` has for the places. No bundle has it. */

export const projectHelp: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  project: {
    title: "Aqueduct project",
    description:
      "The databases, stores and Airflow servers that workflows in this folder use. No password stands here: set AQUEDUCT_<RESOURCE>_PASSWORD, use the AWS credential chain, or Airflow Connections.",
  },
  mayChangeType: { examples: [["clean"], true] },
  databaseUrl: {
    examples: [
      "postgresql://ann@db.example.org/wines",
      "mysql+pymysql://ann@db.example.org/wines",
      "sqlite:///wines.db",
    ],
  },
  prefix: { examples: ["aqueduct"] },
  region: { examples: ["eu-central-1", "us-east-1"] },
  airflowUrl: { examples: ["https://airflow.example.org", "http://localhost:8080"] },
  resources: {
    defaultSnippets: [
      {
        label: "A database",
        description: "A database that workflows read and write",
        body: { "${1:warehouse}": { type: "database", url: "${2:postgresql://ann@db.example.org/wines}" } },
      },
      {
        label: "Airflow with an S3 store",
        description: "A server that runs workflows, and the bucket that its workers use",
        body: {
          airflow: {
            type: "airflow",
            url: "${1:https://airflow.example.org}",
            username: "${2:admin}",
            dagFolder: "${3:/srv/airflow/dags}",
            store: "lake",
          },
          lake: { type: "store", bucket: "${4:bucket}", prefix: "${5:aqueduct}", region: "${6:eu-central-1}" },
        },
      },
    ],
  },
  resource: {
    properties: {
      type: {
        description: "What it is: a database, a store for code and results, or an Airflow server.",
        enumDescriptions: [
          "A database that extract and save operators use.",
          "A bucket or a folder for code, results and records of runs. Airflow's workers use it too.",
          "An Airflow server that runs workflows.",
        ],
      },
    },
    defaultSnippets: [
      {
        label: "Database",
        description: "A database that extract and save operators use",
        body: { type: "database", url: "${1:postgresql://ann@db.example.org/wines}" },
      },
      {
        label: "S3 store",
        description: "A bucket for code, results and records of runs",
        body: { type: "store", bucket: "${1:bucket}", prefix: "${2:aqueduct}", region: "${3:eu-central-1}" },
      },
      {
        label: "Folder store",
        description: "A folder that Airflow's workers see under the same path",
        body: { type: "store", folder: "${1:/srv/aqueduct}" },
      },
      {
        label: "Airflow",
        description: "A server that runs workflows",
        body: {
          type: "airflow",
          url: "${1:https://airflow.example.org}",
          username: "${2:admin}",
          dagFolder: "${3:/srv/airflow/dags}",
          store: "${4:store}",
        },
      },
    ],
  },
};

/** A new `aqueduct.json`: says in comments what can stand there, and how. */
export const projectTemplate = `// What the workflows of this folder use, by the names that they call it.
// No password stands here: "Aqueduct: Connect to Airflow" and "Aqueduct: Add Database" keep them in VS Code's
// secret storage; AQUEDUCT_<NAME>_PASSWORD in the environment does for everything else.
{
  "resources": {
    // A database that workflows read and write:
    // "warehouse": { "type": "database", "url": "postgresql://ann@db.example.org/wines" },

    // A store for code, results and records of runs, in a bucket or a folder:
    // "lake": { "type": "store", "bucket": "wines", "prefix": "aqueduct", "region": "eu-central-1" },

    // An Airflow that runs workflows, and the store that its workers use:
    // "airflow": { "type": "airflow", "url": "https://airflow.example.org", "username": "ann", "dagFolder": "/srv/airflow/dags", "store": "lake" }
  }
}
`;

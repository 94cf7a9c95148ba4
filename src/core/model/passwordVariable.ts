/** The environment variable with the password of a resource: its name in capitals, what is neither letter nor digit `_`. */
export function passwordVariable(resource: string): string {
  return `AQUEDUCT_${resource.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_PASSWORD`;
}

/** The one that says where it may go: `https://airflow.example.org`, or a database's URL. */
export function originVariable(resource: string): string {
  return passwordVariable(resource).replace(/PASSWORD$/, "ORIGIN");
}

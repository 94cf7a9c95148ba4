/** The environment variable with the password of a resource: its name in capitals, what is neither letter nor digit `_`. */
export function passwordVariable(resource: string): string {
  return `AQUEDUCT_${resource.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_PASSWORD`;
}

import type { Secrets } from "../core/index.js";

/** `AQUEDUCT_<RESOURCE>_PASSWORD`: the name in capitals, what is neither letter nor digit `_`. */
export function passwordVariable(resource: string): string {
  return `AQUEDUCT_${resource.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_PASSWORD`;
}

/** Passwords from the environment, which holds them for every server of a resource's name. */
export function environmentSecrets(environment: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    password: (resource) => {
      const password = environment[passwordVariable(resource)];
      return Promise.resolve(password === "" ? undefined : password);
    },
  };
}

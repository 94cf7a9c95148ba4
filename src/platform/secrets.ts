import type { Secrets } from "../core/index.js";
import { passwordVariable } from "../core/model/passwordVariable.js";

/** Passwords from the environment, which holds them for every server of a resource's name. */
export function environmentSecrets(environment: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    password: (resource) => {
      const password = environment[passwordVariable(resource)];
      return Promise.resolve(password === "" ? undefined : password);
    },
  };
}

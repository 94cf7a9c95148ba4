import { inject } from "vitest";
import type { ServiceRequests } from "./contract.js";

/** Asks the host of the shared services, which vitest started before the first file. A server's start may take a minute. */
export async function ask<Name extends keyof ServiceRequests>(
  name: Name,
  asked: ServiceRequests[Name]["asked"],
): Promise<ServiceRequests[Name]["answer"]> {
  const answer = await fetch(`${inject("services")}/${name}`, { method: "POST", body: JSON.stringify(asked) });
  if (!answer.ok) throw new Error(`The shared services cannot do ${name}: ${await answer.text()}`);
  return (await answer.json()) as ServiceRequests[Name]["answer"];
}

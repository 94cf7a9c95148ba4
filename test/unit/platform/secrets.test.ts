import { expect, it } from "vitest";
import { environmentSecrets } from "../../../src/platform/secrets.js";

it("passwords come from the variable that is named after the resource", async () => {
  const secrets = environmentSecrets({ AQUEDUCT_MY_AIR_FLOW_PASSWORD: "s3cret", AQUEDUCT_EMPTY_PASSWORD: "" });
  expect(await secrets.password("my air-flow", "http://a", "ann")).toBe("s3cret");
  expect(await secrets.password("empty", "http://a", "ann")).toBeUndefined();
});

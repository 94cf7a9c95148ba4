import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Unreachable } from "../../../src/core/ports.js";
import { nodeHttp } from "../../../src/platform/http.js";

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/silent") return;
    if (request.url === "/elsewhere") response.writeHead(302, { location: `${url}/` });
    else response.writeHead(418, { "Content-Type": "application/json", "X-Method": request.method });
    request.on("data", (bytes: Buffer) => response.write(bytes)).on("end", () => response.end('{"a": 1}'));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("HTTP", () => {
  it("resolves with any status, headers in lower case, and the text as it came", async () => {
    const answer = await nodeHttp.send({
      method: "POST",
      url: `${url}/`,
      body: "é",
      headers: { "content-type": "text/plain" },
    });
    expect(answer).toMatchObject({ status: 418, text: 'é{"a": 1}' });
    expect(answer.headers["x-method"]).toBe("POST");
  });

  it("does not carry a token to where it is sent on", async () => {
    expect(
      (await nodeHttp.send({ method: "GET", url: `${url}/elsewhere`, headers: { authorization: "Bearer t" } })).status,
    ).toBe(302);
  });

  it("gives up after its time, and tells neither headers nor body", async () => {
    const error: unknown = await nodeHttp
      .send({
        method: "POST",
        url: `${url}/silent`,
        timeout: 50,
        headers: { authorization: "Bearer t0ken" },
        body: "passw0rd",
      })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreachable);
    expect(error).toMatchObject({ reason: "no answer within 0.05 s." });
    expect(`${JSON.stringify(error)}${String((error as Error).stack)}`).not.toMatch(/t0ken|passw0rd/);
  });

  it("says that nothing listens", async () => {
    await expect(nodeHttp.send({ method: "GET", url: "http://127.0.0.1:9/" })).rejects.toMatchObject({
      name: "Unreachable",
      reason: expect.stringContaining("nothing listens") as string,
    });
  });

  it("stops where it is told to", async () => {
    const stop = new AbortController();
    const sending = nodeHttp.send({ method: "GET", url: `${url}/silent`, signal: stop.signal });
    stop.abort(new Error("stopped"));
    await expect(sending).rejects.toThrow("stopped");
  });
});

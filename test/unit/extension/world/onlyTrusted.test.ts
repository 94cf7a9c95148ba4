import { describe, expect, it } from "vitest";
import type { S3StoreResource } from "../../../../src/core/index.js";
import { onlyTrustedHttp, onlyTrustedStores } from "../../../../src/extension/world/onlyTrusted.js";
import { fakeHttp } from "../../../fakes/fakeHttp.js";
import { inMemoryStore } from "../../../fakes/inMemoryStore.js";

const bucket: S3StoreResource = { kind: "s3", name: "lake", bucket: "wines", prefix: "", airflowConnection: "lake" };

describe("in an untrusted workspace", () => {
  it("no request leaves the machine, until trust is granted", async () => {
    let isTrusted = false;
    const inner = fakeHttp(() => ({ status: 200, text: "{}" }));
    const http = onlyTrustedHttp(inner, () => isTrusted);
    await expect(http.send({ method: "GET", url: "http://a" })).rejects.toThrow("trust this folder");
    isTrusted = true;
    expect((await http.send({ method: "GET", url: "http://a" })).status).toBe(200);
  });

  it("no bucket is asked or written, but a folder of this machine can be read", async () => {
    const store = inMemoryStore();
    const open = onlyTrustedStores(
      () => store,
      () => false,
    );
    const bytes = new Uint8Array(1);
    const guarded = open(bucket);
    const calls = [
      () => guarded.get("k"),
      () => guarded.list(""),
      () => guarded.listFolder("a/"),
      () => guarded.putIfAbsent("k", bytes),
      () => guarded.putIfMatch("k", bytes, undefined),
      () => guarded.delete("k"),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow("trust this folder");
    expect(await open({ kind: "folder", name: "shared", folder: "/s" }).get("k")).toBeUndefined();
  });
});

import type { Http, ObjectStore, StoreResource } from "../../core/index.js";

/** Refuses to speak to servers while the workspace is untrusted: its files name them, and they would learn of it. */
export function onlyTrustedHttp(http: Http, isTrusted: () => boolean): Http {
  return {
    send: async (request) => {
      requireTrust(isTrusted);
      return http.send(request);
    },
  };
}

/** The same for stores elsewhere; a folder of this machine may be read. */
export function onlyTrustedStores(
  openStore: (resource: StoreResource) => ObjectStore,
  isTrusted: () => boolean,
): (resource: StoreResource) => ObjectStore {
  return (resource) => {
    const store = openStore(resource);
    return resource.kind === "folder" ? store : guarded(store, isTrusted);
  };
}

function guarded(store: ObjectStore, isTrusted: () => boolean): ObjectStore {
  const trusted =
    <Arguments extends readonly unknown[], Result>(method: (...parameters: Arguments) => Promise<Result>) =>
    async (...parameters: Arguments): Promise<Result> => {
      requireTrust(isTrusted);
      return method(...parameters);
    };
  return {
    address: store.address,
    get: trusted((...parameters: Parameters<ObjectStore["get"]>) => store.get(...parameters)),
    digestOf: trusted((...parameters: Parameters<ObjectStore["digestOf"]>) => store.digestOf(...parameters)),
    list: trusted((...parameters: Parameters<ObjectStore["list"]>) => store.list(...parameters)),
    listFolder: trusted((...parameters: Parameters<ObjectStore["listFolder"]>) => store.listFolder(...parameters)),
    putIfAbsent: trusted((...parameters: Parameters<ObjectStore["putIfAbsent"]>) => store.putIfAbsent(...parameters)),
    putIfMatch: trusted((...parameters: Parameters<ObjectStore["putIfMatch"]>) => store.putIfMatch(...parameters)),
    delete: trusted((...parameters: Parameters<ObjectStore["delete"]>) => store.delete(...parameters)),
  };
}

function requireTrust(isTrusted: () => boolean): void {
  if (!isTrusted())
    throw new Error("No server is contacted until you trust this folder, since its aqueduct.json names them.");
}

import type { Client } from "graphql-ws";
import type { ObjectInfo } from "./catalog";
import type { Operation } from "./http";
import { sessionHeaders } from "./http";
import { type RecordId, singleRoot } from "./records";

/** The socket closes when nobody has listened for so long. */
const LINGER = 5_000;
const KEEP_ALIVE = 20_000;
const LONGEST_PAUSE = 30_000;

/** Session over, not permitted, wrong protocol: trying again would not help. */
const FINAL_CODES = [4400, 4401, 4403, 4406];

const clients = new Map<string, Promise<Client>>();

function socketAddress(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`;
}

function pause(retries: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE, 500 * 2 ** retries);
  return new Promise((resume) => setTimeout(resume, longest * (0.5 + Math.random() / 2)));
}

/** The one socket of a tenant: it opens with the first subscription, and its code is loaded only then. */
export function liveClient(tenant: string): Promise<Client> {
  const known = clients.get(tenant);
  if (known !== undefined) return known;
  const made = import("graphql-ws").then(({ createClient }) =>
    createClient({
      url: socketAddress(),
      connectionParams: () => sessionHeaders(tenant),
      lazyCloseTimeout: LINGER,
      keepAlive: KEEP_ALIVE,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: pause,
      shouldRetry: (event) => !(event instanceof CloseEvent && FINAL_CODES.includes(event.code)),
    }),
  );
  clients.set(tenant, made);
  return made;
}

/** Tells of changes of an object's records, or of one of them; what changed is then asked for anew. */
export function changesDocument(object: ObjectInfo, id: RecordId | null): Operation {
  const root = `${singleRoot(object)}Changed`;
  return id === null
    ? { query: `subscription { ${root} { recordId } }` }
    : {
        query: `subscription ($id: ID!) { ${root}(filter: { id: { eq: $id } }) { recordId } }`,
        variables: { id },
      };
}

/**
 * Calls back for each change, and when the socket is open again after it was lost: something may have happened
 * meanwhile. Ends without a word when the server refuses; whoever asks for records hears of that anyway.
 */
export function onChanges(tenant: string, operation: Operation, changed: () => void): () => void {
  let end = () => {};
  let isOver = false;
  void liveClient(tenant).then((client) => {
    if (isOver) return;
    const stopHearing = client.on("connected", (_socket, _payload, wasRetry) => {
      if (wasRetry) changed();
    });
    const stop = client.subscribe(
      { query: operation.query, variables: operation.variables ?? {} },
      { next: changed, error: () => {}, complete: () => {} },
    );
    end = () => {
      stop();
      stopHearing();
    };
  });
  return () => {
    isOver = true;
    end();
  };
}

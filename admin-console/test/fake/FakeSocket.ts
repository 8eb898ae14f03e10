import type { Client, Sink, SubscribePayload } from "graphql-ws";

interface Listener {
  readonly payload: SubscribePayload;
  readonly sink: Sink<unknown>;
}

const listeners = new Set<Listener>();
const opened = new Set<(isRetry: boolean) => void>();

/** Stands in for the library: what is subscribed to is told by the test. */
export function createClient(): Pick<Client, "subscribe" | "on"> {
  return {
    subscribe: (payload, sink) => {
      const listener = { payload, sink: sink as Sink<unknown> };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    on: (event, listener) => {
      const heard = (isRetry: boolean) => (listener as (...told: unknown[]) => void)(null, undefined, isRetry);
      if (event === "connected") opened.add(heard);
      return () => opened.delete(heard);
    },
  };
}

/** The subscriptions that are open now. */
export function openSubscriptions(): readonly SubscribePayload[] {
  return [...listeners].map(({ payload }) => payload);
}

/** Tells all who listen to a root field that something changed. */
export function tellChange(root: string): void {
  for (const { payload, sink } of [...listeners]) {
    if (payload.query.includes(root)) sink.next({ data: { [root]: { recordId: "1" } } });
  }
}

/** The connection was lost and is there again. */
export function reconnect(): void {
  for (const heard of [...opened]) heard(true);
}

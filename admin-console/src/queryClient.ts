import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { asApiError, type Session } from "@/api";
import { SESSION_KEY } from "@/session";

const RETRIES = 2;

/**
 * Server state: retries what may pass, and shows the sign-in page as soon as the session turns out to be over. Asks
 * whatever the browser believes of the network: a server nearby answers without the internet, and a save that waits
 * for it would look like one that hangs.
 */
export function newQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (asApiError(error).kind === "UNAUTHENTICATED") {
      client.setQueryData<Session>(SESSION_KEY, (session) =>
        session === undefined ? session : { ...session, signedIn: false },
      );
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => {
          const { kind } = asApiError(error);
          return count < RETRIES && (kind === "NETWORK" || kind === "UNAVAILABLE");
        },
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { CATALOG_DOCUMENT, type Catalog, fetchSession, ME_DOCUMENT, type Me, request, type Session } from "@/api";

export const SESSION_KEY = ["session"] as const;

/**
 * Who is signed in; asked again when the window comes back to the front. Of a session that is over it still tells whose
 * it was. After a return what failed meanwhile is asked anew; of anybody else's data nothing is kept.
 */
export function useSession() {
  const client = useQueryClient();
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async (): Promise<Session> => {
      const session = await fetchSession();
      const before = client.getQueryData<Session>(SESSION_KEY);
      if (before === undefined) return session;
      if (!session.signedIn) return { ...session, user: before.user };
      if (before.user?.email !== session.user?.email) client.removeQueries({ queryKey: ["tenant"] });
      else if (!before.signedIn) client.invalidateQueries({ queryKey: ["tenant"] });
      return session;
    },
    staleTime: ({ state }) => (state.data?.signedIn === false ? 0 : 60_000),
    refetchOnWindowFocus: true,
  });
}

function catalogKey(slug: string) {
  return ["tenant", slug, "catalog"] as const;
}

export function useCatalogQuery(slug: string) {
  return useQuery({
    queryKey: catalogKey(slug),
    queryFn: async ({ signal }) => {
      const { catalog } = await request<{ catalog: Catalog }>(
        "/graphql/metadata",
        slug,
        { query: CATALOG_DOCUMENT },
        signal,
      );
      return catalog;
    },
    staleTime: 30_000,
    refetchOnWindowFocus: true,
  });
}

export function useMeQuery(slug: string) {
  return useQuery({
    queryKey: ["tenant", slug, "me"],
    queryFn: async ({ signal }) => (await request<{ me: Me }>("/graphql", slug, ME_DOCUMENT, signal)).me,
    staleTime: 300_000,
  });
}

/** After a change to the catalog: lists, forms and pages take the new one without a reload. */
export function useCatalogRefresh(slug: string): () => Promise<void> {
  const client = useQueryClient();
  return useMemo(
    () => async () => {
      await client.invalidateQueries({ queryKey: catalogKey(slug) });
      await client.invalidateQueries({ queryKey: ["tenant", slug], predicate: (query) => query.queryKey[2] !== "me" });
    },
    [client, slug],
  );
}

/** After a change to records of an object: all that shows records asks again. */
export function useRecordsRefresh(slug: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: ["tenant", slug, "records"] }), [client, slug]);
}

import { useInfiniteQuery } from "@tanstack/react-query";
import {
  ApiError,
  type HistoryEntry,
  type HistoryPage,
  historyDocument,
  namesDocument,
  type ObjectInfo,
  problem,
  type RecordId,
  type Reference,
  referredIn,
} from "@/api";
import { useTenant } from "@/session";

/** A page of a history, with the records that its values are. */
export interface ToldHistory extends HistoryPage {
  readonly references: Readonly<Record<string, Reference>>;
}

/** What was done to a record, newest first, page after page. */
export function useHistory(object: ObjectInfo, id: RecordId) {
  const tenant = useTenant();
  const referencesIn = async (entries: readonly HistoryEntry[], signal: AbortSignal) => {
    const referred = referredIn(tenant.catalog, object, entries);
    if (referred.size === 0) return {};
    const found = await tenant.data<Record<string, { readonly nodes: readonly Reference[] }>>(
      namesDocument(tenant.catalog, referred),
      signal,
    );
    return Object.fromEntries(
      Object.entries(found).flatMap(([target, { nodes }]) =>
        nodes.map((reference) => [reference.id, { ...reference, object: target }]),
      ),
    );
  };
  return useInfiniteQuery({
    queryKey: ["tenant", tenant.slug, "records", "history", object.name, id],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<ToldHistory> => {
      const { record } = await tenant.data<{ record: { readonly history: HistoryPage } | null }>(
        historyDocument(object, id, pageParam),
        signal,
      );
      if (record === null) throw new ApiError([problem("NOT_FOUND", "")]);
      return { ...record.history, references: await referencesIn(record.history.nodes, signal) };
    },
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
}

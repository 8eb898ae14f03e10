import { useInfiniteQuery } from "@tanstack/react-query";
import { ApiError, type HistoryPage, historyDocument, type ObjectInfo, problem, type RecordId, toldIn } from "@/api";
import { type References, referencesIn } from "@/fields";
import { useTenant } from "@/session";

/** A page of a history, with the records that its values are. */
export interface ToldHistory extends HistoryPage {
  readonly references: References;
}

/** What was done to a record, newest first, page after page. */
export function useHistory(object: ObjectInfo, id: RecordId) {
  const tenant = useTenant();
  return useInfiniteQuery({
    queryKey: ["tenant", tenant.slug, "records", "history", object.name, id],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<ToldHistory> => {
      const { record } = await tenant.data<{ record: { readonly history: HistoryPage } | null }>(
        historyDocument(object, id, pageParam),
        signal,
      );
      if (record === null) throw new ApiError([problem("NOT_FOUND", "")]);
      return {
        ...record.history,
        references: await referencesIn(tenant, toldIn(object, record.history.nodes), signal),
      };
    },
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
}

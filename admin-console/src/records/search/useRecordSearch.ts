import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type SearchAnswer, searchDocument } from "@/api";
import { useTenant } from "@/session";

/** The records that hold the words of a text; nothing is asked for an empty one. */
export function useRecordSearch(text: string) {
  const tenant = useTenant();
  return useQuery({
    queryKey: ["tenant", tenant.slug, "search", text],
    queryFn: async ({ signal }) =>
      (await tenant.data<SearchAnswer>(searchDocument(tenant.catalog, text), signal)).search.edges,
    enabled: text !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}

import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { type BinRow, binChangeDocument, binDocument, type Connection, type ObjectInfo, type RecordId } from "@/api";
import { useRecordsRefresh, useTenant } from "@/session";

/** The deleted records of an object, page after page, those deleted last first. */
export function useBin(object: ObjectInfo) {
  const tenant = useTenant();
  return useInfiniteQuery({
    queryKey: ["tenant", tenant.slug, "records", "list", object.name, "bin"],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) =>
      (await tenant.data<{ list: Connection<BinRow> }>(binDocument(object, pageParam), signal)).list,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
}

export type BinChange = "restore" | "destroy";

/** Takes records out of the bin, back or for ever; gives their number. */
export function useBinChange(object: ObjectInfo, change: BinChange) {
  const tenant = useTenant();
  const refresh = useRecordsRefresh(tenant.slug);
  return useMutation({
    mutationFn: async (ids: readonly RecordId[]) => {
      const operation = binChangeDocument(tenant.catalog, object, change, ids);
      return (await tenant.data<{ done: { count: number } }>(operation)).done.count;
    },
    onSettled: refresh,
  });
}

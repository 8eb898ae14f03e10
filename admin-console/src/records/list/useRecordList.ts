import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type Connection, type FieldInfo, listDocument, type ObjectInfo, PAGE_SIZE } from "@/api";
import { type BoundCondition, filterOfAll } from "@/records/filters";
import { useTenant } from "@/session";
import { orderOf, type Sort } from "./columns";

/** The records of a list, page after page. */
export function useRecordList(
  object: ObjectInfo,
  columns: readonly FieldInfo[],
  conditions: readonly BoundCondition[],
  sort: Sort | null,
) {
  const tenant = useTenant();
  const filter = filterOfAll(conditions);
  const orderBy = orderOf(object, sort);
  const names = columns.map((field) => field.name);
  return useInfiniteQuery({
    queryKey: ["tenant", tenant.slug, "records", "list", object.name, { filter, orderBy, names }],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const request = { filter, orderBy, first: PAGE_SIZE };
      const operation = listDocument(tenant.catalog, object, columns, request, pageParam);
      return (await tenant.data<{ list: Connection }>(operation, signal)).list;
    },
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
}

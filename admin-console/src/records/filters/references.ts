import { useQuery } from "@tanstack/react-query";
import { inputType, type Reference } from "@/api";
import { useTenant } from "@/session";

/** The names of records that a filter knows by their ids. */
export function useReferenceNames(target: string | null, ids: readonly string[]): Readonly<Record<string, string>> {
  const tenant = useTenant();
  const object = tenant.object(target);
  const names = useQuery({
    queryKey: ["tenant", tenant.slug, "records", "names", target, ids.join()],
    enabled: object !== undefined && ids.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      if (object === undefined) return {};
      const { list } = await tenant.data<{ list: { nodes: Reference[] } }>(
        {
          query: `query ${object.name}Names($filter: ${inputType(tenant.catalog, object, "Filter")}, $first: Int) { list: ${object.pluralName}(filter: $filter, first: $first) { nodes { id name } } }`,
          variables: { filter: { id: { in: ids } }, first: ids.length },
        },
        signal,
      );
      return Object.fromEntries(list.nodes.map(({ id, name }) => [id, name ?? ""]));
    },
  });
  return names.data ?? {};
}

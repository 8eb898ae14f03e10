import { useQuery } from "@tanstack/react-query";
import { namesDocument, type Reference } from "@/api";
import { useTenant } from "@/session";

/** The records that a filter knows by their ids. */
export function useReferences(targets: readonly string[], ids: readonly string[]): Readonly<Record<string, Reference>> {
  const tenant = useTenant();
  const objects = targets.map((target) => tenant.object(target)).filter((object) => object !== undefined);
  const names = useQuery({
    queryKey: ["tenant", tenant.slug, "records", "names", targets.join(), ids.join()],
    enabled: objects.length > 0 && ids.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const lists = await tenant.data<Record<string, { nodes: Reference[] }>>(
        namesDocument(tenant.catalog, new Map(objects.map((object) => [object, ids]))),
        signal,
      );
      return Object.fromEntries(
        Object.entries(lists).flatMap(([object, { nodes }]) => nodes.map((found) => [found.id, { ...found, object }])),
      );
    },
  });
  return names.data ?? {};
}

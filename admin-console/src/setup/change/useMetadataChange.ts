import { useMutation } from "@tanstack/react-query";
import { useCatalogRefresh, useTenant } from "@/session";

interface Ends<T> {
  /** Runs before the page learns of the change: leaves what is no more. */
  readonly leave?: (result: T) => void;
  /** Runs once the page knows the new catalog. */
  readonly done?: (result: T) => void;
}

/**
 * A change of the catalog; once it is made, everything on screen follows the new one. The ends run even when the page
 * that asked is gone by then.
 */
export function useMetadataChange<T>(query: string, { leave, done }: Ends<T> = {}) {
  const tenant = useTenant();
  const refresh = useCatalogRefresh(tenant.slug);
  return useMutation({
    mutationFn: async (variables: Readonly<Record<string, unknown>>) => tenant.metadata<T>({ query, variables }),
    onSuccess: async (result) => {
      leave?.(result);
      await refresh();
      done?.(result);
    },
  });
}

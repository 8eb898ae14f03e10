import { useQuery } from "@tanstack/react-query";
import { ACCESS, type PermissionSetInfo } from "@/api";
import { useTenant } from "@/session";

/** All permission sets of the workspace, the standard profile among them. */
export function usePermissionSets() {
  const tenant = useTenant();
  return useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "access", "sets", tenant.catalog.version],
    queryFn: async ({ signal }) =>
      (await tenant.metadata<{ sets: PermissionSetInfo[] }>({ query: ACCESS.sets }, signal)).sets,
  });
}

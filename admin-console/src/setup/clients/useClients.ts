import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { API_CLIENTS, type ApiClient, type ApiClientSecret } from "@/api";
import { useTenant } from "@/session";

/** The workspace's API clients. */
export function useClients() {
  const tenant = useTenant();
  return useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "clients"],
    queryFn: async ({ signal }) =>
      (await tenant.metadata<{ clients: readonly ApiClient[] }>({ query: API_CLIENTS.all }, signal)).clients,
  });
}

export type ClientOrder =
  | { readonly kind: "create"; readonly name: string }
  | { readonly kind: "rotate"; readonly id: string }
  | { readonly kind: "activate"; readonly id: string; readonly active: boolean }
  | { readonly kind: "delete"; readonly id: string };

/** Changes an API client; answers with its secret where it has a new one. */
export function useClientOrder(done: (secret: ApiClientSecret | undefined) => void) {
  const tenant = useTenant();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...variables }: ClientOrder) =>
      tenant.metadata<{ made?: ApiClientSecret }>({ query: API_CLIENTS[kind], variables }),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ["tenant", tenant.slug, "setup", "clients"] });
      done(answer.made);
    },
  });
}

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ApiError,
  type JobInfo,
  type JobPage,
  type JobState,
  OPERATOR,
  type PackageInfo,
  problem,
  request,
  type TenantInfo,
  type TenantPage,
} from "@/api";

const PAGE = 50;
const JOBS_PAUSE = 5_000;

function operator<T>(query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<T> {
  return request<T>("/graphql/operator", null, { query, variables }, signal);
}

export function useTenants(search: string) {
  return useInfiniteQuery({
    queryKey: ["operator", "tenants", search],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) =>
      (
        await operator<{ tenants: TenantPage }>(
          OPERATOR.tenants,
          { first: PAGE, after: pageParam, search: search === "" ? null : search },
          signal,
        )
      ).tenants,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
}

export function useTenantInfo(slug: string) {
  return useQuery({
    queryKey: ["operator", "tenant", slug],
    queryFn: async ({ signal }) => {
      const { tenant } = await operator<{ tenant: TenantInfo | null }>(OPERATOR.tenant, { slug }, signal);
      if (tenant === null) throw new ApiError([problem("NOT_FOUND", "")]);
      return tenant;
    },
  });
}

export function usePackages() {
  return useQuery({
    queryKey: ["operator", "packages"],
    staleTime: 300_000,
    queryFn: async ({ signal }) =>
      (await operator<{ packages: PackageInfo[] }>(OPERATOR.packages, {}, signal)).packages,
  });
}

type Change = "provision" | "suspend" | "resume";

/** A change of a tenant; lists and pages follow. */
export function useTenantChange(change: Change) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (variables: Readonly<Record<string, unknown>>) =>
      (await operator<{ tenant: TenantInfo }>(OPERATOR[change], variables)).tenant,
    onSuccess: () => client.invalidateQueries({ queryKey: ["operator"] }),
  });
}

/** Removes a tenant for good; whoever asked leaves its page before that has nothing to show any more. */
export function useTenantRemoval(leave: (proof: string) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (slug: string) =>
      (await operator<{ removal: { proof: string } }>(OPERATOR.delete, { slug, confirm: slug })).removal,
    onSuccess: async ({ proof }, slug) => {
      await leave(proof);
      client.removeQueries({ queryKey: ["operator", "tenant", slug] });
      return client.invalidateQueries({ queryKey: ["operator", "tenants"] });
    },
  });
}

/** The jobs of all workspaces, asked for again while somebody looks at them. */
export function useJobs(state: JobState | null) {
  return useInfiniteQuery({
    queryKey: ["operator", "jobs", state],
    initialPageParam: null as string | null,
    refetchInterval: JOBS_PAUSE,
    queryFn: async ({ pageParam, signal }) =>
      (await operator<{ jobs: JobPage }>(OPERATOR.jobs, { state, first: PAGE, after: pageParam }, signal)).jobs,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
}

export function useJobCancel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ tenant, id }: JobInfo) =>
      (await operator<{ job: JobInfo }>(OPERATOR.cancelJob, { tenant, id })).job,
    onSettled: () => client.invalidateQueries({ queryKey: ["operator", "jobs"] }),
  });
}

import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ApiError,
  type JobPage,
  type ObjectSize,
  OPERATOR,
  type PackageInfo,
  problem,
  type RecordHome,
  request,
  type StoredObject,
  type TenantInfo,
  type TenantJobInfo,
  type TenantPage,
} from "@/api";
import type { JobSource } from "@/jobs";

const PAGE = 50;
const PAUSE = 5_000;

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

/** The jobs of all workspaces. */
export const JOBS: JobSource<TenantJobInfo> = {
  key: ["operator", "jobs"],
  page: async (state, after, signal) =>
    (await operator<{ jobs: JobPage<TenantJobInfo> }>(OPERATOR.jobs, { state, first: PAGE, after }, signal)).jobs,
  cancel: ({ tenant, id }) => operator(OPERATOR.cancelJob, { tenant, id }),
};

/** Where the records of a workspace are, and the last moves; asked for again while one is under way. */
export function useStoredObjects(tenant: string) {
  return useQuery({
    queryKey: ["operator", "objects", tenant],
    refetchInterval: ({ state }: { state: { data: readonly StoredObject[] | undefined } }) =>
      state.data?.some(({ job }) => job !== null) ? PAUSE : false,
    queryFn: async ({ signal }) =>
      (await operator<{ objects: readonly StoredObject[] }>(OPERATOR.objects, { tenant }, signal)).objects,
  });
}

/** How much each object keeps, by its name. Counting takes a while, so it is done anew only where records moved. */
export function useObjectSizes(tenant: string, objects: readonly StoredObject[]) {
  const homes = objects.map(({ name, home }) => `${name} ${home}`);
  return useQuery({
    queryKey: ["operator", "object-sizes", tenant, homes],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, ObjectSize>> => {
      const answer = await operator<{ objects: readonly ObjectSize[] }>(OPERATOR.objectSizes, { tenant }, signal);
      return new Map(answer.objects.map((size) => [size.name, size]));
    },
  });
}

export interface ObjectMove {
  readonly object: string;
  readonly to: RecordHome;
  readonly indexes: readonly (readonly string[])[];
}

export function useObjectMove(tenant: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: ObjectMove) => operator(OPERATOR.moveObject, { tenant, ...move }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["operator", "objects", tenant] }),
  });
}

/** Stops a move by the id of its job. */
export function useMoveCancel(tenant: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => operator(OPERATOR.cancelJob, { tenant, id }),
    onSettled: () => client.invalidateQueries({ queryKey: ["operator", "objects", tenant] }),
  });
}

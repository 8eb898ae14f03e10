import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ApiError,
  type JobPage,
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

interface StoredObjects {
  readonly objects: readonly StoredObject[];
  /** By name of the object: the job that moves it, or else the last that did while somebody looked. */
  readonly moves: ReadonlyMap<string, TenantJobInfo>;
}

interface StoredObjectsAnswer {
  readonly objects: readonly StoredObject[];
  readonly jobs: { readonly nodes: readonly TenantJobInfo[] };
}

function movesOf({ objects, jobs }: StoredObjectsAnswer, before: StoredObjects | undefined): StoredObjects["moves"] {
  const byId = new Map(jobs.nodes.map((job) => [job.id, job]));
  const moves = new Map<string, TenantJobInfo>();
  for (const { name, job } of objects) {
    const move = byId.get(job ?? before?.moves.get(name)?.id ?? "");
    if (move !== undefined) moves.set(name, move);
  }
  return moves;
}

/** Where the records of a workspace are, and the jobs that move them; asked for again while one does. */
export function useStoredObjects(tenant: string) {
  const client = useQueryClient();
  const queryKey = ["operator", "objects", tenant];
  return useQuery({
    queryKey,
    refetchInterval: ({ state }: { state: { data: StoredObjects | undefined } }) =>
      state.data?.objects.some(({ job }) => job !== null) ? PAUSE : false,
    queryFn: async ({ signal }): Promise<StoredObjects> => {
      const answer = await operator<StoredObjectsAnswer>(OPERATOR.objects, { tenant }, signal);
      return { objects: answer.objects, moves: movesOf(answer, client.getQueryData<StoredObjects>(queryKey)) };
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

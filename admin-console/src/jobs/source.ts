import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { JobInfo, JobPage, JobState } from "@/api";

const PAUSE = 5_000;

/** Where jobs come from: of one workspace or of all. */
export interface JobSource<J extends JobInfo> {
  readonly key: readonly string[];
  readonly page: (state: JobState | null, after: string | null, signal: AbortSignal) => Promise<JobPage<J>>;
  readonly cancel: (job: J) => Promise<unknown>;
}

/** The jobs, asked for again while somebody looks at them. */
export function useJobs<J extends JobInfo>(source: JobSource<J>, state: JobState | null) {
  return useInfiniteQuery({
    queryKey: [...source.key, state],
    initialPageParam: null as string | null,
    refetchInterval: PAUSE,
    queryFn: ({ pageParam, signal }) => source.page(state, pageParam, signal),
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
}

export function useJobCancel<J extends JobInfo>(source: JobSource<J>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: source.cancel,
    onSettled: () => client.invalidateQueries({ queryKey: source.key }),
  });
}

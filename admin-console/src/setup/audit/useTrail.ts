import { useInfiniteQuery } from "@tanstack/react-query";
import { AUDIT, type AuditEntry, type AuditKind, type AuditPage } from "@/api";
import { useTenant } from "@/session";

const PAGE = 50;
const EXPORTED_AT_ONCE = 1_000;
const DAY = 86_400_000;

export const DAYS = { day: 1, week: 7, month: 30 } as const;
export type Time = keyof typeof DAYS;

export interface TrailFilter {
  readonly kind: AuditKind | null;
  readonly time: Time | null;
}

function variables({ kind, time }: TrailFilter) {
  return { kind, from: time === null ? null : new Date(Date.now() - DAYS[time] * DAY).toISOString() };
}

/** The audit trail, page by page, and all of it at once. */
export function useTrail(filter: TrailFilter) {
  const tenant = useTenant();
  const read = async (first: number, after: string | null, signal?: AbortSignal) =>
    (
      await tenant.metadata<{ trail: AuditPage }>(
        { query: AUDIT.entries, variables: { ...variables(filter), first, after } },
        signal,
      )
    ).trail;
  const list = useInfiniteQuery({
    queryKey: ["tenant", tenant.slug, "setup", "audit", filter.kind, filter.time],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => read(PAGE, pageParam, signal),
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });
  const all = async () => {
    const entries: AuditEntry[] = [];
    let after: string | null = null;
    do {
      const page: AuditPage = await read(EXPORTED_AT_ONCE, after);
      entries.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return entries;
  };
  return { list, all };
}

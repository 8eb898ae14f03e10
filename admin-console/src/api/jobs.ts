export const JOB_STATES = ["WAITING", "RUNNING", "DONE", "FAILED", "CANCELLED"] as const;

export type JobState = (typeof JOB_STATES)[number];

export interface JobInfo {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly isRecurring: boolean;
  readonly progress: number;
  readonly total: number | null;
  readonly attempts: number;
  readonly isCancelRequested: boolean;
  readonly problem: string | null;
  readonly dueAt: string;
  readonly finishedAt: string | null;
}

export interface JobPage<J extends JobInfo = JobInfo> {
  readonly nodes: readonly J[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const JOB_PARTS = "id kind state isRecurring progress total attempts isCancelRequested problem dueAt finishedAt";

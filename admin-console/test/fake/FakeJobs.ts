import type { JobState, TenantJobInfo } from "@/api";
import { refuse, type Values } from "./refusal.ts";

/** The jobs of all workspaces of the stand-in. */
export class FakeJobs {
  private jobs: TenantJobInfo[];
  private readonly stamp: () => string;

  constructor(stamp: () => string) {
    this.stamp = stamp;
    this.jobs = [
      this.job("tenant-1", "customers.import", "RUNNING", 1_200),
      this.job("tenant-2", "customers.import", "FAILED", 7),
      { ...this.job("tenant-2", "removedValues.purge", "WAITING", 0), isRecurring: true, total: null },
      this.job("northwind", "contacts.import", "RUNNING", 300),
      this.job("northwind", "formula.compute", "DONE", 5_000),
    ];
  }

  private job(tenant: string, kind: string, state: JobState, progress: number): TenantJobInfo {
    return {
      tenant,
      id: `${tenant} ${kind}`,
      kind,
      state,
      isRecurring: false,
      progress,
      total: 5_000,
      attempts: state === "FAILED" ? 8 : 0,
      isCancelRequested: false,
      problem: state === "FAILED" ? "JOB_FAILED" : null,
      dueAt: this.stamp(),
      finishedAt: null,
    };
  }

  /** Begins a job, as the APIs do whose work takes its time. */
  begin(tenant: string, kind: string, subject: string): TenantJobInfo {
    const begun = { ...this.job(tenant, kind, "RUNNING", 2_500), id: `${tenant} ${kind} ${subject}` };
    this.jobs = [begun, ...this.jobs.filter(({ id }) => id !== begun.id)];
    return begun;
  }

  /** Ends a job that cannot be done. */
  fail(id: string, problem: string): void {
    this.jobs = this.jobs.map((job) =>
      job.id === id ? { ...job, state: "FAILED", attempts: 1, problem, finishedAt: this.stamp() } : job,
    );
  }

  find(id: string): TenantJobInfo | null {
    return this.jobs.find((job) => job.id === id) ?? null;
  }

  /** Answers what both APIs have: of one tenant, or of all. */
  answer(root: string, { state, id, tenant }: Values): unknown {
    const isOf = (job: TenantJobInfo) => tenant === undefined || job.tenant === tenant;
    switch (root) {
      case "jobs":
        return {
          nodes: this.jobs.filter((job) => isOf(job) && (state ?? job.state) === job.state),
          pageInfo: { hasNextPage: false, endCursor: null },
        };
      case "cancelJob":
        this.jobs = this.jobs.map((job) => (isOf(job) && job.id === id ? { ...job, isCancelRequested: true } : job));
        return this.jobs.find((job) => job.id === id);
      default:
        return refuse("INVALID", "UNKNOWN_FIELD", `No field ${root}.`);
    }
  }
}

import { Anchor, Badge, Button, Select, Skeleton, Table, Text } from "@mantine/core";
import { IconClockPlay } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { JOB_STATES, type JobInfo, type JobState } from "@/api";
import { formatCount, formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { ConfirmDialog, ErrorPanel, Page, type PlainColumn, PlainTable, StatePanel, toastDone, useTitle } from "@/ui";
import { useJobCancel, useJobs } from "./queries";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.operator.jobs.kind },
  { label: t.operator.columnName },
  { label: t.operator.columnStatus },
  { label: t.operator.jobs.progress, isNumber: true },
  { label: t.operator.jobs.due },
];
const COLORS: { readonly [S in JobState]: string } = {
  WAITING: "gray",
  RUNNING: "accent",
  DONE: "teal",
  FAILED: "red",
  CANCELLED: "orange",
};
const SKELETONS = ["a", "b", "c", "d"];

function stateOf(text: string | null): JobState | null {
  return JOB_STATES.find((state) => state === text) ?? null;
}

function isCancellable({ state, isRecurring, isCancelRequested }: JobInfo): boolean {
  return !isCancelRequested && (state === "RUNNING" || (state === "WAITING" && !isRecurring));
}

/** The work that goes on for all workspaces: how it stands, and a way to stop it. */
export function JobsPage() {
  useTitle(t.operator.jobs.title, t.operator.console);
  const [params, setParams] = useSearchParams();
  const state = stateOf(params.get("state"));
  const list = useJobs(state);
  const jobs = list.data?.pages.flatMap((page) => page.nodes);
  return (
    <Page
      title={t.operator.jobs.title}
      above={
        <Anchor component={Link} to="/operator" inherit>
          {t.operator.title}
        </Anchor>
      }
    >
      <Select
        aria-label={t.operator.jobs.filter}
        placeholder={t.operator.jobs.all}
        data={JOB_STATES.map((value) => ({ value, label: t.operator.jobs.state[value] }))}
        value={state}
        onChange={(value) => setParams(value === null ? {} : { state: value }, { replace: true })}
        clearable
        maw={240}
        mb="md"
      />
      {list.isError && jobs === undefined && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && SKELETONS.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {jobs?.length === 0 && <StatePanel icon={<IconClockPlay size={28} />} title={t.operator.jobs.none} />}
      {jobs !== undefined && jobs.length > 0 && <JobTable jobs={jobs} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t.common.showMore}
        </Button>
      )}
    </Page>
  );
}

function JobTable({ jobs }: { jobs: readonly JobInfo[] }) {
  const [asked, setAsked] = useState<JobInfo | null>(null);
  return (
    <>
      <PlainTable minWidth={760} columns={COLUMNS} label={t.operator.jobs.table} hasMenus>
        {jobs.map((job) => (
          <JobRow key={`${job.tenant} ${job.id}`} job={job} onCancel={() => setAsked(job)} />
        ))}
      </PlainTable>
      {asked !== null && <Cancellation job={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function JobRow({ job, onCancel }: { job: JobInfo; onCancel: () => void }) {
  const due = job.state === "WAITING" || job.finishedAt === null ? job.dueAt : job.finishedAt;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={550} inherit>
          {job.kind}
        </Text>
        {job.isRecurring && (
          <Text size="xs" className="quiet">
            {t.operator.jobs.recurring}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/operator/t/${job.tenant}`} inherit>
          {job.tenant}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={COLORS[job.state]} radius="sm" tt="none">
          {job.isCancelRequested ? t.operator.jobs.cancelling : t.operator.jobs.state[job.state]}
        </Badge>
        {job.problem !== null && (
          <Text size="xs" c="var(--mantine-color-error)">
            {t.operator.jobs.problem(job.problem, job.attempts)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {job.total === null
          ? formatCount(job.progress)
          : t.operator.jobs.of(formatCount(job.progress), formatCount(job.total))}
      </Table.Td>
      <Table.Td className="figures">{formatDateTime(due)}</Table.Td>
      <Table.Td>
        {isCancellable(job) && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={onCancel}
            aria-label={t.operator.jobs.cancelOne(job.kind, job.tenant)}
          >
            {t.operator.jobs.cancel}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Cancellation({ job, onClose }: { job: JobInfo; onClose: () => void }) {
  const cancel = useJobCancel();
  return (
    <ConfirmDialog
      title={t.operator.jobs.cancelTitle(job.kind, job.tenant)}
      action={t.operator.jobs.cancel}
      isBusy={cancel.isPending}
      failure={cancel.error}
      onClose={onClose}
      onConfirm={() =>
        cancel.mutate(job, {
          onSuccess: () => {
            onClose();
            toastDone(t.operator.jobs.cancelled);
          },
        })
      }
    >
      {t.operator.jobs.cancelText}
    </ConfirmDialog>
  );
}

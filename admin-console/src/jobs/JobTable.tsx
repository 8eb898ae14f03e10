import { Badge, Button, Table, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { JobInfo, JobState } from "@/api";
import { formatCount, formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { ConfirmDialog, type PlainColumn, PlainTable, toastDone } from "@/ui";
import { type JobSource, useJobCancel } from "./source";

const COLORS: { readonly [S in JobState]: string } = {
  WAITING: "gray",
  RUNNING: "accent",
  DONE: "teal",
  FAILED: "red",
  CANCELLED: "orange",
};

/** A column that tells whose jobs they are, where they are of several. */
export interface JobOwners<J extends JobInfo> {
  readonly label: string;
  readonly cell: (job: J) => ReactNode;
  readonly name: (job: J) => string;
}

interface Props<J extends JobInfo> {
  jobs: readonly J[];
  source: JobSource<J>;
  owners?: JobOwners<J> | undefined;
}

function isCancellable({ state, isRecurring, isCancelRequested }: JobInfo): boolean {
  return !isCancelRequested && (state === "RUNNING" || (state === "WAITING" && !isRecurring));
}

/** What it does, in words; a kind that is new to the app by its code name. */
function kindOf({ kind }: JobInfo): string {
  return t.jobs.kinds[kind] ?? kind;
}

export function JobTable<J extends JobInfo>({ jobs, source, owners }: Props<J>) {
  const [asked, setAsked] = useState<J | null>(null);
  const columns: readonly PlainColumn[] = [
    { label: t.jobs.kind },
    ...(owners === undefined ? [] : [{ label: owners.label }]),
    { label: t.jobs.status },
    { label: t.jobs.progress, isNumber: true },
    { label: t.jobs.due },
  ];
  const nameOf = (job: J) => (owners === undefined ? kindOf(job) : t.jobs.kindOf(kindOf(job), owners.name(job)));
  return (
    <>
      <PlainTable minWidth={760} columns={columns} label={t.jobs.table} hasMenus>
        {jobs.map((job) => (
          <JobRow
            key={`${owners?.name(job) ?? ""} ${job.id}`}
            job={job}
            owner={owners?.cell(job)}
            name={nameOf(job)}
            onCancel={() => setAsked(job)}
          />
        ))}
      </PlainTable>
      {asked !== null && (
        <Cancellation job={asked} name={nameOf(asked)} source={source} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

interface RowProps {
  job: JobInfo;
  owner: ReactNode | undefined;
  name: string;
  onCancel: () => void;
}

function JobRow({ job, owner, name, onCancel }: RowProps) {
  const due = job.state === "WAITING" || job.finishedAt === null ? job.dueAt : job.finishedAt;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={550} inherit>
          {kindOf(job)}
        </Text>
        {job.isRecurring && (
          <Text size="xs" className="quiet">
            {t.jobs.recurring}
          </Text>
        )}
      </Table.Td>
      {owner !== undefined && <Table.Td>{owner}</Table.Td>}
      <Table.Td>
        <Badge variant="light" color={COLORS[job.state]} radius="sm" tt="none">
          {job.isCancelRequested ? t.jobs.cancelling : t.jobs.state[job.state]}
        </Badge>
        {job.problem !== null && (
          <Text size="xs" c="var(--mantine-color-error)">
            {t.jobs.problem(job.problem, job.attempts)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {job.total === null ? formatCount(job.progress) : t.jobs.of(formatCount(job.progress), formatCount(job.total))}
      </Table.Td>
      <Table.Td className="figures">{formatDateTime(due)}</Table.Td>
      <Table.Td>
        {isCancellable(job) && (
          <Button size="compact-sm" variant="default" onClick={onCancel} aria-label={t.jobs.cancelOne(name)}>
            {t.jobs.cancel}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

interface CancellationProps<J extends JobInfo> {
  job: J;
  name: string;
  source: JobSource<J>;
  onClose: () => void;
}

function Cancellation<J extends JobInfo>({ job, name, source, onClose }: CancellationProps<J>) {
  const cancel = useJobCancel(source);
  return (
    <ConfirmDialog
      title={t.jobs.cancelTitle(name)}
      action={t.jobs.cancel}
      isBusy={cancel.isPending}
      failure={cancel.error}
      onClose={onClose}
      onConfirm={() =>
        cancel.mutate(job, {
          onSuccess: () => {
            onClose();
            toastDone(t.jobs.cancelled);
          },
        })
      }
    >
      {t.jobs.cancelText}
    </ConfirmDialog>
  );
}

import { Anchor, Badge, Button, Skeleton, Table, Text } from "@mantine/core";
import { IconDatabase } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { ObjectSize, StoredObject, TenantJobInfo } from "@/api";
import { formatBytes, formatCount, formatDateTime, relativeTime } from "@/fields";
import { t } from "@/i18n";
import { ConfirmDialog, ErrorPanel, Page, type PlainColumn, PlainTable, StatePanel, toastDone, useTitle } from "@/ui";
import { MoveDialog } from "./MoveDialog";
import { useMoveCancel, useObjectSizes, useStoredObjects } from "./queries";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.operator.objects.object },
  { label: t.operator.objects.home },
  { label: t.operator.columnRecords, isNumber: true },
  { label: t.operator.columnStorage, isNumber: true },
  { label: t.operator.objects.indexes },
];
const SKELETONS = ["a", "b", "c", "d"];
const STAYING = "User";

/** Where the records of a workspace's objects are, and a way to move them. */
export function ObjectsPage() {
  const { slug = "" } = useParams();
  useTitle(t.operator.objects.of(slug), t.operator.console);
  const list = useStoredObjects(slug);
  const objects = list.data;
  return (
    <Page
      title={t.operator.objects.of(slug)}
      above={
        <Anchor component={Link} to={`/operator/t/${slug}`} inherit>
          {slug}
        </Anchor>
      }
    >
      {list.isError && objects === undefined && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && SKELETONS.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {objects?.length === 0 && <StatePanel icon={<IconDatabase size={28} />} title={t.operator.objects.none} />}
      {objects !== undefined && objects.length > 0 && <ObjectTable tenant={slug} objects={objects} />}
    </Page>
  );
}

interface TableProps {
  tenant: string;
  objects: readonly StoredObject[];
}

function ObjectTable({ tenant, objects }: TableProps) {
  const sizes = useObjectSizes(tenant, objects);
  const [moved, setMoved] = useState<StoredObject | null>(null);
  const [cancelled, setCancelled] = useState<{ object: string; job: string } | null>(null);
  return (
    <>
      <PlainTable minWidth={860} columns={COLUMNS} label={t.operator.objects.table} hasMenus>
        {objects.map((object) => (
          <ObjectRow
            key={object.name}
            object={object}
            size={sizes.isError ? null : sizes.data?.get(object.name)}
            onMove={() => setMoved(object)}
            onCancel={(job) => setCancelled({ object: object.name, job })}
          />
        ))}
      </PlainTable>
      {moved !== null && <MoveDialog tenant={tenant} object={moved} onClose={() => setMoved(null)} />}
      {cancelled !== null && <Cancellation tenant={tenant} {...cancelled} onClose={() => setCancelled(null)} />}
    </>
  );
}

interface RowProps {
  object: StoredObject;
  /** Undefined until it is counted, null where that cannot be done. */
  size: ObjectSize | null | undefined;
  onMove: () => void;
  onCancel: (job: string) => void;
}

function ObjectRow({ object, size, onMove, onCancel }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={550} inherit>
          {object.label}
        </Text>
        <Text size="xs" className="quiet">
          {object.name}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={object.home === "DEDICATED" ? "accent" : "gray"} radius="sm" tt="none">
          {t.operator.objects.homes[object.home]}
        </Badge>
        {object.job !== null && (
          <Text size="xs" className="quiet">
            {progressOf(object.lastMove)}
          </Text>
        )}
        <MoveFailure isUnderWay={object.job !== null} move={object.lastMove} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        <Counted value={size?.records} isFailed={size === null} format={formatCount} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        <Counted value={size?.bytes} isFailed={size === null} format={formatBytes} />
      </Table.Td>
      <Table.Td>
        {object.indexes.map((fields) => (
          <div key={fields.join()}>{fields.join(", ")}</div>
        ))}
      </Table.Td>
      <Table.Td>
        <RowAction object={object} onMove={onMove} onCancel={onCancel} />
      </Table.Td>
    </Table.Tr>
  );
}

function RowAction({ object: { name, job, lastMove }, onMove, onCancel }: Omit<RowProps, "size">) {
  if (job !== null) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        disabled={lastMove?.isCancelRequested}
        onClick={() => onCancel(job)}
        aria-label={t.operator.objects.cancelOne(name)}
      >
        {t.operator.objects.cancel}
      </Button>
    );
  }
  if (name === STAYING) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={onMove} aria-label={t.operator.objects.changeOne(name)}>
      {t.operator.objects.change}
    </Button>
  );
}

interface CountedProps {
  value: number | undefined;
  isFailed: boolean;
  format: (value: number) => string;
}

function Counted({ value, isFailed, format }: CountedProps) {
  if (isFailed) return <span className="quiet">{t.operator.objects.uncounted}</span>;
  return value === undefined ? <Skeleton height={12} width={56} ml="auto" /> : format(value);
}

function progressOf(move: TenantJobInfo | null): string {
  if (move?.isCancelRequested) return t.jobs.cancelling;
  if (move === null || move.total === null) return t.operator.objects.waiting;
  return t.operator.objects.moving(formatCount(move.progress), formatCount(move.total));
}

/** What stopped a move last, or ended it. */
function MoveFailure({ isUnderWay, move }: { isUnderWay: boolean; move: TenantJobInfo | null }) {
  if (move === null || move.problem === null || !(isUnderWay || move.state === "FAILED")) return null;
  const problem = t.jobs.problem(move.problem, move.attempts);
  return (
    <>
      <Text size="xs" c="var(--mantine-color-error)">
        {isUnderWay ? problem : t.operator.objects.failed(problem)}
      </Text>
      {!isUnderWay && move.finishedAt !== null && (
        <Text
          component="time"
          display="block"
          dateTime={move.finishedAt}
          title={formatDateTime(move.finishedAt)}
          size="xs"
          className="quiet"
        >
          {relativeTime(move.finishedAt)}
        </Text>
      )}
    </>
  );
}

interface CancellationProps {
  tenant: string;
  object: string;
  job: string;
  onClose: () => void;
}

function Cancellation({ tenant, object, job, onClose }: CancellationProps) {
  const cancel = useMoveCancel(tenant);
  return (
    <ConfirmDialog
      title={t.operator.objects.cancelTitle(object)}
      action={t.operator.objects.cancel}
      isBusy={cancel.isPending}
      failure={cancel.error}
      onClose={onClose}
      onConfirm={() =>
        cancel.mutate(job, {
          onSuccess: () => {
            onClose();
            toastDone(t.operator.objects.cancelled);
          },
        })
      }
    >
      {t.operator.objects.cancelText}
    </ConfirmDialog>
  );
}

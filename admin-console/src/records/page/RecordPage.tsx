import { Anchor, Button, Menu, Skeleton, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { ApiError, type ObjectInfo, problem, type RecordData, type RecordId, recordId } from "@/api";
import { t } from "@/i18n";
import { buttonsOnPage, useRunRule } from "@/records/button";
import { ShareDialog } from "@/records/share";
import { useLiveRecords, useTenant } from "@/session";
import { DeleteItem, ErrorPanel, MoreMenu, ObjectIcon, Page, useTitle } from "@/ui";
import { DeleteDialog } from "./DeleteDialog";
import classes from "./page.module.css";
import { RecordDetails } from "./RecordDetails";
import { RecordEditor } from "./RecordEditor";
import { RelatedLists } from "./RelatedLists";
import { useRecord } from "./useRecord";

/** More of them stand in the menu. */
const BUTTONS_SHOWN = 2;
const BUTTONS_SHOWN_NARROW = 1;
const NARROW = "(max-width: 480px)";

const RecordHistory = lazy(async () => ({ default: (await import("./RecordHistory")).RecordHistory }));

/** One record: its facts, what belongs to it, and what was done to it. */
export function RecordPage() {
  const tenant = useTenant();
  const { object: name = "", id = "" } = useParams();
  const object = tenant.object(name);
  if (object === undefined) return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={tenant.base} />;
  return <LoadedRecord key={`${name} ${id}`} object={object} id={recordId(id)} />;
}

function LoadedRecord({ object, id }: { object: ObjectInfo; id: RecordId }) {
  const tenant = useTenant();
  const { query, record, load, keep } = useRecord(object, id);
  useLiveRecords(object, id);
  useTitle(String(record?.name ?? object.label), tenant.me.tenant.name);
  if (record === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => query.refetch()} home={tenant.listPath(object)} />
    ) : (
      <Waiting object={object} />
    );
  }
  return <Shown object={object} record={record} reload={load} keep={keep} />;
}

interface ShownProps {
  object: ObjectInfo;
  record: RecordData;
  reload: () => Promise<RecordData>;
  keep: (record: RecordData) => Promise<void>;
}

function Shown({ object, record, reload, keep }: ShownProps) {
  const [editing, setEditing] = useState<{ field: string | null } | null>(null);
  const [isDeleting, setDeleting] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const tenant = useTenant();
  const run = useRunRule(object);
  const shown = (useMediaQuery(NARROW) ?? false) ? BUTTONS_SHOWN_NARROW : BUTTONS_SHOWN;
  const name = String(record.name ?? t.list.unnamed);
  const buttons = buttonsOnPage(object, record, tenant.me.user?.id ?? null);
  const actions = object.isWritable && editing === null && (
    <>
      {buttons.slice(0, shown).map((rule) => (
        <Button
          key={rule.name}
          variant="default"
          loading={run.isPending && run.variables.rule === rule}
          disabled={run.isPending}
          onClick={() => run.mutate({ rule, records: [record] })}
        >
          {rule.label}
        </Button>
      ))}
      <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing({ field: null })}>
        {t.record.edit}
      </Button>
      <MoreMenu>
        {buttons.slice(shown).map((rule) => (
          <Menu.Item key={rule.name} disabled={run.isPending} onClick={() => run.mutate({ rule, records: [record] })}>
            {rule.label}
          </Menu.Item>
        ))}
        {object.sharing !== "readWrite" && <Menu.Item onClick={() => setSharing(true)}>{t.share.open}</Menu.Item>}
        {object.isDeletable && <DeleteItem onClick={() => setDeleting(true)} />}
      </MoreMenu>
    </>
  );
  return (
    <Page
      title={name}
      icon={<ObjectIcon name={object.icon} size={20} />}
      above={<ListLink object={object} />}
      actions={actions}
    >
      {editing !== null ? (
        <RecordEditor
          object={object}
          record={record}
          focused={editing.field}
          reload={reload}
          keep={keep}
          onDone={() => setEditing(null)}
        />
      ) : (
        <Parts object={object} record={record} onEdit={object.isWritable ? (field) => setEditing({ field }) : null} />
      )}
      {isSharing && <ShareDialog object={object} record={record} onClose={() => setSharing(false)} />}
      {isDeleting && <DeleteDialog object={object} record={record} onClose={() => setDeleting(false)} />}
    </Page>
  );
}

interface PartsProps {
  object: ObjectInfo;
  record: RecordData;
  onEdit: ((field: string) => void) | null;
}

/** The tabs of a record; its history is asked for once somebody opens it. */
function Parts({ object, record, onEdit }: PartsProps) {
  const [search, setSearch] = useSearchParams();
  return (
    <Tabs
      value={search.get("tab") === "history" ? "history" : "overview"}
      onChange={(tab) => setSearch(tab === "history" ? { tab } : {}, { replace: true })}
      keepMounted={false}
    >
      <Tabs.List mb="lg">
        <Tabs.Tab value="overview">{t.record.overview}</Tabs.Tab>
        <Tabs.Tab value="history">{t.record.history}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">
        <div className={object.relations.length > 0 ? classes.columns : undefined}>
          <RecordDetails object={object} record={record} onEdit={onEdit} />
          {object.relations.length > 0 && <RelatedLists object={object} record={record} />}
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <Suspense fallback={<Skeleton height={160} radius="lg" />}>
          <RecordHistory object={object} record={record} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

function ListLink({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  return (
    <Anchor component={Link} to={tenant.listPath(object)} inherit>
      {object.pluralLabel}
    </Anchor>
  );
}

const WAITING_FIELDS = ["a", "b", "c", "d", "e", "f", "g", "h"];

function Waiting({ object }: { object: ObjectInfo }) {
  return (
    <Page
      title={<Skeleton height={24} width={240} />}
      icon={<ObjectIcon name={object.icon} size={20} />}
      above={<ListLink object={object} />}
    >
      <div className={classes.columns} role="status" aria-label={t.common.loading}>
        <div className={classes.panel}>
          {WAITING_FIELDS.map((field) => (
            <Skeleton key={field} height={16} my={14} />
          ))}
        </div>
        <div>
          <Skeleton height={160} mb="md" radius="lg" />
          <Skeleton height={160} radius="lg" />
        </div>
      </div>
    </Page>
  );
}

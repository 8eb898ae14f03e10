import { Anchor, Button, Skeleton, Text } from "@mantine/core";
import { IconArrowRight, IconHistory } from "@tabler/icons-react";
import { Link } from "react-router";
import { type FieldChange, fieldNamed, type HistoryEntry, lookupBeside, type ObjectInfo, type RecordData } from "@/api";
import { formatDateTime, type References, relativeTime, ToldValue } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, StatePanel } from "@/ui";
import classes from "./history.module.css";
import { useHistory } from "./useHistory";

interface Props {
  object: ObjectInfo;
  record: RecordData;
}

const WAITING = ["a", "b", "c"];

/** Who did what to a record and when, newest first. */
export function RecordHistory({ object, record }: Props) {
  const history = useHistory(object, record.id);
  if (history.isError && history.data === undefined) {
    return <ErrorPanel error={history.error} onRetry={() => history.refetch()} />;
  }
  if (history.data === undefined) {
    return (
      <div role="status" aria-label={t.common.loading} className={classes.entries}>
        {WAITING.map((row) => (
          <Skeleton key={row} height={88} my={12} radius="lg" />
        ))}
      </div>
    );
  }
  const references: References = Object.assign({}, ...history.data.pages.map((page) => page.references));
  const entries = history.data.pages.flatMap((page) => page.nodes);
  if (entries.length === 0) {
    return (
      <StatePanel
        icon={<IconHistory size={28} />}
        title={t.record.noHistory}
        text={object.keepsHistory ? t.record.noHistoryText : t.record.keepsNoHistory(object.pluralLabel)}
      />
    );
  }
  return (
    <>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <Entry key={entry.version} object={object} record={record} entry={entry} references={references} />
        ))}
      </ol>
      {history.isFetchNextPageError && (
        <Text size="sm" c="red" role="alert" mb="sm">
          {t.record.earlierFailed}
        </Text>
      )}
      {history.hasNextPage && (
        <Button variant="default" loading={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          {t.record.showEarlier}
        </Button>
      )}
    </>
  );
}

interface EntryProps extends Props {
  entry: HistoryEntry;
  references: References;
}

function Entry({ object, record, entry, references }: EntryProps) {
  const exact = formatDateTime(entry.at);
  // Of which object a record is, its own link tells.
  const changes = entry.changes.filter((change) => lookupBeside(object, change.field) === undefined);
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <span>
          <Who entry={entry} /> {t.record.did[entry.kind]}
        </span>
        <Text component="time" dateTime={entry.at} title={exact} size="sm" className="quiet figures">
          {relativeTime(entry.at)}
          <span className={classes.spoken}>, {exact}</span>
        </Text>
      </div>
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map((change) => (
            <Change
              key={change.field}
              object={object}
              record={record}
              change={change}
              isFirst={entry.kind === "CREATE"}
              references={references}
            />
          ))}
        </dl>
      )}
    </li>
  );
}

function Who({ entry }: { entry: HistoryEntry }) {
  const tenant = useTenant();
  const users = tenant.object("User");
  if (entry.by === null) {
    return <b>{entry.origin === "PLATFORM" ? t.record.byPlatform : t.record.bySomebody}</b>;
  }
  const name = entry.by.name ?? t.list.unnamed;
  if (users === undefined) return <b>{name}</b>;
  return (
    <Anchor component={Link} to={tenant.recordPath(users, entry.by.id)} inherit fw={600}>
      {name}
    </Anchor>
  );
}

interface ChangeProps extends Props {
  change: FieldChange;
  /** A new record had no value before. */
  isFirst: boolean;
  references: References;
}

function Change({ object, record, change, isFirst, references }: ChangeProps) {
  const field = fieldNamed(object, change.field);
  const shown = (value: unknown) => <ToldValue field={field} record={record} value={value} references={references} />;
  return (
    <div className={classes.change}>
      <dt>{change.label}</dt>
      <dd>
        {!isFirst && (
          <>
            <span className={classes.before}>
              <span className={classes.spoken}>{t.record.before} </span>
              {shown(change.before)}
            </span>
            <IconArrowRight size={14} aria-hidden className={classes.arrow} />
            <span className={classes.spoken}>{t.record.after} </span>
          </>
        )}
        <span className={classes.value}>{shown(change.after)}</span>
      </dd>
    </div>
  );
}

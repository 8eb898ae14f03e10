import { Anchor, Button, Skeleton, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { ApiError, COUNT_CAP, type ObjectInfo, problem, type RecordId } from "@/api";
import { formatCappedCount } from "@/fields";
import { t } from "@/i18n";
import { useLiveRecords, useTenant } from "@/session";
import { ErrorPanel, ObjectIcon, Page, StatePanel, useTitle } from "@/ui";
import { BinActions } from "./BinActions";
import { BinTable } from "./BinTable";
import { useBin } from "./useBin";

const SKELETONS = ["a", "b", "c", "d"];

/** The deleted records of an object. */
export function BinPage() {
  const tenant = useTenant();
  const { object: name = "" } = useParams();
  const object = tenant.object(name);
  if (object === undefined) return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={tenant.base} />;
  return <Bin key={object.name} object={object} />;
}

function Bin({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  const title = t.bin.title(object.pluralLabel);
  useTitle(title, tenant.me.tenant.name);
  useLiveRecords(object);
  const bin = useBin(object);
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  const records = bin.data?.pages.flatMap((page) => page.nodes);
  const count = bin.data?.pages[0]?.cappedCount;
  // What somebody else took out of the bin meanwhile is chosen no more.
  const selected = records?.flatMap(({ id }) => (chosen.has(id) ? [id] : [])) ?? [];
  return (
    <Page
      title={title}
      icon={<ObjectIcon name={object.icon} size={20} />}
      above={
        <Anchor component={Link} to={tenant.listPath(object)} inherit>
          {object.pluralLabel}
        </Anchor>
      }
      note={
        count !== undefined && (
          <Text className="quiet figures" role="status" style={{ flex: "none" }}>
            {t.list.count(formatCappedCount(count, COUNT_CAP), count === 1)}
          </Text>
        )
      }
      actions={
        object.isDeletable && <BinActions object={object} selected={selected} onDone={() => setChosen(new Set())} />
      }
    >
      {bin.isError && records === undefined && <ErrorPanel error={bin.error} onRetry={() => bin.refetch()} />}
      {bin.isPending && SKELETONS.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {records?.length === 0 && (
        <StatePanel icon={<IconTrash size={28} />} title={t.bin.empty} text={t.bin.emptyText(object.pluralLabel)} />
      )}
      {records !== undefined && records.length > 0 && (
        <BinTable
          object={object}
          records={records}
          selected={object.isDeletable ? new Set(selected) : null}
          onSelect={setChosen}
        />
      )}
      {bin.hasNextPage && (
        <Button variant="default" mt="md" loading={bin.isFetchingNextPage} onClick={() => bin.fetchNextPage()}>
          {t.bin.showMore}
        </Button>
      )}
    </Page>
  );
}

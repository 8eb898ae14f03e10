import { Button, Menu, Text } from "@mantine/core";
import { IconPlus, IconSearchOff, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { ApiError, buttonsOf, COUNT_CAP, type ObjectInfo, problem, type RecordId } from "@/api";
import { formatCappedCount } from "@/fields";
import { t } from "@/i18n";
import { SelectionBar } from "@/records/button";
import { FilterBar } from "@/records/filters";
import { useLiveRecords, useTenant } from "@/session";
import { ErrorPanel, MoreMenu, ObjectIcon, Page, StatePanel, useTitle } from "@/ui";
import { ColumnsMenu } from "./ColumnsMenu";
import classes from "./list.module.css";
import { RecordTable } from "./RecordTable";
import { useListView } from "./useListView";
import { useRecordList } from "./useRecordList";

const NOTHING: ReadonlySet<RecordId> = new Set();

/** The list of an object's records. */
export function ListPage() {
  const tenant = useTenant();
  const { object: name = "" } = useParams();
  const object = tenant.object(name);
  if (object === undefined) return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home={tenant.base} />;
  return <RecordList key={object.name} object={object} />;
}

function RecordList({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  useTitle(object.pluralLabel, tenant.me.tenant.name);
  useLiveRecords(object);
  const view = useListView(object);
  const list = useRecordList(object, view.columns, view.conditions, view.sort);
  const records = list.data?.pages.flatMap((page) => page.nodes);
  const count = list.data?.pages[0]?.cappedCount;
  const isEmpty = records?.length === 0;
  const buttons = object.isWritable ? buttonsOf(object, "LIST") : [];
  const [selected, setSelected] = useState(NOTHING);
  const newButton = object.isCreatable && (
    <Button component={Link} to={`${tenant.listPath(object)}/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t.list.new(object.label)}
    </Button>
  );
  return (
    <Page
      width="full"
      title={object.pluralLabel}
      icon={<ObjectIcon name={object.icon} size={20} />}
      note={
        count !== undefined && (
          <Text className="quiet figures" role="status" style={{ flex: "none" }}>
            {t.list.count(formatCappedCount(count, COUNT_CAP), count === 1)}
          </Text>
        )
      }
      actions={
        <>
          {newButton}
          <MoreMenu>
            <Menu.Item
              component={Link}
              to={`${tenant.listPath(object)}/bin`}
              leftSection={<IconTrash size={16} aria-hidden />}
            >
              {t.bin.link}
            </Menu.Item>
          </MoreMenu>
        </>
      }
    >
      <div className={classes.tools}>
        <FilterBar object={object} conditions={view.conditions} onChange={view.setConditions} />
        <ColumnsMenu object={object} columns={view.columns} onChange={view.setColumns} />
      </div>
      <SelectionBar
        object={object}
        buttons={buttons}
        records={records?.filter(({ id }) => selected.has(id)) ?? []}
        onClear={() => setSelected(NOTHING)}
      />
      {list.isError && records === undefined && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {isEmpty && view.conditions.length === 0 && (
        <StatePanel
          icon={<ObjectIcon name={object.icon} size={28} />}
          title={t.list.emptyTitle(object.pluralLabel)}
          text={object.isCreatable ? t.list.emptyText(object.label) : t.list.emptyReadOnly}
        >
          {newButton}
        </StatePanel>
      )}
      {isEmpty && view.conditions.length > 0 && (
        <StatePanel icon={<IconSearchOff size={28} />} title={t.list.nothingFound} text={t.list.nothingFoundText}>
          <Button variant="default" onClick={() => view.setConditions([])}>
            {t.list.clearFilters}
          </Button>
        </StatePanel>
      )}
      {!isEmpty && !(list.isError && records === undefined) && (
        <RecordTable
          object={object}
          columns={view.columns}
          records={records}
          sort={view.sort}
          onSort={view.setSort}
          hasMore={list.hasNextPage}
          onEnd={() => {
            if (!list.isFetchingNextPage) list.fetchNextPage();
          }}
          isStale={list.isPlaceholderData}
          selected={buttons.length > 0 ? selected : null}
          onSelect={setSelected}
        />
      )}
    </Page>
  );
}

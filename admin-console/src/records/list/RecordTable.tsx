import { Skeleton, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { FieldInfo, ObjectInfo, RecordData, RecordId } from "@/api";
import { FieldValue, kindOf } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ChooseBox } from "./ChooseBox";
import { nextSort, type Sort, startWidth } from "./columns";
import classes from "./list.module.css";
import { useColumnWidths } from "./useColumnWidths";
import { useReachedEnd } from "./useReachedEnd";

const ROW_HEIGHT = 44;
const OVERSCAN = 12;
const WAITING_ROWS = 3;
const FIRST_WAITING_ROWS = 12;

interface Props {
  object: ObjectInfo;
  columns: readonly FieldInfo[];
  /** Undefined until the first page is there. */
  records: readonly RecordData[] | undefined;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  hasMore: boolean;
  onEnd: () => void;
  /** Whether what stands here is about to be replaced. */
  isStale: boolean;
  /** Those that are chosen; null where nothing can be done with them. */
  selected: ReadonlySet<RecordId> | null;
  onSelect: (selected: ReadonlySet<RecordId>) => void;
}

/** Records in rows, of which only those in sight exist. Arrow keys walk the rows, Enter opens one, Space chooses it. */
export function RecordTable(props: Props) {
  const { object, columns, records, sort, onSort, hasMore, onEnd, isStale, selected, onSelect } = props;
  const tenant = useTenant();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const widths = useColumnWidths(tenant.slug, object.name);
  const loaded = records?.length ?? 0;
  const waiting = records === undefined ? FIRST_WAITING_ROWS : hasMore ? WAITING_ROWS : 0;
  const rows = useVirtualizer({
    count: loaded + waiting,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const items = rows.getVirtualItems();
  useReachedEnd(hasMore && (items.at(-1)?.index ?? 0) >= loaded - 1, loaded, onEnd);

  const grid: CSSProperties = {
    gridTemplateColumns: columns
      .map((field, position) => {
        const width = widths.of(field.name) ?? startWidth(field);
        if (position === 0) return `min(${width}px, 46vw)`;
        return position === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`;
      })
      .join(" "),
  };

  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(index, loaded - 1));
    setCurrent(next);
    rows.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus({ preventScroll: true });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    const record = records?.[current];
    if (step !== undefined) {
      event.preventDefault();
      focusRow(current + step);
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      focusRow(event.key === "Home" ? 0 : loaded - 1);
    } else if (event.key === " " && record !== undefined && selected !== null) {
      event.preventDefault();
      onSelect(toggled(selected, record.id));
    } else if (event.key === "Enter" && record !== undefined) {
      event.preventDefault();
      navigate(tenant.recordPath(object, record.id));
    }
  };
  const openRow = (event: MouseEvent, record: RecordData) => {
    if (event.defaultPrevented || (event.target as HTMLElement).closest("a, button, [data-choose]") !== null) return;
    navigate(tenant.recordPath(object, record.id));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that come and go under a scroll position need a layout that a table element does not give
    <div
      ref={scroller}
      className={classes.scroller}
      role="table"
      aria-label={t.list.table(object.pluralLabel)}
      aria-rowcount={hasMore ? -1 : loaded + 1}
      aria-busy={records === undefined || isStale}
      onKeyDown={onKeyDown}
    >
      <div className={classes.sizer} style={{ height: rows.getTotalSize() + ROW_HEIGHT }}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons in it take the focus */}
        <div className={classes.head} role="row" style={grid}>
          {columns.map((field, position) => (
            <HeaderCell
              key={field.name}
              field={field}
              before={
                position === 0 &&
                selected !== null && (
                  <ChooseBox
                    label={t.button.chooseAll}
                    isChosen={loaded > 0 && records?.every(({ id }) => selected.has(id)) === true}
                    onChange={(isChosen) => onSelect(new Set(isChosen ? records?.map(({ id }) => id) : []))}
                  />
                )
              }
              sort={sort}
              onSort={onSort}
              onResize={(width) => widths.set(field.name, width)}
            />
          ))}
        </div>
        {items.map((item) => {
          const record = records?.[item.index];
          const style = { ...grid, transform: `translateY(${item.start + ROW_HEIGHT}px)` };
          if (record === undefined) {
            return (
              <div key={item.key} className={classes.row} style={style} aria-hidden>
                {columns.map((field) => (
                  <div key={field.name} className={classes.cell}>
                    <Skeleton height={12} width={`${40 + ((item.index * 7 + field.name.length * 11) % 45)}%`} />
                  </div>
                ))}
              </div>
            );
          }
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: the table takes the keys for all of its rows
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              data-row={item.index}
              tabIndex={item.index === Math.min(current, loaded - 1) ? 0 : -1}
              className={classes.row}
              data-stale={isStale || undefined}
              style={style}
              onFocus={() => setCurrent(item.index)}
              onClick={(event) => openRow(event, record)}
            >
              {columns.map((field, position) => (
                // biome-ignore lint/a11y/useSemanticElements: see above
                <div key={field.name} role="cell" className={classes.cell} data-align={kindOf(field).align}>
                  {position === 0 && selected !== null && (
                    <ChooseBox
                      label={t.button.choose(String(record.name ?? t.list.unnamed))}
                      isChosen={selected.has(record.id)}
                      onChange={() => onSelect(toggled(selected, record.id))}
                      isReachable={item.index === Math.min(current, loaded - 1)}
                    />
                  )}
                  {field.name === "name" ? (
                    <Link
                      to={tenant.recordPath(object, record.id)}
                      className={`${classes.name} truncate`}
                      tabIndex={-1}
                    >
                      {String(record.name ?? t.list.unnamed)}
                    </Link>
                  ) : (
                    <FieldValue field={field} record={record} isCompact />
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function toggled(selected: ReadonlySet<RecordId>, id: RecordId): ReadonlySet<RecordId> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface HeaderProps {
  field: FieldInfo;
  before: ReactNode;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  onResize: (width: number) => void;
}

function HeaderCell({ field, before, sort, onSort, onResize }: HeaderProps) {
  const { align, isSortable } = kindOf(field);
  const isSorted = sort?.field === field.name;
  const direction = !isSorted ? "none" : sort.isDescending ? "descending" : "ascending";
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={align}
      aria-sort={isSortable ? direction : undefined}
    >
      {before}
      {isSortable ? (
        <UnstyledButton
          className={classes.sort}
          title={t.list.sortBy(field.label)}
          onClick={() => onSort(nextSort(sort, field.name))}
        >
          <span className="truncate">{field.label}</span>
          {isSorted && (sort.isDescending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
        </UnstyledButton>
      ) : (
        <span className="truncate">{field.label}</span>
      )}
      <span
        className={classes.grip}
        onPointerDown={(event) => {
          const cell = event.currentTarget.parentElement;
          if (cell === null) return;
          event.preventDefault();
          const grip = event.currentTarget;
          const offset = cell.getBoundingClientRect().width - event.clientX;
          grip.setPointerCapture(event.pointerId);
          grip.onpointermove = (move) => onResize(Math.max(72, Math.round(offset + move.clientX)));
          grip.onpointerup = () => {
            grip.onpointermove = null;
          };
        }}
      />
    </div>
  );
}

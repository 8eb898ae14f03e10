import { Checkbox, Table, Text } from "@mantine/core";
import type { BinRow, ObjectInfo, RecordId } from "@/api";
import { formatDateTime, relativeTime } from "@/fields";
import { t } from "@/i18n";
import classes from "./bin.module.css";

interface Props {
  object: ObjectInfo;
  records: readonly BinRow[];
  /** Those that are chosen; null where nothing can be done with them. */
  selected: ReadonlySet<RecordId> | null;
  onSelect: (selected: ReadonlySet<RecordId>) => void;
}

/** Deleted records in rows, each with a box to choose it. */
export function BinTable({ object, records, selected, onSelect }: Props) {
  const choose = (id: RecordId, isChosen: boolean) => {
    const next = new Set(selected);
    if (isChosen) next.add(id);
    else next.delete(id);
    onSelect(next);
  };
  const isAll = selected?.size === records.length;
  return (
    <div className={classes.table}>
      <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t.bin.table(object.pluralLabel)}>
        <Table.Thead>
          <Table.Tr>
            {selected !== null && (
              <Table.Th w={48}>
                <Checkbox
                  aria-label={t.bin.chooseAll}
                  checked={isAll}
                  indeterminate={selected.size > 0 && !isAll}
                  onChange={() => onSelect(new Set(isAll ? [] : records.map(({ id }) => id)))}
                />
              </Table.Th>
            )}
            <Table.Th>{t.bin.name}</Table.Th>
            <Table.Th>{t.bin.deleted}</Table.Th>
            <Table.Th visibleFrom="sm">{t.bin.by}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => (
            <BinTableRow
              key={record.id}
              record={record}
              isChosen={selected?.has(record.id) ?? null}
              onChoose={(isChosen) => choose(record.id, isChosen)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  record: BinRow;
  isChosen: boolean | null;
  onChoose: (isChosen: boolean) => void;
}

function BinTableRow({ record: { name, deletedAt, updatedBy }, isChosen, onChoose }: RowProps) {
  const label = name ?? t.list.unnamed;
  return (
    <Table.Tr>
      {isChosen !== null && (
        <Table.Td>
          <Checkbox
            aria-label={t.bin.choose(label)}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </Table.Td>
      )}
      <Table.Td className={classes.name}>{label}</Table.Td>
      <Table.Td>
        <Text component="time" dateTime={deletedAt} title={formatDateTime(deletedAt)} className="quiet figures" inherit>
          {relativeTime(deletedAt)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{updatedBy?.name ?? t.record.byPlatform}</Table.Td>
    </Table.Tr>
  );
}

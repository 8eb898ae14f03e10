import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./PlainTable.module.css";

export interface PlainColumn {
  readonly label: string;
  readonly isNumber?: boolean;
}

interface Props {
  columns: readonly PlainColumn[];
  minWidth: number;
  label?: string;
  /** Whether each row ends with a menu. */
  hasMenus?: boolean;
  children: ReactNode;
}

/** A short table in a frame; scrolls where the screen is too narrow for it. */
export function PlainTable({ columns, minWidth, label, hasMenus = false, children }: Props) {
  return (
    <Table.ScrollContainer minWidth={minWidth} className={classes.table}>
      <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={label} className={hasMenus ? classes.menus : ""}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.label} ta={column.isNumber ? "right" : undefined}>
                {column.label}
              </Table.Th>
            ))}
            {hasMenus && <Table.Td w={48} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

import { ActionIcon, Button, Checkbox, Popover } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconColumns3 } from "@tabler/icons-react";
import type { FieldInfo, ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { possibleColumns } from "./columns";
import classes from "./list.module.css";

interface Props {
  object: ObjectInfo;
  columns: readonly FieldInfo[];
  onChange: (names: readonly string[] | null) => void;
}

/** Chooses and orders the columns. */
export function ColumnsMenu({ object, columns, onChange }: Props) {
  const shown = columns.map((field) => field.name);
  const hidden = possibleColumns(object).filter((field) => !shown.includes(field.name));
  const move = (name: string, step: number) => {
    const from = shown.indexOf(name);
    const next = shown.filter((other) => other !== name);
    next.splice(from + step, 0, name);
    onChange(next);
  };
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t.list.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.columns}>
          {[...columns, ...hidden].map((field) => {
            const position = shown.indexOf(field.name);
            const isFixed = field.name === "name";
            return (
              <div key={field.name} className={classes.column}>
                <Checkbox
                  size="sm"
                  style={{ flex: 1 }}
                  label={field.label}
                  checked={position >= 0}
                  disabled={isFixed}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked
                        ? [...shown, field.name]
                        : shown.filter((other) => other !== field.name),
                    )
                  }
                />
                {position > 0 && (
                  <>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t.list.moveUp(field.label)}
                      disabled={position === 1}
                      onClick={() => move(field.name, -1)}
                    >
                      <IconChevronUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t.list.moveDown(field.label)}
                      disabled={position === shown.length - 1}
                      onClick={() => move(field.name, 1)}
                    >
                      <IconChevronDown size={14} />
                    </ActionIcon>
                  </>
                )}
              </div>
            );
          })}
        </div>
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => onChange(null)}>
          {t.list.resetColumns}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

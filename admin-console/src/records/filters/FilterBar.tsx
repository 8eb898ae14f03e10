import { ActionIcon, Button, Group, Popover, UnstyledButton } from "@mantine/core";
import { IconFilterPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { type ObjectInfo, type Reference, targetsOf } from "@/api";
import { formatDate, formatDateTime, formatNumber } from "@/fields";
import { t } from "@/i18n";
import { ConditionEditor } from "./ConditionEditor";
import type { BoundCondition, Condition } from "./conditions";
import classes from "./filters.module.css";
import { operatorLabel, periodLabel } from "./operators";
import { useReferences } from "./references";

interface Props {
  object: ObjectInfo;
  conditions: readonly BoundCondition[];
  onChange: (conditions: readonly Condition[]) => void;
}

/** The conditions of a list, as chips. All of them hold. */
export function FilterBar({ object, conditions, onChange }: Props) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Group gap="xs" wrap="wrap">
      {conditions.map((condition, position) => (
        <Chip
          key={`${condition.path.join(".")} ${condition.operator} ${condition.values.join()}`}
          object={object}
          condition={condition}
          onChange={(changed) => onChange(conditions.map((old, index) => (index === position ? changed : old)))}
          onRemove={() => onChange(conditions.filter((_, index) => index !== position))}
        />
      ))}
      <Popover opened={isAdding} onChange={setAdding} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant={conditions.length === 0 ? "default" : "subtle"}
            leftSection={<IconFilterPlus size={16} aria-hidden />}
            onClick={() => setAdding((open) => !open)}
            aria-expanded={isAdding}
          >
            {conditions.length === 0 ? t.list.filter : t.list.addFilter}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ConditionEditor
            object={object}
            condition={null}
            onApply={(condition) => {
              setAdding(false);
              onChange([...conditions, condition]);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {conditions.length > 1 && (
        <Button variant="subtle" color="gray" onClick={() => onChange([])}>
          {t.list.clearFilters}
        </Button>
      )}
    </Group>
  );
}

interface ChipProps {
  object: ObjectInfo;
  condition: BoundCondition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

function Chip({ object, condition, onChange, onRemove }: ChipProps) {
  const [isOpen, setOpen] = useState(false);
  const { field, through, operator } = condition;
  const references = useReferences(targetsOf(field), condition.values);
  const label = through === null ? field.label : t.list.in(through.label, field.label);
  const value = condition.values
    .map((one) => valueText(condition, one, references))
    .join(operator === "between" ? " – " : ", ");
  const text = [label, operatorLabel(operator, field), value].filter(Boolean).join(" ");
  return (
    <span className={classes.chip}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.text}
            aria-label={t.list.editFilter(text)}
            aria-expanded={isOpen}
            onClick={() => setOpen((open) => !open)}
          >
            <b>{label}</b> {operatorLabel(operator, field)} {value !== "" && <b>{value}</b>}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <ConditionEditor
            object={object}
            condition={condition}
            onApply={(changed) => {
              setOpen(false);
              onChange(changed);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon variant="subtle" size="sm" aria-label={t.list.removeFilter(text)} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}

function valueText(
  { field, operator }: BoundCondition,
  value: string,
  references: Readonly<Record<string, Reference>>,
): string {
  if (operator === "relative") return periodLabel(value);
  if (targetsOf(field).length > 0) return references[value]?.name ?? "…";
  const choice = field.values?.find((one) => one.value === value);
  if (choice !== undefined) return choice.label;
  if (field.type === "date") return formatDate(value);
  if (field.type === "dateTime") return formatDateTime(value);
  const isAmount = field.type === "number" || field.type === "currency" || field.type === "percent";
  return isAmount ? formatNumber(value, null) : value;
}

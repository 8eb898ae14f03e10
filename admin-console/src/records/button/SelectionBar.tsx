import { Alert, Button, Group, Menu, Text } from "@mantine/core";
import type { ObjectInfo, RecordData, RuleInfo } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";
import { MoreMenu } from "@/ui";
import { useRunRule } from "./useRunRule";

/** How many records a rule runs for at once. */
const MOST = 1_000;
const SHOWN = 3;

interface Props {
  object: ObjectInfo;
  buttons: readonly RuleInfo[];
  /** The records that are chosen. */
  records: readonly RecordData[];
  onClear: () => void;
}

/** What can be done with the records that are chosen in a list. */
export function SelectionBar({ object, buttons, records, onClear }: Props) {
  const run = useRunRule(object);
  if (records.length === 0) return null;
  const isTooMany = records.length > MOST;
  const press = (rule: RuleInfo) => run.mutate({ rule, records }, { onSuccess: onClear });
  return (
    <Group role="toolbar" aria-label={t.button.selection} gap="xs" mb="sm">
      <Text size="sm" className="figures" role="status">
        {t.button.chosen(formatCount(records.length))}
      </Text>
      {buttons.slice(0, SHOWN).map((rule) => (
        <Button
          key={rule.name}
          variant="default"
          loading={run.isPending && run.variables.rule === rule}
          disabled={run.isPending || isTooMany}
          onClick={() => press(rule)}
        >
          {rule.label}
        </Button>
      ))}
      {buttons.length > SHOWN && (
        <MoreMenu>
          {buttons.slice(SHOWN).map((rule) => (
            <Menu.Item key={rule.name} disabled={run.isPending || isTooMany} onClick={() => press(rule)}>
              {rule.label}
            </Menu.Item>
          ))}
        </MoreMenu>
      )}
      <Button variant="subtle" onClick={onClear}>
        {t.button.clear}
      </Button>
      {isTooMany && <Alert color="yellow">{t.button.tooMany(formatCount(MOST))}</Alert>}
    </Group>
  );
}

import { Anchor, Badge, Button, Group, Table } from "@mantine/core";
import { IconBolt, IconPlus } from "@tabler/icons-react";
import { Link } from "react-router";
import { brokenRules, type ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { type PlainColumn, PlainTable, StatePanel } from "@/ui";
import { BrokenRulesNotice } from "./BrokenRulesNotice";
import { ProblemList } from "./ProblemList";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.setup.label },
  { label: t.setup.ruleWhen },
  { label: t.setup.ruleOrder, isNumber: true },
  { label: t.setup.ruleActive },
];

/** The rules of an object, in the order in which they run. */
export function RulesTab({ object }: { object: ObjectInfo }) {
  const tenant = useTenant();
  const base = `${tenant.base}/setup/o/${object.name}/rules`;
  const rules = [...object.rules].sort((one, other) => one.order - other.order || one.name.localeCompare(other.name));
  const newRule = (
    <Button component={Link} to={`${base}/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t.setup.newRule}
    </Button>
  );
  if (rules.length === 0) {
    return (
      <StatePanel icon={<IconBolt size={28} />} title={t.setup.noRules} text={t.setup.noRulesText}>
        {newRule}
      </StatePanel>
    );
  }
  return (
    <>
      <BrokenRulesNotice object={object} rules={brokenRules(object)} />
      <Group justify="flex-end" mb="md">
        {newRule}
      </Group>
      <PlainTable minWidth={520} columns={COLUMNS}>
        {rules.map((rule) => (
          <Table.Tr key={rule.name}>
            <Table.Td>
              <Anchor component={Link} to={`${base}/${rule.name}`} fw={550} inherit>
                {rule.label}
              </Anchor>
              <ProblemList problems={rule.problems} />
            </Table.Td>
            <Table.Td>
              <Group gap={4}>
                {rule.on.map((moment) => (
                  <Badge key={moment} variant="light" color="gray" radius="sm" tt="none">
                    {t.setup[moment]}
                  </Badge>
                ))}
              </Group>
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {rule.order}
            </Table.Td>
            <Table.Td>
              {rule.problems.length > 0 ? (
                <Badge color="red" variant="light" radius="sm" tt="none">
                  {t.setup.ruleBroken}
                </Badge>
              ) : rule.active ? (
                t.setup.ruleActive
              ) : (
                t.setup.ruleInactive
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </>
  );
}

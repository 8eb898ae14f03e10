import { Alert, Anchor, Badge, Button, Group, Table, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { brokenRules, type ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ObjectIcon, Page, type PlainColumn, PlainTable, StatePanel, useTitle } from "@/ui";
import { ObjectDialog } from "./ObjectDialog";
import classes from "./objects.module.css";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.setup.columnObject },
  { label: t.setup.columnApiName },
  { label: t.setup.columnFields, isNumber: true },
  { label: t.setup.columnRules, isNumber: true },
  { label: t.setup.columnOrigin },
];

export function originOf(part: { isSystem: boolean; packageName: string | null }): string {
  if (part.isSystem) return t.setup.system;
  return part.packageName === null ? t.setup.custom : t.setup.package(part.packageName);
}

function matches(object: ObjectInfo, text: string): boolean {
  return `${object.name} ${object.label} ${object.pluralLabel}`.toLowerCase().includes(text.trim().toLowerCase());
}

/** All objects of the workspace. */
export function ObjectsPage() {
  const tenant = useTenant();
  const [text, setText] = useState("");
  const [isCreating, setCreating] = useState(false);
  useTitle(t.setup.objects, t.setup.title, tenant.me.tenant.name);
  const objects = tenant.catalog.objects.filter((object) => matches(object, text));
  return (
    <Page
      title={t.setup.objects}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
          {t.setup.newObject}
        </Button>
      }
    >
      <Text className="quiet" mb="md">
        {t.setup.objectsText}
      </Text>
      <BrokenRules />
      <TextInput
        aria-label={t.setup.search}
        placeholder={t.setup.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw={320}
        mb="md"
      />
      {objects.length === 0 && <StatePanel title={t.setup.noObjects} />}
      {objects.length > 0 && (
        <PlainTable minWidth={560} columns={COLUMNS}>
          {objects.map((object) => (
            <Table.Tr key={object.name}>
              <Table.Td>
                <span className={classes.name}>
                  <ObjectIcon name={object.icon} />
                  <Anchor component={Link} to={`${tenant.base}/setup/o/${object.name}`} fw={550} inherit>
                    {object.label}
                  </Anchor>
                </span>
              </Table.Td>
              <Table.Td>
                <Text size="sm" ff="monospace">
                  {object.name}
                </Text>
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {object.fields.filter((field) => !field.isSystem).length}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {object.rules.length}
              </Table.Td>
              <Table.Td>
                <Group gap={4}>
                  <Badge
                    variant="light"
                    color={object.isSystem || object.packageName !== null ? "gray" : "accent"}
                    radius="sm"
                    tt="none"
                  >
                    {originOf(object)}
                  </Badge>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </PlainTable>
      )}
      {isCreating && <ObjectDialog object={null} onClose={() => setCreating(false)} />}
    </Page>
  );
}

/** Leads to the rules that compile no longer, for their objects cannot be written meanwhile. */
function BrokenRules() {
  const tenant = useTenant();
  const broken = tenant.catalog.objects.flatMap((object) => brokenRules(object).map((rule) => ({ object, rule })));
  if (broken.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={20} />}
      title={t.setup.brokenCount(broken.length)}
      mb="md"
    >
      {t.setup.brokenCountText}
      <ul className={classes.broken}>
        {broken.map(({ object, rule }) => (
          <li key={rule.id}>
            <Anchor component={Link} to={`${tenant.base}/setup/o/${object.name}/rules/${rule.name}`} inherit>
              {t.setup.ruleOf(object.label, rule.label)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

import { Anchor, Badge, Button, Group, Table, Text, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import type { ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ObjectIcon, Page, StatePanel, useTitle } from "@/ui";
import { ObjectDialog } from "./ObjectDialog";
import classes from "./objects.module.css";

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
        <Table.ScrollContainer minWidth={560} className={classes.table}>
          <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.setup.columnObject}</Table.Th>
                <Table.Th>{t.setup.columnApiName}</Table.Th>
                <Table.Th ta="right">{t.setup.columnFields}</Table.Th>
                <Table.Th ta="right">{t.setup.columnRules}</Table.Th>
                <Table.Th>{t.setup.columnOrigin}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
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
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {isCreating && <ObjectDialog object={null} onClose={() => setCreating(false)} />}
    </Page>
  );
}

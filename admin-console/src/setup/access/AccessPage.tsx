import { Anchor, Badge, Button, Skeleton, Stack, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "react-router";
import type { PermissionSetInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, Page, type PlainColumn, PlainTable, useTitle } from "@/ui";
import { AccessExplain } from "./AccessExplain";
import { usePermissionSets } from "./usePermissionSets";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.access.columnSet },
  { label: t.access.columnPurpose },
  { label: t.access.columnText },
];

/** Who may see and do what: the permission sets, and why a user may something. */
export function AccessPage() {
  const tenant = useTenant();
  useTitle(t.access.title, t.setup.title, tenant.me.tenant.name);
  const sets = usePermissionSets();
  return (
    <Page
      title={t.access.title}
      actions={
        <Button
          component={Link}
          to={`${tenant.base}/setup/access/new`}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t.access.newSet}
        </Button>
      }
    >
      <Text className="quiet" mb="md">
        {t.access.text}
      </Text>
      <Stack gap="xl">
        {sets.isError && <ErrorPanel error={sets.error} onRetry={() => void sets.refetch()} />}
        {sets.isPending && <Skeleton height={160} />}
        {sets.isSuccess && <SetTable sets={sets.data} />}
        <AccessExplain />
      </Stack>
    </Page>
  );
}

function SetTable({ sets }: { sets: readonly PermissionSetInfo[] }) {
  const tenant = useTenant();
  return (
    <PlainTable minWidth={420} columns={COLUMNS} label={t.access.table}>
      {sets.map((set) => (
        <Table.Tr key={set.name}>
          <Table.Td>
            <Anchor component={Link} to={`${tenant.base}/setup/access/${set.name}`} fw={550} inherit>
              {set.label}
            </Anchor>
          </Table.Td>
          <Table.Td>
            <Badge variant="light" color={set.purpose === "MUTING" ? "red" : "accent"} radius="sm" tt="none">
              {t.access.purpose[set.document.purpose]}
            </Badge>
          </Table.Td>
          <Table.Td>
            <Text size="sm" className="quiet">
              {set.description}
            </Text>
          </Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}

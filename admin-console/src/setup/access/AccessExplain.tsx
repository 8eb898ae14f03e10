import { Alert, Badge, Group, Select, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ACCESS, type AccessExplanation, type AccessSource, type Reference } from "@/api";
import { RecordPicker } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, type PlainColumn, PlainTable } from "@/ui";

const COLUMNS: readonly PlainColumn[] = [
  { label: t.access.columnRight },
  { label: t.access.columnAllowed },
  { label: t.access.columnWhy },
];

/** Why a user may or may not do something with an object or a field. */
export function AccessExplain() {
  const tenant = useTenant();
  const [user, setUser] = useState<Reference | null>(null);
  const [objectName, setObject] = useState<string | null>(null);
  const [field, setField] = useState<string | null>(null);
  const object = tenant.object(objectName);
  const answer = useQuery({
    queryKey: ["tenant", tenant.slug, "setup", "access", "why", tenant.catalog.version, user?.id, objectName, field],
    enabled: user !== null && objectName !== null,
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (
        await tenant.metadata<{ access: AccessExplanation }>(
          { query: ACCESS.explain, variables: { user: user?.id, object: objectName, field } },
          signal,
        )
      ).access,
  });
  return (
    <Stack component="section" aria-label={t.access.explain} gap="sm">
      <Title order={2} size="h4">
        {t.access.explain}
      </Title>
      <Text className="quiet" size="sm">
        {t.access.explainText}
      </Text>
      <Group align="end" gap="sm">
        <RecordPicker targets={["User"]} label={t.access.user} value={user} onChange={setUser} />
        <Select
          label={t.access.object}
          data={tenant.catalog.objects.map(({ name, label }) => ({ value: name, label }))}
          value={objectName}
          onChange={(name) => {
            setObject(name);
            setField(null);
          }}
          searchable
        />
        <Select
          label={t.access.field}
          placeholder={t.access.wholeObject}
          data={(object?.fields ?? []).map(({ name, label }) => ({ value: name, label }))}
          value={field}
          onChange={setField}
          disabled={object === undefined}
          searchable
          clearable
        />
      </Group>
      {answer.isError && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isLoading && <Skeleton height={120} />}
      {answer.data !== undefined && <Explanation answer={answer.data} />}
    </Stack>
  );
}

function names(sources: readonly AccessSource[]): string {
  return sources.map(({ label }) => label).join(", ");
}

function Explanation({ answer }: { answer: AccessExplanation }) {
  return (
    <Stack gap="sm">
      {!answer.isActive && <Alert color="yellow">{t.access.inactive}</Alert>}
      <Text size="sm">{t.access.counting(names(answer.permissionSets))}</Text>
      <PlainTable minWidth={420} columns={COLUMNS} label={t.access.explain}>
        {answer.rights.map((right) => (
          <Table.Tr key={right.right}>
            <Table.Td>{t.access.right[right.right]}</Table.Td>
            <Table.Td>
              <Badge variant="light" color={right.isGranted ? "teal" : "red"} radius="sm" tt="none">
                {right.isGranted ? t.access.allowed : t.access.notAllowed}
              </Badge>
            </Table.Td>
            <Table.Td>
              <Text size="sm">{t.access.reason[right.reason]}</Text>
              {right.grantedBy.length > 0 && (
                <Text size="xs" className="quiet">
                  {t.access.grantedBy(names(right.grantedBy))}
                </Text>
              )}
              {right.mutedBy.length > 0 && (
                <Text size="xs" className="quiet">
                  {t.access.mutedBy(names(right.mutedBy))}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </Stack>
  );
}

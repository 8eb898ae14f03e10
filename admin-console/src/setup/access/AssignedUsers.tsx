import { ActionIcon, Button, Group, Skeleton, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ACCESS, type Assignment, type Reference } from "@/api";
import { formatDateTime, fromLocalInput, RecordPicker } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ErrorPanel, type PlainColumn, PlainTable, StatePanel, toastDone, toastFailure } from "@/ui";

const MOST = 200;
const COLUMNS: readonly PlainColumn[] = [{ label: t.access.user }, { label: t.access.expires }];

/** The users who were given a set, and who else is to get it. */
export function AssignedUsers({ permissionSet }: { permissionSet: string }) {
  const tenant = useTenant();
  const client = useQueryClient();
  const key = ["tenant", tenant.slug, "setup", "access", "assigned", permissionSet];
  const assigned = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (
        await tenant.data<{ list: { nodes: Assignment[] } }>(
          { query: ACCESS.assignments, variables: { filter: { permissionSet: { eq: permissionSet } }, first: MOST } },
          signal,
        )
      ).list.nodes,
  });
  const [user, setUser] = useState<Reference | null>(null);
  const [until, setUntil] = useState("");
  const refresh = () => client.invalidateQueries({ queryKey: ["tenant", tenant.slug, "setup", "access"] });
  const assign = useMutation({
    mutationFn: (chosen: Reference) =>
      tenant.data({
        query: ACCESS.assign,
        variables: {
          data: { user: { id: chosen.id }, permissionSet, expiresAt: until === "" ? null : fromLocalInput(until) },
        },
      }),
    onSuccess: async (_, chosen) => {
      toastDone(t.access.assigned(chosen.name ?? ""));
      setUser(null);
      setUntil("");
      await refresh();
    },
    onError: toastFailure,
  });
  const unassign = useMutation({
    mutationFn: ({ id }: Assignment) => tenant.data({ query: ACCESS.unassign, variables: { id } }),
    onSuccess: async (_, { user: was }) => {
      toastDone(t.access.unassigned(was.name ?? ""));
      await refresh();
    },
    onError: toastFailure,
  });
  return (
    <Stack component="section" aria-label={t.access.users} gap="sm">
      <Title order={2} size="h4">
        {t.access.users}
      </Title>
      <Group align="end" gap="sm">
        <RecordPicker targets={["User"]} label={t.access.user} value={user} onChange={setUser} />
        <TextInput
          type="datetime-local"
          label={t.access.expires}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Button
          disabled={user === null}
          loading={assign.isPending}
          onClick={() => user !== null && assign.mutate(user)}
        >
          {t.access.assign}
        </Button>
      </Group>
      {assigned.isError && <ErrorPanel error={assigned.error} onRetry={() => void assigned.refetch()} />}
      {assigned.isPending && <Skeleton height={80} />}
      {assigned.data?.length === 0 && <StatePanel title={t.access.nobody} />}
      {assigned.data !== undefined && assigned.data.length > 0 && (
        <PlainTable minWidth={320} columns={COLUMNS} label={t.access.users} hasMenus>
          {assigned.data.map((assignment) => (
            <Table.Tr key={assignment.id}>
              <Table.Td>{assignment.user.name}</Table.Td>
              <Table.Td>
                <Text size="sm">
                  {assignment.expiresAt === null ? t.access.never : formatDateTime(assignment.expiresAt)}
                </Text>
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t.access.unassign(assignment.user.name ?? "")}
                  onClick={() => unassign.mutate(assignment)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </PlainTable>
      )}
    </Stack>
  );
}

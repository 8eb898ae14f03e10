import { ActionIcon, Badge, Code, Menu, Table } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "react-router";
import type { ApiClient } from "@/api";
import { formatDateTime } from "@/fields";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { toastDone, toastFailure } from "@/ui";
import { useClientOrder } from "./useClients";

interface Props {
  client: ApiClient;
  onRotate: () => void;
  onDelete: () => void;
}

export function ClientRow({ client, onRotate, onDelete }: Props) {
  const tenant = useTenant();
  const order = useClientOrder(() => toastDone(t.apiClients.changed));
  const activate = () =>
    order.mutate({ kind: "activate", id: client.id, active: !client.active }, { onError: toastFailure });
  return (
    <Table.Tr>
      <Table.Td>{client.name}</Table.Td>
      <Table.Td>
        <Code>{client.clientId}</Code>
      </Table.Td>
      <Table.Td>
        <Badge color={client.active ? "green" : "gray"} variant="light">
          {client.active ? t.apiClients.active : t.apiClients.inactive}
        </Badge>
      </Table.Td>
      <Table.Td>{client.lastUsedAt === null ? t.apiClients.never : formatDateTime(client.lastUsedAt)}</Table.Td>
      <Table.Td>{formatDateTime(client.secretSince)}</Table.Td>
      <Table.Td>
        <Menu width={200}>
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={t.apiClients.actionsOf(client.name)}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component={Link} to={`${tenant.base}/o/User/${client.user}`}>
              {t.apiClients.user}
            </Menu.Item>
            <Menu.Item onClick={onRotate}>{t.apiClients.rotate}</Menu.Item>
            <Menu.Item onClick={activate}>{client.active ? t.apiClients.deactivate : t.apiClients.activate}</Menu.Item>
            <Menu.Item color="red" onClick={onDelete}>
              {t.common.delete}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}

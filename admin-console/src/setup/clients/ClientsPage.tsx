import { Button, Skeleton, Text } from "@mantine/core";
import { IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { ApiClient, ApiClientSecret } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { ConfirmDialog, ErrorPanel, Page, type PlainColumn, PlainTable, StatePanel, toastDone, useTitle } from "@/ui";
import { ClientRow } from "./ClientRow";
import { NewSecret } from "./NewSecret";
import { ShownSecret } from "./ShownSecret";
import { useClientOrder, useClients } from "./useClients";

const WAITING = ["a", "b", "c"];
const COLUMNS: readonly PlainColumn[] = [
  { label: t.apiClients.name },
  { label: t.apiClients.clientId },
  { label: t.apiClients.status },
  { label: t.apiClients.lastUsed },
  { label: t.apiClients.secretSince },
  { label: t.apiClients.actions },
];

type Open =
  | { readonly kind: "new" }
  | { readonly kind: "rotate"; readonly client: ApiClient }
  | { readonly kind: "secret"; readonly made: ApiClientSecret }
  | { readonly kind: "delete"; readonly client: ApiClient };

/** The programs that call the API of this workspace. */
export function ClientsPage() {
  const tenant = useTenant();
  const list = useClients();
  const [open, setOpen] = useState<Open | null>(null);
  useTitle(t.apiClients.title, t.setup.title, tenant.me.tenant.name);
  const close = () => setOpen(null);
  const show = (made: ApiClientSecret) => setOpen({ kind: "secret", made });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ kind: "new" })}>
      {t.apiClients.add}
    </Button>
  );
  return (
    <Page title={t.apiClients.title} actions={add}>
      <Text className="quiet" mb="md">
        {t.apiClients.text}
      </Text>
      {list.isError && <ErrorPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && WAITING.map((row) => <Skeleton key={row} height={32} my={12} />)}
      {list.data?.length === 0 && (
        <StatePanel icon={<IconPlugConnected size={28} />} title={t.apiClients.none} text={t.apiClients.noneText} />
      )}
      {list.data !== undefined && list.data.length > 0 && (
        <PlainTable minWidth={760} columns={COLUMNS} label={t.apiClients.table}>
          {list.data.map((client) => (
            <ClientRow
              key={client.id}
              client={client}
              onRotate={() => setOpen({ kind: "rotate", client })}
              onDelete={() => setOpen({ kind: "delete", client })}
            />
          ))}
        </PlainTable>
      )}
      {open?.kind === "new" && <NewSecret onMade={show} onClose={close} />}
      {open?.kind === "rotate" && <NewSecret client={open.client} onMade={show} onClose={close} />}
      {open?.kind === "secret" && <ShownSecret made={open.made} onClose={close} />}
      {open?.kind === "delete" && <DeleteClient client={open.client} onClose={close} />}
    </Page>
  );
}

function DeleteClient({ client, onClose }: { client: ApiClient; onClose: () => void }) {
  const order = useClientOrder(() => {
    toastDone(t.apiClients.deleted);
    onClose();
  });
  return (
    <ConfirmDialog
      title={t.apiClients.deleteTitle(client.name)}
      action={t.common.delete}
      isBusy={order.isPending}
      failure={order.error}
      onConfirm={() => order.mutate({ kind: "delete", id: client.id })}
      onClose={onClose}
    >
      {t.apiClients.deleteText}
    </ConfirmDialog>
  );
}

import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ApiClient, ApiClientSecret } from "@/api";
import { t } from "@/i18n";
import { FormDrawer, failureText } from "@/ui";
import { useClientOrder } from "./useClients";

const LONGEST_NAME = 80;

interface Props {
  /** Gets another secret; a new client is made where there is none. */
  client?: ApiClient;
  onMade: (secret: ApiClientSecret) => void;
  onClose: () => void;
}

/** What is asked before a program gets a secret. */
export function NewSecret({ client, onMade, onClose }: Props) {
  const [name, setName] = useState("");
  const order = useClientOrder((secret) => secret !== undefined && onMade(secret));
  return (
    <FormDrawer
      title={client === undefined ? t.apiClients.add : t.apiClients.rotateTitle(client.name)}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          order.mutate(client === undefined ? { kind: "create", name } : { kind: "rotate", id: client.id });
        }}
      >
        <Stack gap="md">
          {client === undefined ? (
            <TextInput
              label={t.apiClients.name}
              description={t.apiClients.nameHint}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={LONGEST_NAME}
              required
              data-autofocus
            />
          ) : (
            <Text>{t.apiClients.rotateText}</Text>
          )}
          {order.isError && (
            <Alert color="red" role="alert">
              {failureText(order.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={order.isPending} disabled={client === undefined && name.trim() === ""}>
              {client === undefined ? t.apiClients.create : t.apiClients.rotate}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDrawer>
  );
}

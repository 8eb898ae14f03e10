import { Alert, Button, CopyButton, Group, Modal, Stack, TextInput } from "@mantine/core";
import type { ApiClientSecret } from "@/api";
import { t } from "@/i18n";

/** The only time that somebody sees a secret. */
export function ShownSecret({ made, onClose }: { made: ApiClientSecret; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.apiClients.secretTitle(made.client.name)}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <Stack gap="md">
        <Alert color="yellow">{t.apiClients.secretText}</Alert>
        <TextInput label={t.apiClients.clientId} value={made.client.clientId} readOnly />
        <TextInput label={t.apiClients.secret} value={made.secret} readOnly />
        <TextInput label={t.apiClients.tokenEndpoint} value={made.tokenEndpoint} readOnly />
        <Group justify="flex-end" gap="xs">
          <CopyButton value={made.secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t.apiClients.copied : t.apiClients.copy}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t.apiClients.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

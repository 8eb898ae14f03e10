import { Button, Group, Modal, Text } from "@mantine/core";
import { signInAddress } from "@/api";
import { t } from "@/i18n";
import { RETURNED } from "./returned";

interface Props {
  isAsking: boolean;
  onRetry: () => void;
}

/**
 * Stands before a form whose session is over. The form stays as it is: people sign in in another tab, and as soon as they
 * come back the page learns of it.
 */
export function SessionEnded({ isAsking, onRetry }: Props) {
  return (
    <Modal
      opened
      onClose={onRetry}
      title={t.session.ended}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      overlayProps={{ blur: 6 }}
      zIndex={1000}
    >
      <Text size="sm">{t.session.endedText}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" loading={isAsking} onClick={onRetry}>
          {t.session.goOn}
        </Button>
        <Button component="a" href={signInAddress(RETURNED)} target="_blank" rel="noreferrer noopener" data-autofocus>
          {t.session.signInAgain}
        </Button>
      </Group>
    </Modal>
  );
}

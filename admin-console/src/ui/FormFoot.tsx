import { Button, Group } from "@mantine/core";
import { t } from "@/i18n";

interface Props {
  action: string;
  isBusy: boolean;
  isBlocked?: boolean;
  onCancel: () => void;
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormFoot({ action, isBusy, isBlocked = false, onCancel }: Props) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {t.common.cancel}
      </Button>
      <Button type="submit" loading={isBusy} disabled={isBlocked}>
        {action}
      </Button>
    </Group>
  );
}

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconCheck } from "@tabler/icons-react";
import { asApiError, problemText } from "@/api";
import { t } from "@/i18n";

/** Says that something was done, with a way back where there is one. */
export function toastDone(message: string, undo?: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {undo !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {t.common.undo}
          </Button>
        )}
      </Group>
    ),
    color: "teal",
    icon: <IconCheck size={16} />,
    autoClose: undo === undefined ? 4000 : 10_000,
    withCloseButton: true,
    closeButtonProps: { "aria-label": t.common.close },
  });
}

export function failureText(error: unknown): string {
  const failure = asApiError(error);
  if (failure.kind === "NETWORK") return t.states.networkText;
  const words = failure.problems.map(problemText).join("\n");
  return words || t.states.failedText;
}

/** Says that something could not be done. */
export function toastFailure(error: unknown): void {
  notifications.show({
    title: t.states.failedTitle,
    message: failureText(error),
    color: "red",
    icon: <IconAlertCircle size={16} />,
    autoClose: 8000,
    closeButtonProps: { "aria-label": t.common.close },
  });
}

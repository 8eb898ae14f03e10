import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { t } from "@/i18n";
import { failureText } from "./toasts";
import { useFocusBack } from "./useFocusBack";

interface Props {
  title: string;
  children: ReactNode;
  action: string;
  /** What must be typed before the button wakes. */
  typed?: string;
  isBusy: boolean;
  isBlocked?: boolean;
  failure?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is taken away. */
export function ConfirmDialog({
  title,
  children,
  action,
  typed,
  isBusy,
  isBlocked = false,
  failure,
  onConfirm,
  onClose,
}: Props) {
  const [text, setText] = useState("");
  useFocusBack();
  const isReady = !isBlocked && (typed === undefined || text === typed);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t.common.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onConfirm();
        }}
      >
        <Stack gap="md">
          <div>{children}</div>
          {typed !== undefined && (
            <TextInput
              label={t.common.typeToConfirm(typed)}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {failure !== undefined && failure !== null && (
            <Alert color="red" role="alert">
              {failureText(failure)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} {...(typed === undefined ? { "data-autofocus": true } : {})}>
              {t.common.cancel}
            </Button>
            <Button type="submit" color="red" loading={isBusy} disabled={!isReady}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

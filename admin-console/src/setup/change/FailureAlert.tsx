import { Alert } from "@mantine/core";
import { t } from "@/i18n";

/** What the server said about no field in particular. */
export function FailureAlert({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={t.states.failedTitle}>
      {messages.map((message) => (
        <div key={message}>{message || t.states.failedText}</div>
      ))}
    </Alert>
  );
}

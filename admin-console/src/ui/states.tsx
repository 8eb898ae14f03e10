import { Anchor, Button, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCloudOff, IconLock, IconMoodEmpty, IconPlayerPause } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type ApiError, asApiError } from "@/api";
import { t } from "@/i18n";
import classes from "./states.module.css";

interface StateProps {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  children?: ReactNode;
  role?: "alert" | "status";
}

/** What stands where content would be: says what is the case and what to do next. */
export function StatePanel({ icon, title, text, children, role }: StateProps) {
  return (
    <div className={classes.state} role={role}>
      <div className={classes.badge} aria-hidden>
        {icon ?? <IconMoodEmpty size={28} stroke={1.6} />}
      </div>
      <Title order={2}>{title}</Title>
      {text !== undefined && <Text className={classes.text}>{text}</Text>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}

interface Picture {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
}

function pictureOf(error: ApiError): Picture {
  if (error.isSuspended) {
    return { icon: <IconPlayerPause size={28} />, title: t.states.suspendedTitle, text: t.states.suspendedText };
  }
  const message = error.problems.map((found) => found.message).join(" ");
  switch (error.kind) {
    case "FORBIDDEN":
      return { icon: <IconLock size={28} />, title: t.states.forbiddenTitle, text: message || t.states.forbiddenText };
    case "NOT_FOUND":
      return { icon: <IconMoodEmpty size={28} />, title: t.states.notFoundTitle, text: t.states.notFoundText };
    case "NETWORK":
      return { icon: <IconCloudOff size={28} />, title: t.states.networkTitle, text: t.states.networkText };
    case "UNAVAILABLE":
      return { icon: <IconCloudOff size={28} />, title: t.states.unavailableTitle, text: t.states.unavailableText };
    case "LIMIT":
      return { icon: <IconAlertTriangle size={28} />, title: t.states.limitTitle, text: message || t.states.limitText };
    case "UNAUTHENTICATED":
      return { icon: <IconLock size={28} />, title: t.states.signedOutTitle, text: t.states.signedOutText };
    case "INVALID":
    case "CONFLICT":
    case "INTERNAL":
      return {
        icon: <IconAlertTriangle size={28} />,
        title: t.states.failedTitle,
        text: message || t.states.failedText,
      };
  }
}

/** A failure in place of the content it kept away. */
export function ErrorPanel({ error, onRetry, home }: { error: unknown; onRetry?: () => void; home?: string }) {
  const failure = asApiError(error);
  const { icon, title, text } = pictureOf(failure);
  const trace = failure.problems.find((found) => found.traceId !== null)?.traceId;
  const hint = failure.problems.find((found) => found.hint !== null)?.hint;
  return (
    <StatePanel
      role="alert"
      icon={icon}
      title={title}
      text={
        <>
          {text}
          {hint !== undefined && ` ${hint}`}
          {trace !== undefined && <span> {t.states.trace(trace ?? "")}</span>}
        </>
      }
    >
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {t.common.retry}
        </Button>
      )}
      {home !== undefined && (
        <Anchor href={home} size="sm" p={8}>
          {t.common.toStart}
        </Anchor>
      )}
    </StatePanel>
  );
}

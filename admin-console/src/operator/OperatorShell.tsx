import { Anchor, Group, Text } from "@mantine/core";
import { Link, Outlet, useLocation } from "react-router";
import { ApiError, problem, type Session } from "@/api";
import { t } from "@/i18n";
import { SessionGate } from "@/session";
import { UserMenu } from "@/shell";
import { Boundary, Brand, ErrorPanel } from "@/ui";
import classes from "./operator.module.css";

/** The frame of the operators' pages. */
export function OperatorShell() {
  return <SessionGate>{(session) => <Frame session={session} />}</SessionGate>;
}

function Frame({ session }: { session: Session }) {
  const location = useLocation();
  return (
    <div className={classes.shell}>
      <header className={classes.header}>
        <Anchor component={Link} to="/operator" underline="never" c="inherit">
          <Group gap="sm" wrap="nowrap">
            <Brand />
            <Text fw={620}>{t.operator.console}</Text>
          </Group>
        </Anchor>
        <div className={classes.user}>
          <UserMenu session={session} position="bottom-end" />
        </div>
      </header>
      <main className={classes.main} id="content">
        {session.isOperator ? (
          <Boundary at={location.pathname}>
            <Outlet />
          </Boundary>
        ) : (
          <ErrorPanel error={new ApiError([problem("FORBIDDEN", t.operator.forbiddenText)])} home="/" />
        )}
      </main>
    </div>
  );
}

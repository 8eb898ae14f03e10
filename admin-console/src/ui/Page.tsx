import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Page.module.css";

interface Props {
  title: ReactNode;
  icon?: ReactNode;
  above?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Lists use the whole width; forms and prose a readable one. */
  width?: "full" | "prose";
}

/** A page: where one is, what one can do, the content. */
export function Page({ title, icon, above, note, actions, children, width = "prose" }: Props) {
  return (
    <div className={width === "prose" ? classes.prose : classes.full}>
      <header className={classes.head}>
        {above !== undefined && (
          <Text size="sm" component="div" className={classes.above}>
            {above}
          </Text>
        )}
        <Group justify="space-between" gap="sm" align="center">
          <Group gap="sm" wrap="nowrap" className={classes.heading}>
            {icon !== undefined && <span className={classes.icon}>{icon}</span>}
            <Title order={1} className={classes.title}>
              {title}
            </Title>
            {note}
          </Group>
          {actions !== undefined && <Group gap="xs">{actions}</Group>}
        </Group>
      </header>
      {children}
    </div>
  );
}

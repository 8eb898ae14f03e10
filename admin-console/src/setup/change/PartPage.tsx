import { Anchor, Button, Group } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { Link } from "react-router";
import type { ObjectInfo } from "@/api";
import { t } from "@/i18n";
import { useTenant } from "@/session";
import { DeleteItem, LeaveGuard, MoreMenu, Page } from "@/ui";

interface Props {
  object: ObjectInfo;
  /** Where the list of such parts is. */
  list: string;
  title: string;
  /** Whether it is there already, and so can be deleted. */
  isThere: boolean;
  isUnsaved: boolean;
  onDelete: () => void;
  onSubmit: () => void;
  children: ReactNode;
  /** What asks before it is deleted, while it does. */
  dialog: ReactNode;
}

/** The page of a part of an object with a form of its own: a rule, a validation. */
export function PartPage({ object, list, title, isThere, isUnsaved, onDelete, onSubmit, children, dialog }: Props) {
  const tenant = useTenant();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Page
      title={title}
      above={
        <>
          <Anchor component={Link} to={`${tenant.base}/setup`} inherit>
            {t.setup.objects}
          </Anchor>
          {" › "}
          <Anchor component={Link} to={list} inherit>
            {object.label}
          </Anchor>
        </>
      }
      actions={
        isThere && (
          <MoreMenu>
            <DeleteItem onClick={onDelete} />
          </MoreMenu>
        )
      }
    >
      <form onSubmit={submit}>{children}</form>
      <LeaveGuard isUnsaved={isUnsaved} />
      {dialog}
    </Page>
  );
}

interface FootProps {
  list: string;
  isThere: boolean;
  isBusy: boolean;
  isBlocked: boolean;
}

/** The end of its form: leave it, or save it. */
export function PartFoot({ list, isThere, isBusy, isBlocked }: FootProps) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button component={Link} to={list} variant="default">
        {t.common.cancel}
      </Button>
      <Button type="submit" loading={isBusy} disabled={isBlocked}>
        {isThere ? t.common.save : t.common.create}
      </Button>
    </Group>
  );
}

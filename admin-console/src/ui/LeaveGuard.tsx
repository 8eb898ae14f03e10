import { useBeforeUnload, useBlocker } from "react-router";
import { t } from "@/i18n";
import { ConfirmDialog } from "./confirm";
import { useOpenForm } from "./openForms";

/** Goes with a navigation that follows a save: what is on the page then is unsaved no more, before the page knows it. */
export const SAVED = { isSaved: true } as const;

/** Asks before a page goes whose form holds what nobody saved: on the way to another page, and when the tab closes. */
export function LeaveGuard({ isUnsaved }: { isUnsaved: boolean }) {
  useOpenForm(isUnsaved);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved && nextLocation.state?.isSaved !== true && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload((event) => {
    if (isUnsaved) event.preventDefault();
  });
  if (blocker.state !== "blocked") return null;
  return (
    <ConfirmDialog
      title={t.common.leave}
      action={t.common.leaveAction}
      isBusy={false}
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      {t.common.leaveText}
    </ConfirmDialog>
  );
}

import { useEffect, useState } from "react";

/** Gives the focus back to where it was when a dialog opened, once the dialog is gone. */
export function useFocusBack(): void {
  const [before] = useState(focused);
  useEffect(
    () => () => {
      const { activeElement } = document;
      if (before?.isConnected && (activeElement === null || activeElement === document.body)) {
        before.focus({ preventScroll: true });
      }
    },
    [before],
  );
}

/** What has the focus; of an entry of a menu, which goes with it, the button of the menu. */
function focused(): HTMLElement | null {
  const { activeElement } = document;
  const menu = activeElement?.closest('[role="menu"]');
  const element = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : activeElement;
  return element instanceof HTMLElement ? element : null;
}

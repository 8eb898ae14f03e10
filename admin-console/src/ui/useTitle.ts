import { useEffect } from "react";

/** Names the browser's tab for what it shows. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, "Kith"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}

import { useEffect } from "react";

/** Asks for more once the scroll position has reached the end of what is loaded. */
export function useReachedEnd(isReached: boolean, loaded: number, onEnd: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded decides when to ask again, not the function
  useEffect(() => {
    if (isReached) onEnd();
  }, [isReached, loaded]);
}

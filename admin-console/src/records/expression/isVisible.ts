import type { FieldInfo } from "@/api";
import { holds, knows, type Subject } from "@/expression";

/** Whether a field or a button is shown. Where its condition cannot be computed here, it is. */
export function isVisible({ visibleTree }: Pick<FieldInfo, "visibleTree">, subject: Subject): boolean {
  return visibleTree === null || !knows(visibleTree) || holds(visibleTree, subject);
}

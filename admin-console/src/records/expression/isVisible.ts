import type { FieldInfo } from "@/api";
import { holds, knows, type Subject } from "@/expression";

/** Whether a field is shown. Where its condition cannot be computed here, it is. */
export function isVisible(field: FieldInfo, subject: Subject): boolean {
  const { visibleTree } = field;
  return visibleTree === null || !knows(visibleTree) || holds(visibleTree, subject);
}

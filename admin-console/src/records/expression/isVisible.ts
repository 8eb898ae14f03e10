import type { FieldInfo } from "@/api";
import { holds, type Subject } from "@/expression";

/** Whether a field is shown. Where its condition cannot be computed here, it is. */
export function isVisible(field: FieldInfo, subject: Subject): boolean {
  return field.visibleTree === null || holds(field.visibleTree, subject);
}

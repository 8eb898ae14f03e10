import type { FieldInfo, RecordData } from "@/api";
import { kindOf } from "./kinds";

/** Shows a field of a record. */
export function FieldValue({
  field,
  record,
  isCompact = false,
}: {
  field: FieldInfo;
  record: RecordData;
  isCompact?: boolean;
}) {
  const { Value } = kindOf(field);
  return <Value field={field} record={record} isCompact={isCompact} />;
}

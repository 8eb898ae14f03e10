export { FieldValue } from "./FieldValue";
export {
  formatBytes,
  formatCappedCount,
  formatCount,
  formatDate,
  formatDateTime,
  formatNumber,
  fromLocalInput,
  parseNumber,
  relativeTime,
  userLocale,
} from "./format";
export type { Draft, EditorProps, FieldKind } from "./kind";
export { kindOf, sameDraft } from "./kinds";
export { RecordPicker, RecordsPicker } from "./references";
export { type References, referencesIn, ToldValue, useReferences } from "./told";

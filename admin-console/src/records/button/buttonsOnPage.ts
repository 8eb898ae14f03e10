import { buttonsOf, type ObjectInfo, type RecordData, type RuleInfo } from "@/api";
import { isVisible, subjectOf } from "@/records/expression";

/** The rules that people may set off for a record, where their conditions hold. */
export function buttonsOnPage(object: ObjectInfo, record: RecordData, user: string | null): readonly RuleInfo[] {
  const subject = subjectOf({ object, record, drafts: {}, user, now: Date.now() });
  return buttonsOf(object, "RECORD").filter((rule) => isVisible(rule, subject));
}

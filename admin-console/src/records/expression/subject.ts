import { type FieldInfo, fieldNamed, type ObjectInfo, type RecordData } from "@/api";
import { exact, parsedMoment, type Subject, type Value } from "@/expression";
import { type Draft, kindOf } from "@/fields";

export type Drafts = Readonly<Record<string, Draft>>;

/** A record as it is being shown, or edited. */
export interface EditedRecord {
  readonly object: ObjectInfo;
  /** Null while it is being made. */
  readonly record: RecordData | null;
  /** What a form holds; fields that are missing here are as in the record. */
  readonly drafts: Drafts;
  readonly user: string | null;
  readonly now: number;
}

/** A record for expressions. Other records are not known. */
export function subjectOf({ object, record, drafts, user, now }: EditedRecord): Subject {
  const held = (name: string): Value => {
    const field = fieldNamed(object, name);
    return field === undefined || record === null ? null : apiToValue(field, record[name]);
  };
  return {
    value: (_, name) => {
      const field = fieldNamed(object, name);
      const draft = drafts[name];
      return field === undefined || draft === undefined ? held(name) : draftValue(field, draft);
    },
    prior: (_, name) => held(name),
    isThere: () => false,
    isNew: record === null,
    user,
    now,
  };
}

function draftValue(field: FieldInfo, draft: Draft): Value {
  const kind = kindOf(field);
  if (kind.check(draft, field) !== null || field.type === "manyToMany") return null;
  return apiToValue(field, kind.input(draft, kind.draft(field, null), field));
}

/** What the API says, or takes, as a value that expressions compute with. */
function apiToValue(field: FieldInfo, found: unknown): Value {
  if (found === null || found === undefined || found === "") return field.type === "boolean" ? false : null;
  switch (field.type) {
    case "number":
    case "currency":
    case "percent":
      return exact(String(found));
    case "boolean":
      return found === true;
    case "dateTime":
      return parsedMoment(new Date(String(found)).toISOString());
    case "multiPicklist":
      return Array.isArray(found) ? found.map(String) : null;
    case "lookup":
    case "masterDetail":
      return (found as { readonly id: string }).id;
    case "manyToMany":
      return null;
    case "id":
    case "text":
    case "longText":
    case "date":
    case "picklist":
    case "email":
    case "phone":
    case "url":
    case "autoNumber":
      return String(found);
  }
}

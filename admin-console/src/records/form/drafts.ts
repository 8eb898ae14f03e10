import { type FieldInfo, isWritable, type ObjectInfo, type RecordData, type RecordInput, type Reference } from "@/api";
import { type Draft, kindOf, sameDraft } from "@/fields";

export type Drafts = Readonly<Record<string, Draft>>;

/** The fields that a form asks for, in their order. */
export function formFields(object: ObjectInfo): readonly FieldInfo[] {
  const writable = object.fields.filter((field) => isWritable(object, field) && !field.deprecated);
  // Who has it comes last: it is rarely what people came to type.
  return [...writable.filter((field) => field.name !== "owner"), ...writable.filter((field) => field.name === "owner")];
}

export function draftsOf(fields: readonly FieldInfo[], record: RecordData | null): Drafts {
  return Object.fromEntries(fields.map((field) => [field.name, kindOf(field).draft(field, record)]));
}

/** What a form holds of a field; one that came to the catalog meanwhile begins like in a new record. */
export function draftOf(drafts: Drafts, field: FieldInfo): Draft {
  const draft = drafts[field.name];
  return draft === undefined ? kindOf(field).draft(field, null) : draft;
}

/** Drafts with links that were not known before; what was added or taken away stays so. */
export function withLinks(drafts: Drafts, known: Drafts, field: FieldInfo, links: readonly Reference[]): Drafts {
  const before = new Set(referencesIn(known, field).map(({ id }) => id));
  const now = referencesIn(drafts, field);
  const fresh = links.filter(({ id }) => !before.has(id) && !now.some((held) => held.id === id));
  return { ...drafts, [field.name]: [...now, ...fresh] };
}

function referencesIn(drafts: Drafts, field: FieldInfo): readonly Reference[] {
  return (drafts[field.name] ?? []) as readonly Reference[];
}

/** The fields whose drafts mean something else than before. */
export function changedFields(fields: readonly FieldInfo[], before: Drafts, drafts: Drafts): readonly FieldInfo[] {
  return fields.filter((field) => !sameDraft(draftOf(before, field), draftOf(drafts, field)));
}

/** What keeps drafts from being sent, by field. */
export function checkDrafts(fields: readonly FieldInfo[], drafts: Drafts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const found = kindOf(field).check(draftOf(drafts, field), field);
      return found === null ? [] : [[field.name, found]];
    }),
  );
}

/** The input of a write: what was changed, and nothing else. */
export function inputOf(fields: readonly FieldInfo[], before: Drafts, drafts: Drafts): RecordInput {
  return Object.fromEntries(
    fields.map((field) => [field.name, kindOf(field).input(draftOf(drafts, field), draftOf(before, field), field)]),
  );
}

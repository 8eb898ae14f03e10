import { type FieldInfo, type InputValue, isPolymorphic, type RecordData } from "@/api";
import { t } from "@/i18n";
import {
  BooleanEditor,
  DateEditor,
  DateTimeEditor,
  EmailEditor,
  LongTextEditor,
  MoneyEditor,
  MultiPicklistEditor,
  NumberEditor,
  PercentEditor,
  PhoneEditor,
  PicklistEditor,
  TextEditor,
  UrlEditor,
} from "./editors";
import { decimalsOf, editableNumber, fromLocalInput, parseNumber, toLocalInput } from "./format";
import type { Draft, DraftOf, FieldKind, FieldKinds } from "./kind";
import { ReferenceEditor, ReferencesEditor } from "./references";
import {
  AnyReferenceValue,
  BooleanValue,
  DateTimeValue,
  DateValue,
  EmailValue,
  MoneyValue,
  MultiPicklistValue,
  NumberValue,
  PercentValue,
  PhoneValue,
  PicklistValue,
  ReferencesValue,
  ReferenceValue,
  referenceOf,
  referencesOf,
  stringsOf,
  TextValue,
  UrlValue,
} from "./values";

/** A new record starts with the default, an old one with what it holds. */
function held(field: FieldInfo, record: RecordData | null): unknown {
  return record === null ? field.defaultValue : record[field.name];
}

function heldText(field: FieldInfo, record: RecordData | null): string {
  const value = held(field, record);
  return value === null || value === undefined ? "" : String(value);
}

function orNull(draft: string): InputValue {
  return draft === "" ? null : draft;
}

function isBlank(field: FieldInfo, record: RecordData): boolean {
  const value = record[field.name];
  return value === null || value === undefined || value === "";
}

function textKind(editor: FieldKind<string>["Editor"], value: FieldKind<string>["Value"]): FieldKind<string> {
  return {
    align: "left",
    isSortable: true,
    Value: value,
    Editor: editor,
    draft: heldText,
    check: () => null,
    input: orNull,
    isEmpty: isBlank,
  };
}

function numberKind(editor: FieldKind<string>["Editor"], value: FieldKind<string>["Value"]): FieldKind<string> {
  return {
    ...textKind(editor, value),
    align: "right",
    draft: (field, record) => {
      const text = heldText(field, record);
      return text === "" ? "" : editableNumber(text);
    },
    check: (draft, field) => {
      if (draft.trim() === "") return null;
      const plain = parseNumber(draft);
      if (plain === null) return t.fieldErrors.number;
      const decimals = field.decimals ?? (field.type === "number" ? 0 : 2);
      return decimalsOf(plain) > decimals ? t.fieldErrors.decimals(decimals) : null;
    },
    input: (draft) => (draft.trim() === "" ? null : parseNumber(draft)),
  };
}

const referenceKind: FieldKind<DraftOf["lookup"]> = {
  align: "left",
  isSortable: true,
  Value: ReferenceValue,
  Editor: ReferenceEditor,
  draft: (field, record) => (record === null ? null : referenceOf(record[field.name])),
  check: () => null,
  input: (draft) => (draft === null ? null : { id: draft.id }),
  isEmpty: (field, record) => referenceOf(record[field.name]) === null,
};

/** A lookup with several targets. */
const anyReferenceKind: FieldKind<DraftOf["lookup"]> = {
  ...referenceKind,
  isSortable: false,
  Value: AnyReferenceValue,
};

const givenKind: FieldKind<null> = {
  align: "left",
  isSortable: true,
  Value: TextValue,
  Editor: null,
  draft: () => null,
  check: () => null,
  input: () => null,
  isEmpty: isBlank,
};

/** Every type of field, complete by the compiler's word. */
export const FIELD_KINDS: FieldKinds = {
  id: givenKind,
  autoNumber: givenKind,
  text: textKind(TextEditor, TextValue),
  longText: { ...textKind(LongTextEditor, TextValue), isSortable: false },
  email: textKind(EmailEditor, EmailValue),
  phone: textKind(PhoneEditor, PhoneValue),
  url: textKind(UrlEditor, UrlValue),
  picklist: textKind(PicklistEditor, PicklistValue),
  number: numberKind(NumberEditor, NumberValue),
  currency: numberKind(MoneyEditor, MoneyValue),
  percent: numberKind(PercentEditor, PercentValue),
  date: { ...textKind(DateEditor, DateValue), draft: (field, record) => heldText(field, record).slice(0, 10) },
  dateTime: {
    ...textKind(DateTimeEditor, DateTimeValue),
    draft: (field, record) => {
      const text = heldText(field, record);
      return text === "" ? "" : toLocalInput(text);
    },
    input: (draft) => (draft === "" ? null : fromLocalInput(draft)),
  },
  boolean: {
    align: "left",
    isSortable: true,
    Value: BooleanValue,
    Editor: BooleanEditor,
    draft: (field, record) => held(field, record) === true,
    check: () => null,
    input: (draft) => draft,
    isEmpty: () => false,
  },
  multiPicklist: {
    align: "left",
    isSortable: false,
    Value: MultiPicklistValue,
    Editor: MultiPicklistEditor,
    draft: (field, record) => stringsOf(held(field, record)),
    check: () => null,
    input: (draft) => draft,
    isEmpty: (field, record) => stringsOf(record[field.name]).length === 0,
  },
  lookup: referenceKind,
  masterDetail: referenceKind,
  manyToMany: {
    align: "left",
    isSortable: false,
    Value: ReferencesValue,
    Editor: ReferencesEditor,
    draft: (field, record) => (record === null ? [] : referencesOf(record[field.name])),
    check: () => null,
    input: (draft, before) => ({
      connect: draft.filter(({ id }) => !before.some((old) => old.id === id)).map(({ id }) => ({ id })),
      disconnect: before.filter(({ id }) => !draft.some((now) => now.id === id)).map(({ id }) => ({ id })),
    }),
    isEmpty: (field, record) => referencesOf(record[field.name]).length === 0,
  },
};

/** The kind of a field; its drafts are those the same kind made. */
export function kindOf(field: FieldInfo): FieldKind<Draft> {
  const kind = isPolymorphic(field) ? anyReferenceKind : FIELD_KINDS[field.type];
  return kind as unknown as FieldKind<Draft>;
}

/** Whether two drafts of a field mean the same. */
export function sameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import type { ComponentType } from "react";
import type { FieldInfo, FieldTypeName, InputValue, RecordData, Reference } from "@/api";

/** What a form holds while people edit, by type of field. */
export interface DraftOf {
  id: null;
  text: string;
  longText: string;
  number: string;
  currency: string;
  percent: string;
  date: string;
  dateTime: string;
  boolean: boolean;
  picklist: string;
  multiPicklist: readonly string[];
  email: string;
  phone: string;
  url: string;
  autoNumber: null;
  lookup: Reference | null;
  masterDetail: Reference | null;
  manyToMany: readonly Reference[];
}

export type Draft = DraftOf[FieldTypeName];

export interface ValueProps {
  readonly field: FieldInfo;
  readonly record: RecordData;
  /** On one line, inside a table. */
  readonly isCompact: boolean;
}

export interface EditorProps<D> {
  readonly field: FieldInfo;
  readonly value: D;
  readonly onChange: (value: D) => void;
  readonly error: string | null;
  readonly autoFocus: boolean;
}

/** All that the app knows of a type of field. */
export interface FieldKind<D> {
  /** Numbers line up at their right. */
  readonly align: "left" | "right";
  readonly isSortable: boolean;
  readonly Value: ComponentType<ValueProps>;
  readonly Editor: ComponentType<EditorProps<D>> | null;
  /** The draft of a new record, or of one that is edited. */
  readonly draft: (field: FieldInfo, record: RecordData | null) => D;
  /** What keeps a draft from being sent; the server says everything else. */
  readonly check: (draft: D, field: FieldInfo) => string | null;
  /** What a draft is as input, given what it was before. */
  readonly input: (draft: D, before: D, field: FieldInfo) => InputValue;
  readonly isEmpty: (field: FieldInfo, record: RecordData) => boolean;
}

export type FieldKinds = { readonly [T in FieldTypeName]: FieldKind<DraftOf[T]> };

import {
  type FieldInfo,
  type FieldInput,
  type FieldTypeName,
  type FieldUpdate,
  type ObjectInfo,
  type PicklistValue,
  targetsOf,
} from "@/api";
import type { ExpressionKind } from "@/expression";
import type { Draft } from "@/fields";
import { kindOf } from "@/fields";
import { formOfRollUp, type RollUpForm, rollUpOf } from "./rollUpForm";

/** A field as it is being made or changed. */
export interface FieldForm {
  readonly type: FieldTypeName;
  readonly label: string;
  readonly name: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly indexed: boolean;
  readonly readOnly: boolean;
  readonly deprecated: boolean;
  readonly helpText: string;
  readonly defaultValue: Draft | null;
  /** What computes the default of each new record; empty where it is a value, or there is none. */
  readonly defaultExpression: string;
  /** The condition under which the field is shown; empty for always. */
  readonly visibleWhen: string;
  /** What computes the values; empty for a field that stores them. */
  readonly formula: string;
  /** What is summed up of other records; null for a field that is given its values. */
  readonly rollUp: RollUpForm | null;
  readonly maxLength: string;
  readonly digits: string;
  readonly decimals: string;
  readonly format: string;
  readonly values: readonly (PicklistValue & { readonly key: number })[];
  readonly target: string | null;
  /** Where a lookup points to; one or several objects. */
  readonly targets: readonly string[];
  readonly inverseName: string;
  readonly inverseLabel: string;
}

/** The options that a type has beside those of every field. */
export interface TypeOptions {
  readonly canBeRequired: boolean;
  readonly canBeUnique: boolean;
  readonly hasDefault: boolean;
  readonly hasLength: boolean;
  readonly hasDigits: boolean;
  readonly hasDecimals: boolean;
  readonly hasValues: boolean;
  readonly hasFormat: boolean;
  readonly hasTarget: boolean;
  readonly canBeIndexed: boolean;
  readonly canBeComputed: boolean;
}

const PLAIN: TypeOptions = {
  canBeRequired: true,
  canBeUnique: false,
  hasDefault: true,
  hasLength: false,
  hasDigits: false,
  hasDecimals: false,
  hasValues: false,
  hasFormat: false,
  hasTarget: false,
  canBeIndexed: true,
  canBeComputed: false,
};

export const TYPE_OPTIONS: { readonly [T in FieldTypeName]: TypeOptions } = {
  id: { ...PLAIN, hasDefault: false },
  text: { ...PLAIN, canBeUnique: true, hasLength: true, canBeComputed: true },
  longText: { ...PLAIN, hasLength: true, canBeIndexed: false, canBeComputed: true },
  number: { ...PLAIN, canBeUnique: true, hasDigits: true, hasDecimals: true, canBeComputed: true },
  currency: { ...PLAIN, hasDecimals: true, canBeComputed: true },
  percent: { ...PLAIN, hasDecimals: true, canBeComputed: true },
  date: { ...PLAIN, hasDefault: false, canBeComputed: true },
  dateTime: { ...PLAIN, hasDefault: false, canBeComputed: true },
  boolean: { ...PLAIN, canBeRequired: false, canBeComputed: true },
  picklist: { ...PLAIN, hasValues: true },
  multiPicklist: { ...PLAIN, hasValues: true, hasDefault: false, canBeIndexed: false },
  email: { ...PLAIN, canBeUnique: true, hasDefault: false },
  phone: { ...PLAIN, canBeUnique: true, hasDefault: false },
  url: { ...PLAIN, hasDefault: false, canBeIndexed: false },
  autoNumber: { ...PLAIN, canBeRequired: false, hasDefault: false, hasFormat: true },
  lookup: { ...PLAIN, hasDefault: false, hasTarget: true, canBeIndexed: false },
  masterDetail: { ...PLAIN, canBeRequired: false, hasDefault: false, hasTarget: true, canBeIndexed: false },
  manyToMany: { ...PLAIN, canBeRequired: false, hasDefault: false, hasTarget: true, canBeIndexed: false },
};

/** The types that people can choose, in the order of the picker. */
export const CHOOSABLE: readonly FieldTypeName[] = [
  "text",
  "longText",
  "number",
  "currency",
  "percent",
  "date",
  "dateTime",
  "boolean",
  "picklist",
  "multiPicklist",
  "email",
  "phone",
  "url",
  "autoNumber",
  "lookup",
  "masterDetail",
  "manyToMany",
];

export function blankForm(object: ObjectInfo, type: FieldTypeName): FieldForm {
  return {
    type,
    label: "",
    name: "",
    required: false,
    unique: false,
    externalId: false,
    indexed: false,
    readOnly: false,
    deprecated: false,
    helpText: "",
    defaultValue: null,
    defaultExpression: "",
    visibleWhen: "",
    formula: "",
    rollUp: null,
    maxLength: "",
    digits: "",
    decimals: "",
    format: type === "autoNumber" ? `${object.name.slice(0, 3).toUpperCase()}-{0000}` : "",
    values: TYPE_OPTIONS[type].hasValues ? [{ key: 0, value: "", label: "", isActive: true }] : [],
    target: null,
    targets: [],
    inverseName: object.pluralName,
    inverseLabel: object.pluralLabel,
  };
}

function numberText(value: number | null): string {
  return value === null ? "" : String(value);
}

export function formOf(field: FieldInfo): FieldForm {
  return {
    type: field.type,
    label: field.label,
    name: field.name,
    required: field.required,
    unique: field.unique,
    externalId: field.externalId,
    indexed: field.indexed,
    readOnly: field.readOnly,
    deprecated: field.deprecated,
    helpText: field.helpText ?? "",
    defaultValue: field.defaultValue === null ? null : kindOf(field).draft(field, null),
    defaultExpression: field.defaultExpression ?? "",
    visibleWhen: field.visibleWhen ?? "",
    formula: field.formula ?? "",
    rollUp: field.rollUp === null ? null : formOfRollUp(field.rollUp),
    maxLength: numberText(field.maxLength),
    digits: numberText(field.digits),
    decimals: numberText(field.decimals),
    format: field.format ?? "",
    values: (field.values ?? []).map((value, key) => ({ ...value, key })),
    target: field.target,
    targets: targetsOf(field),
    inverseName: field.inverseName ?? "",
    inverseLabel: field.inverseLabel ?? "",
  };
}

/** The field as it would be, so that its own editor can ask for the default value. */
export function fieldOf(form: FieldForm, label: string): FieldInfo {
  return {
    id: "",
    name: "defaultValue",
    label,
    type: form.type,
    isSystem: false,
    required: false,
    unique: false,
    externalId: false,
    indexed: false,
    readOnly: false,
    isEditable: true,
    deprecated: false,
    helpText: null,
    defaultValue: null,
    defaultExpression: null,
    defaultTree: null,
    visibleWhen: null,
    visibleTree: null,
    formula: null,
    rollUp: null,
    maxLength: null,
    digits: null,
    decimals: form.decimals === "" ? null : Number(form.decimals),
    format: null,
    values: distinctValues(form),
    target: form.target,
    targets: null,
    inverseName: null,
    inverseLabel: null,
    packageName: null,
  };
}

function valuesOf(form: FieldForm): readonly PicklistValue[] {
  return form.values
    .filter(({ label, value }) => label.trim() !== "" || value.trim() !== "")
    .map(({ label, value, isActive }) => ({
      value: value.trim() === "" ? label.trim() : value.trim(),
      label: label.trim() === "" ? value.trim() : label.trim(),
      isActive,
    }));
}

/** Those to choose from: while they are being typed, some have no name yet, and two may have the same. */
function distinctValues(form: FieldForm): readonly PicklistValue[] {
  return [...new Map(valuesOf(form).map((value) => [value.value, value])).values()];
}

function defaultOf(form: FieldForm): unknown {
  if (form.defaultValue === null || form.defaultExpression.trim() !== "") return null;
  const field = fieldOf(form, "");
  const kind = kindOf(field);
  return kind.input(form.defaultValue, kind.draft(field, null), field);
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

const DEFAULT_KINDS: { readonly [T in FieldTypeName]: ExpressionKind | null } = {
  id: null,
  text: "TEXT",
  longText: "TEXT",
  number: "NUMBER",
  currency: "NUMBER",
  percent: "NUMBER",
  date: "DATE",
  dateTime: "DATE_TIME",
  boolean: "BOOLEAN",
  picklist: "TEXT",
  multiPicklist: "CHOICES",
  email: "TEXT",
  phone: "TEXT",
  url: "TEXT",
  autoNumber: null,
  lookup: "REFERENCE",
  masterDetail: null,
  manyToMany: null,
};

/** What an expression has to give to be the default; null where there can be none. */
export function defaultKindOf(form: FieldForm): ExpressionKind | null {
  return isDerived(form) || form.targets.length > 1 ? null : DEFAULT_KINDS[form.type];
}

function text<K extends string>(key: K, value: string): { readonly [P in K]?: string } {
  return (value.trim() === "" ? {} : { [key]: value.trim() }) as { readonly [P in K]?: string };
}

function whole<K extends string>(key: K, value: string, has: boolean): { readonly [P in K]?: number } {
  return (has && value.trim() !== "" ? { [key]: Number(value) } : {}) as { readonly [P in K]?: number };
}

/** Whether people say to which object or objects it points. */
export function hasTarget(form: FieldForm): boolean {
  return form.type === "lookup" ? form.targets.length > 0 : form.target !== null;
}

/** A lookup with one target always points to records of the same object. */
function pointing({ type, target, targets }: FieldForm): Pick<FieldInput, "target" | "targets"> {
  if (type === "lookup" && targets.length > 1) return { targets };
  const only = type === "lookup" ? targets[0] : target;
  return only === undefined || only === null ? {} : { target: only };
}

/** Whether the values are computed: then nothing can be asked of them. */
export function isComputed(form: FieldForm): boolean {
  return TYPE_OPTIONS[form.type].canBeComputed && form.formula.trim() !== "";
}

/** Whether the platform finds the values, so that nobody writes them. */
export function isDerived(form: FieldForm): boolean {
  return isComputed(form) || form.rollUp !== null;
}

/** What a field of this type can have; with a formula or a roll-up, less. */
export function optionsOf(form: FieldForm): TypeOptions {
  const options = TYPE_OPTIONS[form.type];
  return isDerived(form) ? { ...options, canBeRequired: false, canBeUnique: false, hasDefault: false } : options;
}

/** The input of a new field: what was said, and nothing that its type does not have. */
export function createInput(object: ObjectInfo, form: FieldForm): FieldInput {
  const options = optionsOf(form);
  const defaultValue = options.hasDefault ? defaultOf(form) : null;
  return {
    object: object.name,
    name: form.name.trim(),
    type: form.type,
    label: form.label.trim(),
    ...(form.required && options.canBeRequired ? { required: true } : {}),
    ...(form.unique && options.canBeUnique ? { unique: true } : {}),
    ...(form.externalId && options.canBeUnique ? { externalId: true } : {}),
    ...(form.indexed && options.canBeIndexed ? { indexed: true } : {}),
    ...(form.readOnly && !isDerived(form) ? { readOnly: true } : {}),
    ...(form.rollUp === null ? {} : { rollUp: rollUpOf(form.rollUp) }),
    ...(isComputed(form) && form.rollUp === null ? { formula: form.formula.trim() } : {}),
    ...text("helpText", form.helpText),
    ...(defaultValue === null || defaultValue === false ? {} : { defaultValue }),
    ...(defaultKindOf(form) === null ? {} : text("defaultExpression", form.defaultExpression)),
    ...text("visibleWhen", form.visibleWhen),
    ...whole("maxLength", form.maxLength, options.hasLength),
    ...whole("digits", form.digits, options.hasDigits),
    ...whole("decimals", form.decimals, options.hasDecimals),
    ...(options.hasFormat ? text("format", form.format) : {}),
    ...(options.hasValues ? { values: valuesOf(form) } : {}),
    ...(options.hasTarget
      ? {
          ...pointing(form),
          ...text("inverseName", form.inverseName),
          ...text("inverseLabel", form.inverseLabel),
        }
      : {}),
  };
}

/** The input of a change: what differs from before. */
export function updateInput(before: FieldForm, form: FieldForm): FieldUpdate {
  const options = optionsOf(form);
  const all = {
    label: form.label.trim(),
    required: form.required,
    unique: form.unique,
    externalId: form.externalId,
    indexed: form.indexed,
    readOnly: form.readOnly,
    deprecated: form.deprecated,
    helpText: form.helpText.trim() === "" ? null : form.helpText.trim(),
    ...(options.hasDefault ? { defaultValue: defaultOf(form) } : {}),
    ...(defaultKindOf(form) === null ? {} : { defaultExpression: orNull(form.defaultExpression) }),
    visibleWhen: orNull(form.visibleWhen),
    ...(isComputed(form) ? { formula: form.formula.trim() } : {}),
    ...(form.rollUp === null ? {} : { rollUp: rollUpOf(form.rollUp) }),
    ...whole("maxLength", form.maxLength, options.hasLength),
    ...(options.hasValues ? { values: valuesOf(form) } : {}),
    ...(options.hasTarget ? { inverseLabel: form.inverseLabel.trim() } : {}),
    ...(before.target === null && form.targets.length > 0 ? { targets: form.targets } : {}),
  };
  const old: Readonly<Record<string, unknown>> = {
    label: before.label,
    required: before.required,
    unique: before.unique,
    externalId: before.externalId,
    indexed: before.indexed,
    readOnly: before.readOnly,
    deprecated: before.deprecated,
    helpText: before.helpText === "" ? null : before.helpText,
    defaultValue: defaultOf(before),
    defaultExpression: orNull(before.defaultExpression),
    visibleWhen: orNull(before.visibleWhen),
    formula: before.formula,
    rollUp: before.rollUp === null ? undefined : rollUpOf(before.rollUp),
    maxLength: before.maxLength === "" ? undefined : Number(before.maxLength),
    values: valuesOf(before),
    inverseLabel: before.inverseLabel,
    targets: before.targets,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key])),
  );
}

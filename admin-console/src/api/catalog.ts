import type { ExpressionTree } from "@/expression";

/** The types a field can have, by their names in documents. */
export type FieldTypeName =
  | "id"
  | "text"
  | "longText"
  | "number"
  | "currency"
  | "percent"
  | "date"
  | "dateTime"
  | "boolean"
  | "picklist"
  | "multiPicklist"
  | "email"
  | "phone"
  | "url"
  | "autoNumber"
  | "lookup"
  | "masterDetail"
  | "manyToMany";

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isActive: boolean;
}

/** What a field sums up of the records that refer to its own. */
export interface RollUp {
  readonly object: string;
  readonly through: string;
  readonly function: "count" | "sum" | "min" | "max" | "avg";
  readonly of?: string | null;
  readonly where?: string | null;
}

export interface FieldInfo {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: FieldTypeName;
  readonly isSystem: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly indexed: boolean;
  readonly readOnly: boolean;
  /** Whether the user's permission sets let them change its values. */
  readonly isEditable: boolean;
  readonly deprecated: boolean;
  readonly helpText: string | null;
  readonly defaultValue: unknown;
  /** The expression that computes the default of each new record; null where it is a value, or there is none. */
  readonly defaultExpression: string | null;
  /** The same as it was parsed; null where it cannot be computed here. */
  readonly defaultTree: ExpressionTree | null;
  /** The condition under which forms and pages show the field; null for always. */
  readonly visibleWhen: string | null;
  readonly visibleTree: ExpressionTree | null;
  /** The expression that computes its values; null for a field that stores them. */
  readonly formula: string | null;
  /** What the platform sums up of other records; null for a field of another kind. */
  readonly rollUp: RollUp | null;
  readonly maxLength: number | null;
  readonly digits: number | null;
  readonly decimals: number | null;
  readonly format: string | null;
  readonly values: readonly PicklistValue[] | null;
  /** The object that a reference points to; null for plain values, and where there are several. */
  readonly target: string | null;
  /** The objects that a lookup with several targets points to; null for all else. */
  readonly targets: readonly string[] | null;
  readonly inverseName: string | null;
  readonly inverseLabel: string | null;
  readonly packageName: string | null;
}

export interface RelationInfo {
  readonly name: string;
  readonly label: string;
  readonly target: string;
  readonly field: string;
  readonly manyToMany: boolean;
}

export const RULE_MOMENTS = [
  "BEFORE_CREATE",
  "AFTER_CREATE",
  "BEFORE_UPDATE",
  "AFTER_UPDATE",
  "BEFORE_DELETE",
  "AFTER_DELETE",
  "BEFORE_RESTORE",
  "AFTER_RESTORE",
  "BUTTON",
] as const;

export type RuleMoment = (typeof RULE_MOMENTS)[number];
export const RULE_PLACES = ["RECORD", "LIST"] as const;

/** Where the button of a rule stands. */
export type RulePlace = (typeof RULE_PLACES)[number];
/** What a rule is called once for. */
export type RulePer = "RECORD" | "BATCH";
/** Whose rights a rule has. */
export type RuleMode = "USER" | "SYSTEM";

export interface ScriptProblem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** A script with warnings alone may run. */
  readonly severity: "ERROR" | "WARNING";
  readonly message: string;
  readonly hint: string | null;
}

export const SCRIPT_PROBLEM_PARTS = "line column severity message hint";

export interface RuleInfo {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly on: readonly RuleMoment[];
  readonly order: number;
  readonly active: boolean;
  readonly per: RulePer;
  readonly runAs: RuleMode;
  /** The expression that has to hold for a record; null where the rule is called for all. */
  readonly when: string | null;
  /** Where its button stands; empty for a rule that nobody sets off. */
  readonly place: readonly RulePlace[];
  /** The condition under which pages show its button; null for always. */
  readonly visibleWhen: string | null;
  readonly visibleTree: ExpressionTree | null;
  readonly script: string;
  readonly packageName: string | null;
  /** Why an active rule compiles no longer; while there are any, records that it has a say in cannot be written. */
  readonly problems: readonly ScriptProblem[];
}

export interface ValidationInfo {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly active: boolean;
  /** The expression under which a record is refused. */
  readonly refuseWhen: string;
  readonly message: string;
  /** The field at which the message stands; null for the record as a whole. */
  readonly field: string | null;
  readonly packageName: string | null;
}

/** What all members may do with the records of an object. */
export type Sharing = "private" | "read" | "readWrite";

export interface ObjectInfo {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly pluralName: string;
  readonly pluralLabel: string;
  readonly description: string | null;
  readonly icon: string | null;
  readonly nameLabel: string;
  readonly nameFormat: string | null;
  readonly keepsHistory: boolean;
  readonly isSearchable: boolean;
  readonly isActivity: boolean;
  readonly sharing: Sharing;
  readonly sharedUpwards: boolean;
  readonly isSystem: boolean;
  readonly isWritable: boolean;
  readonly isCreatable: boolean;
  readonly isDeletable: boolean;
  readonly packageName: string | null;
  readonly fields: readonly FieldInfo[];
  readonly relations: readonly RelationInfo[];
  readonly rules: readonly RuleInfo[];
  readonly validations: readonly ValidationInfo[];
}

/** The tenant's data dictionary, with quick ways in. */
export interface Catalog {
  readonly version: number;
  readonly objects: readonly ObjectInfo[];
}

export function objectNamed(catalog: Catalog, name: string): ObjectInfo | undefined {
  return catalog.objects.find((object) => object.name === name);
}

export function fieldNamed(object: ObjectInfo, name: string): FieldInfo | undefined {
  return object.fields.find((field) => field.name === name);
}

export function isToOne(field: FieldInfo): boolean {
  return field.type === "lookup" || field.type === "masterDetail";
}

/** Whether it points to a record of any of several objects. */
export function isPolymorphic(field: FieldInfo): boolean {
  return field.targets !== null;
}

/** The names of the objects that a reference may point to. */
export function targetsOf(field: FieldInfo): readonly string[] {
  return field.targets ?? (field.target === null ? [] : [field.target]);
}

/** The name under which the API tells of which object the record is that a lookup with several targets points to. */
export function targetObjectName(field: FieldInfo): string {
  return `${field.name}Type`;
}

/** The lookup with several targets that tells under this name of which object its record is. */
export function lookupBeside(object: ObjectInfo, name: string): FieldInfo | undefined {
  return object.fields.find((field) => isPolymorphic(field) && targetObjectName(field) === name);
}

/** Of which object the record is that a lookup points to, as if it were a choice among objects. */
export function targetObjectField(catalog: Catalog, field: FieldInfo): FieldInfo {
  return {
    ...field,
    name: targetObjectName(field),
    type: "picklist",
    targets: null,
    values: targetsOf(field).map((value) => ({
      value,
      label: objectNamed(catalog, value)?.label ?? value,
      isActive: true,
    })),
  };
}

/** Whether people give its value in a form. */
export function isWritable(object: ObjectInfo, field: FieldInfo): boolean {
  if (field.isSystem) {
    return field.name === "owner" || (field.name === "name" && object.nameFormat === null);
  }
  return !field.readOnly && field.isEditable && field.type !== "id" && field.type !== "autoNumber";
}

/** The active rules of an object whose scripts compile no longer. */
export function brokenRules(object: ObjectInfo): readonly RuleInfo[] {
  return object.rules.filter((rule) => rule.problems.length > 0);
}

/** The active rules of an object that people set off at a place, in their order. */
export function buttonsOf(object: ObjectInfo, place: RulePlace): readonly RuleInfo[] {
  return object.rules
    .filter((rule) => rule.active && rule.place.includes(place))
    .sort((one, other) => one.order - other.order || one.name.localeCompare(other.name));
}

/** Who may change users may change everything: the platform's mark of an administrator. */
export function isAdministrator(catalog: Catalog): boolean {
  return objectNamed(catalog, "User")?.isWritable ?? false;
}

const FIELD_PARTS =
  "id name label type isSystem required unique externalId indexed readOnly isEditable deprecated helpText defaultValue defaultExpression defaultTree visibleWhen visibleTree formula rollUp { object through function of where } maxLength digits decimals format values { value label isActive } target targets inverseName inverseLabel packageName";

export const CATALOG_DOCUMENT = /* GraphQL */ `query Catalog {
  catalog {
    version
    objects {
      id name label pluralName pluralLabel description icon nameLabel nameFormat
      keepsHistory isSearchable isActivity sharing sharedUpwards isSystem isWritable isCreatable isDeletable packageName
      fields { ${FIELD_PARTS} }
      relations { name label target field manyToMany }
      rules { id name label description on order active per runAs when place visibleWhen visibleTree script packageName problems { ${SCRIPT_PROBLEM_PARTS} } }
      validations { id name label description active refuseWhen message field packageName }
    }
  }
}`;

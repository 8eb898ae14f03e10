import type { ExpressionKind } from "@/expression";
import {
  type FieldTypeName,
  type PicklistValue,
  type RollUp,
  type RuleMode,
  type RuleMoment,
  type RulePer,
  type RulePlace,
  SCRIPT_PROBLEM_PARTS,
  type ScriptProblem,
  type Sharing,
} from "./catalog";
import { JOB_PARTS } from "./jobs";

export interface ComponentRef {
  readonly kind: "Object" | "Field" | "Rule" | "Validation" | "PermissionSet";
  readonly object?: string;
  readonly name: string;
}

export interface ObjectInput {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly pluralName?: string;
  readonly description?: string | null;
  readonly icon?: string | null;
  readonly nameLabel?: string | null;
  readonly nameFormat?: string;
  readonly keepsHistory?: boolean;
  readonly isSearchable?: boolean;
  readonly sharing?: Sharing;
  readonly sharedUpwards?: boolean;
}

export type ObjectUpdate = Partial<Omit<ObjectInput, "name" | "pluralName" | "nameFormat">>;

export interface FieldInput {
  readonly object: string;
  readonly name: string;
  readonly type: FieldTypeName;
  readonly label?: string;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly externalId?: boolean;
  readonly indexed?: boolean;
  readonly readOnly?: boolean;
  readonly helpText?: string;
  readonly defaultValue?: unknown;
  readonly defaultExpression?: string;
  readonly visibleWhen?: string;
  readonly formula?: string;
  readonly rollUp?: RollUp;
  readonly maxLength?: number;
  readonly digits?: number;
  readonly decimals?: number;
  readonly format?: string;
  readonly values?: readonly PicklistValue[];
  readonly target?: string;
  readonly targets?: readonly string[];
  readonly inverseName?: string;
  readonly inverseLabel?: string;
}

export interface FieldUpdate {
  readonly label?: string;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly externalId?: boolean;
  readonly indexed?: boolean;
  readonly readOnly?: boolean;
  readonly deprecated?: boolean;
  readonly helpText?: string | null;
  readonly defaultValue?: unknown;
  readonly defaultExpression?: string | null;
  readonly visibleWhen?: string | null;
  readonly formula?: string;
  readonly rollUp?: RollUp;
  readonly maxLength?: number;
  readonly values?: readonly PicklistValue[];
  readonly targets?: readonly string[];
  readonly inverseLabel?: string;
}

export interface RuleInput {
  readonly object: string;
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly on: readonly RuleMoment[];
  readonly order?: number;
  readonly active?: boolean;
  readonly per?: RulePer;
  readonly runAs?: RuleMode;
  readonly when?: string | null;
  readonly place?: readonly RulePlace[] | null;
  readonly visibleWhen?: string | null;
  readonly script: string;
}

export interface ExpressionInfo {
  readonly kind: ExpressionKind | null;
  readonly problems: readonly ScriptProblem[];
  /** Why browsers cannot compute it while a record is being edited; null where they can. */
  readonly notInBrowser: string | null;
}

export interface Difference {
  readonly component: string;
  readonly kind: string;
  readonly object: string | null;
  readonly name: string;
  readonly change: "ADDED" | "CHANGED" | "REMOVED" | "RENAMED";
  readonly before: unknown;
  readonly after: unknown;
}

export interface CatalogChange {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly message: string;
  readonly diff: readonly Difference[];
}

export interface MetadataProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** How many records a change touches: they take the default, or their values move to where an index finds them. */
export interface AffectedRecords {
  readonly component: string;
  readonly kind: "FILLED" | "MOVED" | "SUMMED_UP" | "COMPUTED";
  readonly records: number;
}

export interface AppliedMetadata {
  readonly catalogVersion: number;
  readonly diff: readonly Difference[];
  readonly problems: readonly MetadataProblem[];
}

export interface Dependent {
  readonly component: string;
  readonly kind: string;
  readonly object: string | null;
  readonly name: string;
  readonly reason: string;
}

const DIFF = "diff { component kind object name change before after }";
const PROBLEMS = `problems { ${SCRIPT_PROBLEM_PARTS} }`;

export const METADATA = {
  createObject:
    "mutation CreateObject($input: CreateObjectInput!) { change: createObject(input: $input) { name catalogVersion } }",
  updateObject:
    "mutation UpdateObject($name: String!, $input: UpdateObjectInput!) { change: updateObject(name: $name, input: $input) { name catalogVersion } }",
  renameObject:
    "mutation RenameObject($name: String!, $to: String!, $pluralName: String) { change: renameObject(name: $name, to: $to, pluralName: $pluralName) { name catalogVersion } }",
  deleteObject: "mutation DeleteObject($name: String!) { change: deleteObject(name: $name) { catalogVersion } }",
  createField:
    "mutation CreateField($input: CreateFieldInput!) { change: createField(input: $input) { name catalogVersion } }",
  updateField:
    "mutation UpdateField($object: String!, $name: String!, $input: UpdateFieldInput!) { change: updateField(object: $object, name: $name, input: $input) { name catalogVersion } }",
  renameField:
    "mutation RenameField($object: String!, $name: String!, $to: String!) { change: renameField(object: $object, name: $name, to: $to) { name catalogVersion } }",
  deleteField:
    "mutation DeleteField($object: String!, $name: String!) { change: deleteField(object: $object, name: $name) { catalogVersion } }",
  createRule: `mutation CreateRule($input: CreateRuleInput!) { change: createRule(input: $input) { name catalogVersion ${PROBLEMS} } }`,
  updateRule: `mutation UpdateRule($object: String!, $name: String!, $input: UpdateRuleInput!) { change: updateRule(object: $object, name: $name, input: $input) { name catalogVersion ${PROBLEMS} } }`,
  deleteRule:
    "mutation DeleteRule($object: String!, $name: String!) { change: deleteRule(object: $object, name: $name) { catalogVersion } }",
  checkRule: `mutation CheckRule($input: CreateRuleInput!) { problems: checkRule(input: $input) { ${SCRIPT_PROBLEM_PARTS} } }`,
  createValidation:
    "mutation CreateValidation($input: CreateValidationInput!) { change: createValidation(input: $input) { name catalogVersion } }",
  updateValidation:
    "mutation UpdateValidation($object: String!, $name: String!, $input: UpdateValidationInput!) { change: updateValidation(object: $object, name: $name, input: $input) { name catalogVersion } }",
  deleteValidation:
    "mutation DeleteValidation($object: String!, $name: String!) { change: deleteValidation(object: $object, name: $name) { catalogVersion } }",
  expression: `query Expression($object: String!, $text: String!, $gives: ExpressionKind) { expression(object: $object, text: $text, gives: $gives) { kind notInBrowser problems { ${SCRIPT_PROBLEM_PARTS} } } }`,
  history: `query History($first: Int!, $before: Int) { history(first: $first, before: $before) { version at by message ${DIFF} } }`,
  rollback: `mutation Rollback($toVersion: Int!, $message: String, $dryRun: Boolean!) { rollback(toVersion: $toVersion, message: $message, dryRun: $dryRun) { catalogVersion ${DIFF} problems { path code message hint } } }`,
  fields: `query Fields($object: String!) { components(kind: "Field", object: $object) }`,
  tryFields:
    "mutation TryFields($components: [JSON!]!) { tried: applyMetadata(components: $components, dryRun: true) { affected { component kind records } problems { path code message hint } } }",
  jobs: `query Jobs($state: JobState, $first: Int!, $after: String) { jobs(state: $state, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${JOB_PARTS} } } }`,
  cancelJob: "mutation CancelJob($id: ID!) { job: cancelJob(id: $id) { id isCancelRequested } }",
  dependents:
    "query Dependents($component: ComponentRef!) { dependents(component: $component) { component kind object name reason } }",
} as const;

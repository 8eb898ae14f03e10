import { type RuleMode, type RuleMoment, type RulePer, SCRIPT_PROBLEM_PARTS, type ScriptProblem } from "./catalog";
import type { RecordId } from "./records";
import type { LimitUse, RunFieldSet } from "./ruleLog";

/** A change of a field: who made it and, where a rule set the value, on which line. */
export interface WhyChange {
  readonly version: number;
  readonly at: string;
  readonly user: { readonly id: string; readonly name: string | null } | null;
  readonly origin: string;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly rule: {
    readonly id: string;
    readonly name: string;
    readonly line: number;
    readonly text: string | null;
  } | null;
  readonly isDefault: boolean;
}

/** A value that a formula reads. */
export interface WhyInput {
  readonly path: string;
  readonly label: string;
  readonly object: string;
  readonly field: string;
  readonly record: string | null;
  readonly value: unknown;
}

/** Why a field of a record has its value. */
export interface Why {
  readonly value: unknown;
  readonly keepsHistory: boolean;
  readonly changes: readonly WhyChange[];
  readonly formula: { readonly expression: string; readonly inputs: readonly WhyInput[] } | null;
  readonly defaultValue: unknown;
  readonly defaultExpression: string | null;
}

export interface TrialCase {
  readonly record: string;
  readonly name: string | null;
  readonly at: string | null;
  readonly moment: string;
  readonly set: readonly RunFieldSet[];
  readonly writes: readonly string[];
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
  readonly log: readonly { readonly level: string; readonly text: string }[];
  readonly failure: string | null;
  readonly line: number | null;
  readonly fuel: number;
}

/** What a rule would have done. */
export interface RuleTrial {
  readonly problems: readonly ScriptProblem[];
  readonly tried: number;
  readonly changed: number;
  readonly refused: number;
  readonly failed: number;
  readonly micros: number;
  readonly limits: readonly LimitUse[];
  readonly cases: readonly TrialCase[];
  readonly isCut: boolean;
}

/** On what a rule is tried: the last changes, the records of a filter, or chosen ones. */
export type TrialOn =
  | { readonly changes: number }
  | { readonly filter: unknown; readonly first: number }
  | { readonly records: readonly RecordId[] };

/** A rule as it stands in the editor. */
export interface DraftRule {
  readonly object: string;
  readonly name: string;
  readonly on: readonly RuleMoment[];
  readonly per: RulePer;
  readonly runAs: RuleMode;
  readonly when: string | null;
  readonly script: string;
}

/** What may stand at a place of a script. */
export interface ScriptCompletion {
  /** The column, counted from 1, from which an option replaces what is being typed. */
  readonly from: number;
  readonly options: readonly {
    readonly label: string;
    readonly kind:
      | "FIELD"
      | "REFERENCE"
      | "METHOD"
      | "PROPERTY"
      | "VARIABLE"
      | "FUNCTION"
      | "OBJECT"
      | "VALUE"
      | "TYPE";
    /** Empty where it has none. */
    readonly type: string;
    readonly detail: string;
  }[];
}

export const INSIGHT = {
  completeRule:
    "query CompleteRule($object: String!, $script: String!, $line: Int!, $column: Int!) { completion: completeRule(object: $object, script: $script, line: $line, column: $column) { from options { label kind type detail } } }",
  why: "query Why($object: String!, $id: ID!, $field: String!) { why(object: $object, id: $id, field: $field) { value keepsHistory defaultValue defaultExpression changes { version at user { id name } origin kind before after isDefault rule { id name line text } } formula { expression inputs { path label object field record value } } } }",
  tryRule: `query TryRule($input: CreateRuleInput!, $changes: Int, $filter: JSON, $first: Int, $records: [ID!]) { trial: tryRule(input: $input, changes: $changes, filter: $filter, first: $first, records: $records) { problems { ${SCRIPT_PROBLEM_PARTS} } tried changed refused failed micros limits { limit spent most } cases { record name at moment set { field before after line } writes refusals warnings log { level text } failure line fuel } isCut } }`,
} as const;

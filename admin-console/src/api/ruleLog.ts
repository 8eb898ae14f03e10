export const LOG_LEVELS = ["OFF", "FAILURES", "ALL"] as const;
export const RUN_OUTCOMES = ["SAVED", "REFUSED", "FAILED"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export interface RuleLogSetting {
  readonly level: LogLevel;
  readonly days: number;
}

/** A write whose rules ran. */
export interface RuleRun {
  readonly id: string;
  readonly at: string;
  /** Nobody where the platform itself wrote. */
  readonly user: { readonly id: string; readonly name: string | null } | null;
  readonly operation: string;
  readonly outcome: RunOutcome;
  readonly rules: readonly string[];
  readonly steps: number;
  readonly fuel: number;
  readonly micros: number;
  readonly message: string | null;
}

export interface RuleRunPage {
  readonly nodes: readonly RuleRun[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface RunFieldSet {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** From 1; 0 where it is unknown. */
  readonly line: number;
}

export interface LimitUse {
  readonly limit: string;
  readonly spent: number;
  readonly most: number;
}

/** One run of a rule. */
export interface RunStep {
  readonly ruleId: string;
  readonly rule: string;
  readonly object: string;
  readonly moment: string;
  readonly chain: readonly string[];
  readonly records: readonly { readonly id: string; readonly set: readonly RunFieldSet[] }[];
  readonly queries: readonly { readonly text: string; readonly rows: number; readonly micros: number }[];
  readonly log: readonly { readonly level: string; readonly text: string }[];
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
  readonly failure: string | null;
  readonly line: number | null;
  readonly fuel: number;
  readonly micros: number;
}

export interface RuleRunDetail extends RuleRun {
  readonly detail: {
    readonly steps: readonly RunStep[];
    readonly limits: readonly LimitUse[];
    readonly isCut: boolean;
  };
}

const RUN = "id at user { id name } operation outcome rules steps fuel micros message";
const STEP =
  "ruleId rule object moment chain records { id set { field before after line } } queries { text rows micros } log { level text } refusals warnings failure line fuel micros";
const SETTING = "level days";

export const RULE_LOG = {
  setting: `query RuleLogSetting { setting: ruleLogSetting { ${SETTING} } }`,
  change: `mutation ChangeRuleLog($level: RuleLogLevel!, $days: Int!) { setting: changeRuleLog(level: $level, days: $days) { ${SETTING} } }`,
  runs: `query RuleRuns($rule: ID, $outcome: RunOutcome, $from: DateTime, $first: Int!, $after: String) { runs: ruleRuns(rule: $rule, outcome: $outcome, from: $from, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${RUN} } } }`,
  run: `query RuleRun($id: ID!) { run: ruleRun(id: $id) { ${RUN} detail { isCut limits { limit spent most } steps { ${STEP} } } } }`,
} as const;

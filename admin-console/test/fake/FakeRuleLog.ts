import type { RuleLogSetting, RuleRunDetail } from "@/api";
import { refuse, type Values } from "./refusal.ts";

/** The debug log of the stand-in's workspace. */
export class FakeRuleLog {
  setting: RuleLogSetting = { level: "OFF", days: 7 };
  runs: RuleRunDetail[];

  constructor(stamp: () => string) {
    const run = { at: stamp(), user: { id: "u1", name: "Nancy Davolio" }, steps: 1, fuel: 1_234, micros: 4_560 };
    const step = {
      ruleId: "rule-1",
      rule: "setRating",
      object: "Account",
      moment: "BEFORE_CREATE",
      chain: ["rule setRating on Account"],
      queries: [{ text: "query Contact [email]", rows: 3, micros: 800 }],
      log: [{ level: "INFO", text: "at Acme" }],
      refusals: [],
      warnings: ["90 of 100 queries that the rules of one transaction may take are spent"],
      failure: null,
      line: null,
      fuel: 1_234,
      micros: 4_560,
    };
    const limits = [{ limit: "fuel", spent: 1_234, most: 20_000_000 }];
    this.runs = [
      {
        ...run,
        id: "run-1",
        operation: "create Account",
        outcome: "SAVED",
        rules: ["setRating"],
        message: null,
        detail: {
          isCut: false,
          limits,
          steps: [
            {
              ...step,
              records: [
                {
                  id: "01900000-0000-7000-8000-000000000001",
                  set: [{ field: "rating", before: "cold", after: "hot", line: 5 }],
                },
              ],
            },
          ],
        },
      },
      {
        ...run,
        id: "run-2",
        operation: "update Account",
        outcome: "FAILED",
        rules: ["setRating"],
        message: "RULE_FAILED: Rule `setRating` failed: line 3: value is empty",
        detail: {
          isCut: false,
          limits,
          steps: [{ ...step, records: [], failure: "line 3: value is empty", line: 3 }],
        },
      },
    ];
  }

  answer(root: string, { id, outcome, level, days }: Values): unknown {
    switch (root) {
      case "ruleLogSetting":
        return this.setting;
      case "changeRuleLog":
        this.setting = { level, days } as RuleLogSetting;
        return this.setting;
      case "ruleRuns":
        return {
          nodes: this.runs.filter((run) => (outcome ?? run.outcome) === run.outcome),
          pageInfo: { hasNextPage: false, endCursor: null },
        };
      case "ruleRun":
        return this.runs.find((run) => run.id === id) ?? refuse("NOT_FOUND", "RUN_UNKNOWN", "There is no such run");
      default:
        return refuse("INVALID", "UNKNOWN_FIELD", `No field ${root}.`);
    }
  }
}

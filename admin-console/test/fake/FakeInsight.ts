import type { RecordShare, RuleTrial, Why } from "@/api";
import { refuse, type Values } from "./refusal.ts";

const NANCY = { id: "u1", name: "Nancy Davolio" };

/** What the stand-in knows of why values are there, and of what a rule would do. */
export class FakeInsight {
  private readonly stamp: () => string;
  private readonly user: () => string | undefined;
  private shares: readonly RecordShare[] = [];

  constructor(stamp: () => string, user: () => string | undefined) {
    this.stamp = stamp;
    this.user = user;
  }

  answer(root: string, args: Values): unknown {
    switch (root) {
      case "why":
        return this.why(args);
      case "recordShares":
        return this.shares;
      case "shareRecord":
        return this.share(args.input as Values);
      case "unshareRecord":
        this.shares = this.shares.filter(({ party }) => party.id !== args.with);
        return this.shares;
      case "completeRule":
        return { from: Number(args.column), options: [] };
      case "tryRule":
        return Array.isArray(args.records) ? this.tried(String(args.records[0])) : this.trial(args);
      default:
        return refuse("INVALID", "UNKNOWN_FIELD", `No field ${root}.`);
    }
  }

  private share(input: Values): readonly RecordShare[] {
    const party = { id: String(input.with), name: "Nancy Davolio", kind: "USER" } as const;
    const share = { party, withBelow: false, mayChange: input.mayChange === true, cause: "MANUAL", until: null };
    this.shares = [...this.shares, share];
    return this.shares;
  }

  private why({ object, id, field }: Values): Why {
    if (field === "industry") {
      const input = { path: "employees", label: "Employees", object: String(object), field: "employees", value: "120" };
      return {
        value: "240",
        keepsHistory: true,
        changes: [],
        formula: { expression: "employees * 2", inputs: [{ ...input, record: String(id) }] },
        defaultValue: null,
        defaultExpression: null,
      };
    }
    return {
      value: "120",
      keepsHistory: true,
      changes: [
        {
          version: 1,
          at: this.stamp(),
          user: NANCY,
          origin: "CONSOLE",
          kind: "CREATE",
          before: null,
          after: "120",
          rule: { id: "rule-1", name: "countStaff", line: 3, text: "  record.employees = 120" },
          isDefault: false,
        },
      ],
      formula: null,
      defaultValue: null,
      defaultExpression: null,
    };
  }

  /** A rule that gives a record money and another owner. */
  private tried(record: string): RuleTrial {
    const trial = this.trial({ changes: 1 });
    const set = [
      { field: "revenue", before: null, after: "2500.5", line: 1 },
      { field: "owner", before: null, after: this.user() ?? null, line: 2 },
    ];
    return { ...trial, tried: 1, refused: 0, cases: trial.cases.slice(0, 1).map((one) => ({ ...one, record, set })) };
  }

  private trial({ changes }: Values): RuleTrial {
    const found = {
      record: "01900000-0000-7000-8000-000000000001",
      name: "Alfreds Futterkiste",
      moment: "BEFORE_UPDATE",
      writes: [],
      warnings: [],
      fuel: 100,
    };
    return {
      problems: [],
      tried: changes === null || changes === undefined ? 91 : 12,
      changed: 1,
      refused: 1,
      failed: 0,
      micros: 12_000,
      limits: [{ limit: "fuel", spent: 100, most: 20_000_000 }],
      cases: [
        {
          ...found,
          at: this.stamp(),
          set: [{ field: "industry", before: "Food", after: "Trade", line: 2 }],
          refusals: [],
          log: [{ level: "INFO", text: "tried" }],
          failure: null,
          line: null,
        },
        { ...found, at: null, set: [], refusals: ["employees: Too few"], log: [], failure: null, line: null },
      ],
      isCut: false,
    };
  }
}

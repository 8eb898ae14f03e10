import { existsSync, readFileSync } from "node:fs";
import Big from "big.js";
import { describe, expect, it } from "vitest";
import { evaluate, type Subject } from "./evaluate";
import { momentText, parsedMoment } from "./moments";
import { exact, numberText } from "./numbers";
import type { ExpressionKind, ExpressionTree } from "./tree";
import type { Value } from "./values";

interface Stored {
  readonly text?: string;
  readonly number?: string;
  readonly moment?: string;
  readonly flag?: boolean;
  readonly choices?: readonly string[];
}

interface Agreement {
  readonly now: string;
  readonly deals: readonly string[];
  readonly records: Readonly<Record<string, Readonly<Record<string, Stored>>>>;
  readonly expressions: readonly {
    readonly text: string;
    readonly kind: ExpressionKind;
    readonly tree: ExpressionTree;
    /** What the server computes for each deal. */
    readonly results: readonly (string | null)[];
  }[];
}

const KEPT = "test/expression/agreement.json";
/** Made on demand, with other expressions each time. */
const LARGER = "target/agreement.json";

function read(path: string): Agreement {
  return JSON.parse(readFileSync(path, "utf8")) as Agreement;
}

function storedValue(stored: Stored | undefined): Value {
  if (stored === undefined) return null;
  if (stored.number !== undefined) return exact(stored.number);
  if (stored.moment !== undefined) return parsedMoment(stored.moment);
  return stored.flag ?? stored.choices ?? stored.text ?? null;
}

function subjectOf({ records, now }: Agreement, deal: string): Subject {
  const behind = (path: readonly string[]) => {
    let record = records[deal];
    for (const step of path) {
      const next = record?.[step]?.text;
      record = next === undefined ? undefined : records[next];
    }
    return record;
  };
  return {
    value: (path, name) => storedValue(behind(path)?.[name]),
    prior: () => null,
    isThere: (path) => behind(path) !== undefined,
    isNew: false,
    user: null,
    now: parsedMoment(now) ?? 0,
  };
}

function shown(kind: ExpressionKind, value: Value): string | null {
  if (value === null) return null;
  if (value instanceof Big) return numberText(value);
  return kind === "DATE_TIME" ? momentText(Number(value)) : String(value);
}

function differences(agreement: Agreement): string[] {
  const subjects = agreement.deals.map((deal) => subjectOf(agreement, deal));
  return agreement.expressions.flatMap(({ text, kind, tree, results }) =>
    subjects.flatMap((subject, at) => {
      const found = shown(kind, evaluate(tree, subject));
      return found === results[at] ? [] : [`${text} of ${agreement.deals[at]}: ${found}, on the server ${results[at]}`];
    }),
  );
}

describe("expressions in the browser", () => {
  it.each([KEPT, LARGER].filter((path) => existsSync(path)))("give what the server computes in %s", (path) => {
    const agreement = read(path);
    expect(agreement.expressions.length).toBeGreaterThan(500);
    expect(differences(agreement)).toEqual([]);
  });
});

import { Badge } from "@mantine/core";
import type { RuleRun, RunOutcome } from "@/api";
import { formatCount } from "@/fields";
import { t } from "@/i18n";

const COLORS: { readonly [O in RunOutcome]: string } = { SAVED: "teal", REFUSED: "orange", FAILED: "red" };

/** What became of a write. */
export function OutcomeBadge({ outcome }: { outcome: RunOutcome }) {
  return (
    <Badge variant="light" color={COLORS[outcome]} radius="sm" tt="none">
      {t.ruleLog.outcome[outcome]}
    </Badge>
  );
}

/** Who wrote. */
export function whoOf({ user }: RuleRun): string {
  return user === null ? t.ruleLog.platform : (user.name ?? t.ruleLog.somebody);
}

export function millisOf(micros: number): string {
  return t.ruleLog.millis(formatCount(Math.round(micros / 10) / 100));
}

import { Badge } from "@mantine/core";
import type { ScriptProblem } from "@/api";
import { t } from "@/i18n";

interface Props {
  isEmpty: boolean;
  isChecking: boolean;
  problems: readonly ScriptProblem[];
  isFailed: boolean;
}

/** How the script stands, in a word. */
export function CheckBadge({ isEmpty, isChecking, problems, isFailed }: Props) {
  const [text, color] = verdict({ isEmpty, isChecking, problems, isFailed });
  return (
    <Badge variant="light" color={color} radius="sm" tt="none" role="status">
      {text}
    </Badge>
  );
}

function verdict({ isEmpty, isChecking, problems, isFailed }: Props): readonly [string, string] {
  const errors = problems.filter(({ severity }) => severity !== "WARNING").length;
  if (isEmpty || isFailed) return [t.setup.ruleUnchecked, "gray"];
  if (isChecking) return [t.setup.ruleChecking, "gray"];
  if (errors > 0) return [t.setup.ruleProblems(errors), "red"];
  return problems.length > 0 ? [t.setup.ruleWarnings(problems.length), "yellow"] : [t.setup.ruleGood, "teal"];
}

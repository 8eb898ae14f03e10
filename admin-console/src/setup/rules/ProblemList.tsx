import { problemText, type ScriptProblem } from "@/api";
import { t } from "@/i18n";
import classes from "./rules.module.css";

/** What is wrong with a script, each with its place. */
export function ProblemList({ problems }: { problems: readonly ScriptProblem[] }) {
  if (problems.length === 0) return null;
  const hasErrors = problems.some(({ severity }) => severity !== "WARNING");
  return (
    <ul
      className={classes.problems}
      aria-label={hasErrors ? t.setup.ruleProblems(problems.length) : t.setup.ruleWarnings(problems.length)}
    >
      {problems.map((found) => (
        <li
          key={`${found.line} ${found.column} ${found.message}`}
          className={classes.problem}
          data-warning={found.severity === "WARNING" || undefined}
        >
          <b>{t.setup.ruleProblemAt(found.line, found.column)}:</b> {problemText(found)}
        </li>
      ))}
    </ul>
  );
}

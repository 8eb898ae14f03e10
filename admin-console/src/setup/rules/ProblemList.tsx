import type { ScriptProblem } from "@/api";
import { t } from "@/i18n";
import classes from "./rules.module.css";

/** What is wrong with a script, each with its place. */
export function ProblemList({ problems }: { problems: readonly ScriptProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems} aria-label={t.setup.ruleProblems(problems.length)}>
      {problems.map((found) => (
        <li key={`${found.line} ${found.column} ${found.message}`} className={classes.problem}>
          <b>{t.setup.ruleProblemAt(found.line, found.column)}:</b> {found.message} {found.hint}
        </li>
      ))}
    </ul>
  );
}

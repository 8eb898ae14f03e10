import { asApiError, problemText, sortProblems } from "@/api";
import { failureText } from "@/ui";

/** The server's words for a form: those of a field, and all others. That the session is over is said in front of it. */
export function formFailure(error: unknown, names: readonly string[]) {
  const all = error === null || error === undefined ? [] : asApiError(error).problems;
  const problems = all.filter((found) => found.kind !== "UNAUTHENTICATED");
  const { fields, others } = sortProblems(problems, names);
  return {
    at: (name: string): string | undefined => fields[name]?.map(problemText).join(" "),
    others: others.map((found) => problemText(found) || failureText(error)),
    isFailed: problems.length > 0,
  };
}

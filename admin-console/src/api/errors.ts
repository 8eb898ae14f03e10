/** What a failure can mean to the person in front of it; the server's closed list and the network's own. */
export type ProblemKind =
  | "INVALID"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "LIMIT"
  | "UNAVAILABLE"
  | "INTERNAL"
  | "NETWORK";

const KINDS: readonly string[] = [
  "INVALID",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "LIMIT",
  "UNAVAILABLE",
  "INTERNAL",
  "NETWORK",
];

/** One reason why a request was refused. */
export interface Problem {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly hint: string | null;
  readonly traceId: string | null;
}

/** A request was refused or failed, for one or more reasons. */
export class ApiError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.name = "ApiError";
    this.problems = problems;
  }

  get kind(): ProblemKind {
    return this.problems[0]?.kind ?? "INTERNAL";
  }

  get isSuspended(): boolean {
    return this.problems.some((problem) => problem.code.includes("SUSPENDED"));
  }
}

export function problem(kind: ProblemKind, message: string, code: string = kind): Problem {
  return { code, kind, message, path: [], hint: null, traceId: null };
}

/** The meaning of a status code whose body told nothing. */
export function kindOfStatus(status: number): ProblemKind {
  if (status === 401) return "UNAUTHENTICATED";
  if (status === 403) return "FORBIDDEN";
  if (status === 404) return "NOT_FOUND";
  if (status === 409) return "CONFLICT";
  if (status === 429) return "LIMIT";
  if (status === 502 || status === 503 || status === 504) return "UNAVAILABLE";
  return status < 500 ? "INVALID" : "INTERNAL";
}

interface WireError {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function steps(value: unknown): (string | number)[] {
  return Array.isArray(value)
    ? value.filter((step): step is string | number => typeof step === "string" || typeof step === "number")
    : [];
}

/** Reads the `errors` of a GraphQL answer; null when there are none. */
export function problemsOf(body: unknown, status: number): readonly [Problem, ...Problem[]] | null {
  const errors = (body as { errors?: unknown } | null)?.errors;
  if (!Array.isArray(errors)) return null;
  const [first, ...rest] = errors.map((error: WireError): Problem => {
    const extensions = error.extensions ?? {};
    const kind = text(extensions.kind);
    return {
      code: text(extensions.code) ?? text(extensions.classification) ?? "UNKNOWN",
      kind: kind !== null && KINDS.includes(kind) ? (kind as ProblemKind) : kindOfStatus(status === 200 ? 400 : status),
      message: text(error.message) ?? "",
      path: steps(extensions.path ?? error.path),
      hint: text(extensions.hint),
      traceId: text(extensions.traceId),
    };
  });
  return first === undefined ? null : [first, ...rest];
}

/** What is wrong, and what may help, as sentences. */
export function problemText({ message, hint }: { readonly message: string; readonly hint: string | null }): string {
  if (hint === null || hint === "" || message === "") return message || (hint ?? "");
  return /[.!?]$/.test(message) ? `${message} ${hint}` : `${message}. ${hint}`;
}

/** Problems sorted to where a form shows them. */
export interface SortedProblems {
  /** By the name of the field. */
  readonly fields: Readonly<Record<string, readonly Problem[]>>;
  /** Those about no field of the form. */
  readonly others: readonly Problem[];
}

/** Each problem goes to the field its path ends in, with or without the `Id` of a reference, else to the summary. */
export function sortProblems(problems: readonly Problem[], fieldNames: readonly string[]): SortedProblems {
  const fields: Record<string, Problem[]> = {};
  const others: Problem[] = [];
  for (const found of problems) {
    const name = fieldOf(found.path, fieldNames);
    if (name === null) {
      others.push(found);
    } else {
      fields[name] = [...(fields[name] ?? []), found];
    }
  }
  return { fields, others };
}

function fieldOf(path: readonly (string | number)[], fieldNames: readonly string[]): string | null {
  for (const step of [...path].reverse()) {
    if (typeof step !== "string") continue;
    if (fieldNames.includes(step)) return step;
    const owner = fieldNames.find((name) => step === `${name}Id` || step === `${name}Currency`);
    if (owner !== undefined) return owner;
  }
  return null;
}

/** All that goes wrong on the way to an answer, as one type. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError([problem("INTERNAL", error instanceof Error ? error.message : String(error))]);
}

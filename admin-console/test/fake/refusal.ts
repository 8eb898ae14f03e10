export type Values = Record<string, unknown>;

interface Reason {
  readonly message: string;
  readonly kind: string;
  readonly code: string;
  readonly path?: (string | number)[];
  readonly hint?: string;
}

/** What the server does not do, in the form of its answer. */
export class Refusal extends Error {
  readonly errors: Values[];

  constructor(reasons: readonly Reason[]) {
    super(reasons[0]?.message);
    this.errors = reasons.map(({ message, kind, code, path, hint }) => ({
      message,
      path: path ?? [],
      extensions: { kind, code, hint },
    }));
  }
}

export function refuse(kind: string, code: string, message: string, path?: (string | number)[], hint?: string): never {
  throw new Refusal([{ kind, code, message, ...(path ? { path } : {}), ...(hint ? { hint } : {}) }]);
}

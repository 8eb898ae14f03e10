export const AUDIT_KINDS = ["SIGN_IN", "MASS_READ", "API_CLIENT", "METADATA", "ACCESS"] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Something that somebody may have to answer for. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: AuditKind;
  /** Nobody where the platform itself did it. */
  readonly actor: { readonly id: string; readonly name: string | null } | null;
  readonly origin: string;
  readonly subject: string;
  /** A JSON document; nothing where it was erased. */
  readonly detail: string | null;
  /** In the chain; nothing for the newest. */
  readonly position: number | null;
}

export interface AuditPage {
  readonly nodes: readonly AuditEntry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface AuditVerification {
  readonly entries: number;
  readonly erased: number;
  readonly head: string;
  readonly isIntact: boolean;
  readonly problem: string | null;
}

export const AUDIT = {
  entries:
    "query AuditEntries($kind: AuditKind, $from: DateTime, $first: Int!, $after: String) { trail: auditEntries(kind: $kind, from: $from, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { id at kind actor { id name } origin subject detail position } } }",
  verify: "mutation VerifyAudit { verified: verifyAudit { entries erased head isIntact problem } }",
} as const;

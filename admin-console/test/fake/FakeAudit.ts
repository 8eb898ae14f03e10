import type { AuditEntry, AuditKind } from "@/api";
import type { Values } from "./refusal.ts";

/** The audit trail of the stand-in's workspace. */
export class FakeAudit {
  problem: string | null = null;
  private readonly entries: readonly AuditEntry[];

  constructor(stamp: () => string) {
    const entry = (id: string, kind: AuditKind, subject: string, detail: string | null): AuditEntry => ({
      id,
      at: stamp(),
      kind,
      actor: { id: "u1", name: "Nancy Davolio" },
      origin: "CONSOLE",
      subject,
      detail,
      position: Number(id),
    });
    this.entries = [
      entry("3", "API_CLIENT", "api.northwind.1", '{"change": "created"}'),
      entry("2", "METADATA", "17", '{"message": "made Deal"}'),
      { ...entry("1", "SIGN_IN", "browser", "{}"), actor: null },
    ];
  }

  answer(root: string, { kind }: Values): unknown {
    if (root === "verifyAudit") {
      const { problem } = this;
      return { entries: this.entries.length, erased: 0, head: "c0ffee", isIntact: problem === null, problem };
    }
    return {
      nodes: this.entries.filter((entry) => (kind ?? entry.kind) === entry.kind),
      pageInfo: { hasNextPage: false, endCursor: null },
    };
  }
}

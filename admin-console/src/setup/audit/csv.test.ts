import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/api";
import { toCsv } from "./csv";

const ENTRY: AuditEntry = {
  id: "1",
  at: "2026-01-31T10:00:00Z",
  kind: "SIGN_IN",
  actor: { id: "u1", name: 'Nancy "N" Davolio' },
  origin: "CONSOLE",
  subject: "browser",
  detail: null,
  position: 7,
};

describe("the audit trail as a table", () => {
  it("writes a line for each entry", () => {
    expect(toCsv([ENTRY])).toBe(
      'at,kind,actor,actorName,origin,subject,detail,position\r\n"2026-01-31T10:00:00Z","SIGN_IN","u1","Nancy ""N"" Davolio","CONSOLE","browser","","7"\r\n',
    );
  });

  it("hands no formula to who opens it", () => {
    expect(toCsv([{ ...ENTRY, subject: "=cmd()" }])).toContain('"\'=cmd()"');
  });
});

import type { AccessExplanation, PermissionSetDocument, PermissionSetInfo } from "@/api";
import { refuse, type Values } from "./refusal.ts";

const STANDARD: PermissionSetInfo = {
  name: "StandardUser",
  label: "Standard user",
  description: "What users may who were given no other profile.",
  purpose: "PROFILE",
  packageName: "system",
  isSystem: true,
  document: {
    kind: "PermissionSet",
    name: "StandardUser",
    label: "Standard user",
    purpose: "profile",
    objects: { "*": { rights: ["read", "create", "update", "delete"], allFields: "edit" } },
    functions: ["bulkEdit", "api"],
  },
};

/** The permission sets of the stand-in. */
export class FakeAccess {
  sets: PermissionSetInfo[] = [STANDARD];

  answer(root: string, args: Values): unknown {
    switch (root) {
      case "permissionSets":
        return this.sets;
      case "access":
        return this.explained(args);
      case "applyMetadata":
        for (const { name } of (args.remove ?? []) as Values[]) {
          this.sets = this.sets.filter((set) => set.name !== name);
        }
        for (const document of (args.components ?? []) as PermissionSetDocument[]) this.put(document);
        return { catalogVersion: 13, problems: [] };
      default:
        return refuse("INVALID", "UNKNOWN_FIELD", `No field ${root}.`);
    }
  }

  private put(document: PermissionSetDocument): void {
    const made: PermissionSetInfo = {
      name: document.name,
      label: document.label,
      description: document.description ?? null,
      purpose: document.purpose.toUpperCase() as PermissionSetInfo["purpose"],
      packageName: null,
      isSystem: false,
      document,
    };
    this.sets = [...this.sets.filter((set) => set.name !== document.name), made];
  }

  private explained({ field }: Values): AccessExplanation {
    const standard = { name: STANDARD.name, label: STANDARD.label, purpose: STANDARD.purpose };
    const muting = { name: "Less", label: "Less", purpose: "MUTING" } as const;
    const granted = { isGranted: true, reason: "GRANTED", grantedBy: [standard], mutedBy: [] } as const;
    return {
      isAdministrator: false,
      isActive: true,
      permissionSets: [standard, muting],
      rights:
        field === null || field === undefined
          ? [
              { right: "read", ...granted },
              { right: "delete", isGranted: false, reason: "MUTED", grantedBy: [standard], mutedBy: [muting] },
            ]
          : [{ right: "read", ...granted }],
    };
  }
}

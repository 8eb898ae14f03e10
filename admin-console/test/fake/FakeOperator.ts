import type { TenantInfo, TenantStatus } from "@/api";
import { refuse, type Values } from "./refusal.ts";

/** The workspaces of the stand-in and the API of those who run it. */
export class FakeOperator {
  tenants: TenantInfo[] = [];
  private readonly stamp: () => string;

  constructor(stamp: () => string) {
    this.stamp = stamp;
    for (let index = 1; index <= 3; index += 1) this.add(`tenant-${index}`, `Tenant ${index} GmbH`, "ACTIVE");
  }

  private add(slug: string, name: string, status: TenantStatus): TenantInfo {
    const tenant: TenantInfo = {
      slug,
      name,
      status,
      createdAt: this.stamp(),
      packages: ["sales"],
      currency: "EUR",
      timeZone: "Europe/Vienna",
      locale: "de-AT",
      catalogVersion: 1,
      usage: { records: 12_345, storageBytes: 48_300_000, requests: 98_765 },
      steps: ["Register", "Organization", "Administrator", "Packages"].map((step) => ({
        name: step,
        state: "DONE",
        problem: null,
      })),
    };
    this.tenants = [tenant, ...this.tenants.filter((other) => other.slug !== slug)];
    return tenant;
  }

  /** Answers a root field of the operator API. */
  answer(root: string, args: Values): unknown {
    const replace = (slug: unknown, status: TenantStatus) => {
      this.tenants = this.tenants.map((tenant) => (tenant.slug === slug ? { ...tenant, status } : tenant));
      return this.tenants.find((tenant) => tenant.slug === slug);
    };
    switch (root) {
      case "tenants": {
        const text = String(args.search ?? "").toLowerCase();
        const found = this.tenants.filter((tenant) => `${tenant.slug} ${tenant.name}`.toLowerCase().includes(text));
        const start = Number(args.after ?? 0);
        const page = found.slice(start, start + Number(args.first));
        return {
          nodes: page,
          totalCount: found.length,
          pageInfo: { hasNextPage: start + page.length < found.length, endCursor: String(start + page.length) },
        };
      }
      case "tenant":
        return this.tenants.find((tenant) => tenant.slug === args.slug) ?? null;
      case "packages":
        return [
          { name: "sales", version: "1.0.0", label: "Sales", description: "Accounts, contacts, opportunities" },
          { name: "service", version: "1.0.0", label: "Service", description: "Cases and entitlements" },
        ];
      case "provisionTenant": {
        const input = args.input as { slug: string; name: string };
        if (!/^[a-z][a-z0-9-]{2,39}$/.test(input.slug)) {
          refuse("INVALID", "BAD_SLUG", "The address has 3 to 40 small letters, digits and hyphens.", [
            "provisionTenant",
            "input",
            "slug",
          ]);
        }
        return this.add(input.slug, input.name, "ACTIVE");
      }
      case "suspendTenant":
        return replace(args.slug, "SUSPENDED");
      case "resumeTenant":
        return replace(args.slug, "ACTIVE");
      case "deleteTenant":
        this.tenants = this.tenants.filter((tenant) => tenant.slug !== args.slug);
        return { proof: "removed 12,345 records; sha256 5f1c…" };
      default:
        return refuse("INVALID", "UNKNOWN_FIELD", `No field ${root}.`);
    }
  }
}

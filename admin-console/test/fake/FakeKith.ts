import { Kind, parse } from "graphql";
import type { AffectedRecords, ObjectInfo, TenantInfo } from "@/api";
import { argumentsOf } from "./arguments.ts";
import { FakeAccess } from "./FakeAccess.ts";
import { FakeApiClients } from "./FakeApiClients.ts";
import { FakeAudit } from "./FakeAudit.ts";
import type { FakeHistory } from "./FakeHistory.ts";
import { FakeInsight } from "./FakeInsight.ts";
import { FakeJobs } from "./FakeJobs.ts";
import { FakeMetadata } from "./FakeMetadata.ts";
import { FakeOperator } from "./FakeOperator.ts";
import { FakeRecords, type Row } from "./FakeRecords.ts";
import { FakeRuleLog } from "./FakeRuleLog.ts";
import { FakeStoredObjects } from "./FakeStoredObjects.ts";
import { Refusal, refuse, type Values } from "./refusal.ts";
import { addSampleRecords } from "./sampleRecords.ts";

export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
}

const ACCESS = ["permissionSets", "access"];
const API_CLIENTS = ["apiClients", "createApiClient", "rotateApiClient", "activateApiClient", "deleteApiClient"];
const AUDIT = ["auditEntries", "verifyAudit"];
const JOBS = ["jobs", "cancelJob"];
const INSIGHT = ["why", "tryRule", "completeRule", "recordShares", "shareRecord", "unshareRecord"];
const RULE_LOG = ["ruleLogSetting", "changeRuleLog", "ruleRuns", "ruleRun"];
const STORED_OBJECTS = ["storedObjects", "moveObject"];

/** A stand-in for the server that keeps a small workspace in memory and speaks its three APIs. */
export class FakeKith {
  isSignedIn = true;
  /** Who is signed in. */
  email = "nancy@northwind.localhost";
  isOperator = true;
  isSuspended = false;
  /** Whether nothing but errors comes back. */
  isBroken = false;
  /** Every operation that came in. */
  readonly operations: { endpoint: string; query: string; variables: Values; tenant: string | null }[] = [];
  /** Answers in place of the server where it answers at all: for what goes wrong on the way. */
  intercept: ((query: string) => FakeAnswer | null) | null = null;
  /** Where the records of workspaces are. */
  readonly storedObjects: FakeStoredObjects;
  private readonly metadata: FakeMetadata;
  private readonly records: FakeRecords;
  private readonly operator: FakeOperator;
  private readonly jobs: FakeJobs;
  readonly ruleLog: FakeRuleLog;
  private readonly access = new FakeAccess();
  readonly apiClients: FakeApiClients;
  readonly audit: FakeAudit;
  private readonly insight: FakeInsight;

  constructor(now: () => Date = () => new Date()) {
    const stamp = () => now().toISOString();
    this.metadata = new FakeMetadata(stamp);
    this.records = new FakeRecords(stamp, () => this.metadata.objects);
    this.operator = new FakeOperator(stamp);
    this.jobs = new FakeJobs(stamp);
    this.ruleLog = new FakeRuleLog(stamp);
    this.insight = new FakeInsight(stamp, () => this.records.rows.User?.[0]?.id);
    this.apiClients = new FakeApiClients(stamp);
    this.audit = new FakeAudit(stamp);
    this.storedObjects = new FakeStoredObjects(this.jobs);
    addSampleRecords(this.records);
  }

  get version(): number {
    return this.metadata.version;
  }

  get objects(): ObjectInfo[] {
    return this.metadata.objects;
  }

  set objects(objects: ObjectInfo[]) {
    this.metadata.objects = objects;
  }

  get rows(): Record<string, Row[]> {
    return this.records.rows;
  }

  /** What a change of fields would touch. */
  set affected(affected: AffectedRecords[]) {
    this.metadata.affected = affected;
  }

  get tenants(): readonly TenantInfo[] {
    return this.operator.tenants;
  }

  /** What was done to the records. */
  get history(): FakeHistory {
    return this.records.history;
  }

  insert(name: string, values: Values): Row {
    return this.records.insert(name, values);
  }

  /** Answers a request; null when the address is none of the server's. */
  answer(method: string, path: string, headers: Record<string, string>, body: string): FakeAnswer | null {
    if (this.isBroken) return { status: 500, body: null };
    if (path.startsWith("/auth/session")) {
      return {
        status: 200,
        body: {
          signedIn: this.isSignedIn,
          csrfToken: "csrf",
          ...(this.isSignedIn
            ? {
                user: { name: "Nancy Davolio", email: this.email },
                tenants: [
                  { slug: "northwind", name: "Northwind Traders" },
                  { slug: "acme", name: "Acme GmbH" },
                ],
                isOperator: this.isOperator,
              }
            : {}),
        },
      };
    }
    if (path.startsWith("/auth/logout")) {
      this.isSignedIn = false;
      return { status: 200, body: { redirect: "/" } };
    }
    if (method !== "POST" || !path.startsWith("/graphql")) return null;
    if (!this.isSignedIn) return { status: 401, body: null };
    const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Values };
    const standIn = this.intercept?.(query) ?? null;
    if (standIn !== null) return standIn;
    this.operations.push({ endpoint: path, query, variables, tenant: headers["x-kith-tenant"] ?? null });
    try {
      if (this.isSuspended && path !== "/graphql/operator") {
        refuse("FORBIDDEN", "TENANT_SUSPENDED", "The tenant is suspended.");
      }
      return { status: 200, body: { data: this.execute(path, query, variables) } };
    } catch (failure) {
      if (failure instanceof Refusal) return { status: 200, body: { data: null, errors: failure.errors } };
      throw failure;
    }
  }

  private execute(path: string, query: string, variables: Values): Values {
    const [definition] = parse(query).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) refuse("INVALID", "SYNTAX", "No operation");
    const data: Values = {};
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) continue;
      const args = argumentsOf(selection.arguments ?? [], variables);
      const key = selection.alias?.value ?? selection.name.value;
      if (path === "/graphql/metadata") data[key] = this.setup(selection.name.value, args);
      else if (path === "/graphql/operator") data[key] = this.forOperators(selection.name.value, args);
      else if (selection.name.value === "me") data[key] = this.me();
      else data[key] = this.records.answer(selection, args, variables);
    }
    return data;
  }

  private forOperators(root: string, args: Values): unknown {
    if (!this.isOperator) refuse("FORBIDDEN", "OPERATORS_ONLY", "");
    if (STORED_OBJECTS.includes(root)) return this.storedObjects.answer(root, args);
    return JOBS.includes(root) ? this.jobs.answer(root, args) : this.operator.answer(root, args);
  }

  private setup(root: string, args: Values): unknown {
    const isOfSet = [...((args.components ?? []) as Values[]), ...((args.remove ?? []) as Values[])].some(
      ({ kind }) => kind === "PermissionSet",
    );
    if (ACCESS.includes(root) || isOfSet) return this.access.answer(root, args);
    if (INSIGHT.includes(root)) return this.insight.answer(root, args);
    if (AUDIT.includes(root)) return this.audit.answer(root, args);
    if (API_CLIENTS.includes(root)) return this.apiClients.answer(root, args);
    if (RULE_LOG.includes(root)) return this.ruleLog.answer(root, args);
    return JOBS.includes(root)
      ? this.jobs.answer(root, { ...args, tenant: "northwind" })
      : this.metadata.answer(root, args);
  }

  private me(): Values {
    const user = this.rows.User?.[0];
    return {
      user: { id: user?.id, name: user?.name },
      tenant: {
        slug: "northwind",
        name: "Northwind Traders",
        currency: "EUR",
        timeZone: "Europe/Vienna",
        locale: "en",
      },
    };
  }
}

import { type ArgumentNode, type FieldNode, Kind, parse, type SelectionSetNode, type ValueNode } from "graphql";
import type {
  CatalogChange,
  Difference,
  FieldInfo,
  ObjectInfo,
  RuleInfo,
  ScriptProblem,
  TenantInfo,
  TenantStatus,
} from "@/api";
import { field, nextId, object, sampleCatalog, withRelations } from "./catalog.ts";

type Values = Record<string, unknown>;

interface Row extends Values {
  id: string;
  name: string | null;
  version: number;
  deletedAt: string | null;
}

export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
}

class Refusal extends Error {
  readonly errors: Values[];

  constructor(errors: { message: string; kind: string; code: string; path?: (string | number)[]; hint?: string }[]) {
    super(errors[0]?.message);
    this.errors = errors.map(({ message, kind, code, path, hint }) => ({
      message,
      path: path ?? [],
      extensions: { kind, code, hint },
    }));
  }
}

function refuse(kind: string, code: string, message: string, path?: (string | number)[], hint?: string): never {
  throw new Refusal([{ kind, code, message, ...(path ? { path } : {}), ...(hint ? { hint } : {}) }]);
}

/** A stand-in for the server that keeps a small workspace in memory and speaks its three APIs. */
export class FakeKith {
  isSignedIn = true;
  isOperator = true;
  isSuspended = false;
  version = 12;
  objects: ObjectInfo[];
  rows: Record<string, Row[]> = {};
  history: CatalogChange[] = [];
  snapshots = new Map<number, ObjectInfo[]>();
  tenants: TenantInfo[] = [];
  /** Every operation that came in. */
  readonly operations: { endpoint: string; query: string; variables: Values; tenant: string | null }[] = [];
  private readonly now: () => Date;

  constructor(now: () => Date = () => new Date()) {
    this.now = now;
    this.objects = [...sampleCatalog().objects];
    this.snapshots.set(this.version, this.objects);
    this.history.push({ version: 12, at: this.stamp(), by: "Nancy Davolio", message: "Install sales", diff: [] });
    const nancy = this.insert("User", { name: "Nancy Davolio", email: "nancy@northwind.localhost", active: true });
    this.insert("User", { name: "Andrew Fuller", email: "andrew@northwind.localhost", active: true });
    for (const [index, name] of [
      "Alfreds Futterkiste",
      "Around the Horn",
      "Berglunds snabbköp",
      "Ernst Handel",
    ].entries()) {
      const account = this.insert("Account", {
        name,
        industry: ["Retail", "Technology", "Finance", "Manufacturing"][index],
        revenue: ["1250000.50", "830000.00", null, "9100000.00"][index],
        employees: [120, 45, 8, 2100][index],
        website: `https://www.${name.split(" ")[0]?.toLowerCase()}.example.com`,
        phone: "+43 1 555 12 34",
        customerSince: `202${index}-03-0${index + 1}`,
        owner: nancy,
      });
      this.insert("Contact", {
        name: ["Maria Anders", "Thomas Hardy", "Christina Berglund", "Roland Mendel"][index],
        email: `contact${index}@example.com`,
        account,
        owner: nancy,
        interests: ["Product"],
        newsletter: index % 2 === 0,
        campaigns: [],
      });
      this.insert("Opportunity", {
        name: `${name} – expansion`,
        stage: ["Prospecting", "Qualified", "Proposal", "Won"][index],
        amount: `${(index + 1) * 12_500}.00`,
        probability: `${(index + 1) * 20}`,
        closeDate: "2026-12-31",
        number: `OPP-000${index + 1}`,
        account,
        owner: nancy,
      });
    }
    this.insert("Campaign", { name: "Autumn fair", startsOn: "2026-10-01", owner: nancy });
    for (let index = 1; index <= 3; index += 1) this.addTenant(`tenant-${index}`, `Tenant ${index} GmbH`, "ACTIVE");
  }

  stamp(): string {
    return this.now().toISOString();
  }

  insert(name: string, values: Values): Row {
    const at = this.stamp();
    const user = this.rows.User?.[0] ?? null;
    const row: Row = {
      id: nextId(),
      name: null,
      version: 1,
      deletedAt: null,
      createdAt: at,
      updatedAt: at,
      createdBy: user,
      updatedBy: user,
      owner: user,
      ...values,
    };
    this.rows[name] = [...(this.rows[name] ?? []), row];
    return row;
  }

  addTenant(slug: string, name: string, status: TenantStatus): TenantInfo {
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

  /** Answers a request; null when the address is none of the server's. */
  answer(method: string, path: string, headers: Record<string, string>, body: string): FakeAnswer | null {
    if (path.startsWith("/auth/session")) {
      return {
        status: 200,
        body: {
          signedIn: this.isSignedIn,
          csrfToken: "csrf",
          ...(this.isSignedIn
            ? {
                user: { name: "Nancy Davolio", email: "nancy@northwind.localhost" },
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
      if (path === "/graphql/metadata") data[key] = this.metadata(selection.name.value, args);
      else if (path === "/graphql/operator") data[key] = this.operator(selection.name.value, args);
      else data[key] = this.data(selection, args, variables);
    }
    return data;
  }

  // Data

  private data(node: FieldNode, args: Values, variables: Values): unknown {
    const root = node.name.value;
    if (root === "me") {
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
    const many = this.objects.find((candidate) => candidate.pluralName === root);
    if (many !== undefined) return this.connection(many, this.live(many.name), args, node.selectionSet, variables);
    const single = this.objects.find((candidate) => lowerFirst(candidate.name) === root);
    if (single !== undefined) {
      const row = this.live(single.name).find((candidate) => candidate.id === args.id);
      return row === undefined ? null : this.select(single, row, node.selectionSet, variables);
    }
    const mutation = /^(create|update|delete|restore)(.+)$/.exec(root);
    const target = this.objects.find((candidate) => candidate.name === mutation?.[2]);
    if (mutation === null || target === undefined) {
      return refuse("INVALID", "UNKNOWN_FIELD", `Query has no field ${root}.`);
    }
    return this.mutate(mutation[1] ?? "", target, args, node.selectionSet, variables);
  }

  private live(name: string): Row[] {
    return (this.rows[name] ?? []).filter((row) => row.deletedAt === null);
  }

  private mutate(
    kind: string,
    target: ObjectInfo,
    args: Values,
    selection: SelectionSetNode | undefined,
    variables: Values,
  ): unknown {
    const all = this.rows[target.name] ?? [];
    if (kind === "create") {
      this.checkData(target, args.data as Values, null, `create${target.name}`);
      const row = this.insert(target.name, this.bound(target, args.data as Values, null));
      return this.select(target, row, selection, variables);
    }
    const row = all.find((candidate) => candidate.id === args.id);
    if (row === undefined) return refuse("NOT_FOUND", "RECORD_NOT_FOUND", "There is no such record.");
    if (kind === "delete") row.deletedAt = this.stamp();
    if (kind === "restore") row.deletedAt = null;
    if (kind === "update") {
      if (args.ifVersion !== undefined && args.ifVersion !== null && args.ifVersion !== row.version) {
        refuse("CONFLICT", "VERSION_CONFLICT", `The record is at version ${row.version}.`, [`update${target.name}`]);
      }
      this.checkData(target, args.data as Values, row, `update${target.name}`);
      Object.assign(row, this.bound(target, args.data as Values, row), {
        version: row.version + 1,
        updatedAt: this.stamp(),
      });
    }
    return this.select(target, row, selection, variables);
  }

  private checkData(target: ObjectInfo, data: Values, row: Row | null, root: string): void {
    const errors: { message: string; kind: string; code: string; path: (string | number)[] }[] = [];
    for (const known of target.fields) {
      const isGiven = known.name in data;
      const value = isGiven ? data[known.name] : row?.[known.name];
      const path = [root, "data", known.name];
      if (known.required && !known.readOnly && (value === null || value === undefined) && (isGiven || row === null)) {
        errors.push({ message: `${known.label} is required.`, kind: "INVALID", code: "REQUIRED", path });
      }
      if (known.type === "email" && isGiven && typeof value === "string" && !value.includes("@")) {
        errors.push({ message: `${known.label} is no mail address.`, kind: "INVALID", code: "NO_MAIL_ADDRESS", path });
      }
      const isTaken = this.live(target.name).some((other) => other !== row && other[known.name] === value);
      if (known.unique && isGiven && value !== null && isTaken) {
        errors.push({ message: `${known.label} is taken.`, kind: "CONFLICT", code: "NOT_UNIQUE", path });
      }
    }
    if (errors.length > 0) throw new Refusal(errors);
  }

  private bound(target: ObjectInfo, data: Values, row: Row | null): Values {
    const values: Values = {};
    for (const [name, value] of Object.entries(data)) {
      const known = target.fields.find((candidate) => candidate.name === name);
      if (known === undefined) {
        refuse("INVALID", "UNKNOWN_FIELD", `${target.name} has no field ${name}.`, ["data", name]);
      }
      if (known.target !== null && value !== null && known.type !== "manyToMany") {
        values[name] = this.byId(known.target, (value as Values).id);
      } else if (known.type === "manyToMany" && known.target !== null) {
        const change = value as { connect?: Values[]; disconnect?: Values[] };
        const gone = new Set((change.disconnect ?? []).map(({ id }) => id));
        const before = ((row?.[name] as Row[] | undefined) ?? []).filter((other) => !gone.has(other.id));
        values[name] = [...before, ...(change.connect ?? []).map(({ id }) => this.byId(known.target ?? "", id))];
      } else {
        values[name] = value;
      }
    }
    return values;
  }

  private byId(name: string, id: unknown): Row {
    const row = this.live(name).find((candidate) => candidate.id === id);
    return row ?? refuse("NOT_FOUND", "RECORD_NOT_FOUND", `There is no ${name} with this id.`);
  }

  private connection(
    target: ObjectInfo,
    rows: readonly Row[],
    args: Values,
    selection: SelectionSetNode | undefined,
    variables: Values,
  ): Values {
    const found = rows.filter((row) => matches(row, (args.filter ?? {}) as Values));
    const [order] = (args.orderBy ?? []) as Values[];
    if (order !== undefined) found.sort(comparator(order));
    const start = typeof args.after === "string" ? Number(args.after) : 0;
    const first = typeof args.first === "number" ? args.first : 50;
    const page = found.slice(start, start + first);
    const nodes = selection?.selections.find(
      (part): part is FieldNode => part.kind === Kind.FIELD && part.name.value === "nodes",
    );
    return {
      cappedCount: Math.min(found.length, 1001),
      totalCount: found.length,
      pageInfo: { hasNextPage: start + first < found.length, endCursor: String(start + page.length) },
      nodes: page.map((row) => this.select(target, row, nodes?.selectionSet, variables)),
    };
  }

  private select(target: ObjectInfo, row: Row, selection: SelectionSetNode | undefined, variables: Values): Values {
    const result: Values = {};
    for (const part of selection?.selections ?? []) {
      if (part.kind !== Kind.FIELD) continue;
      const name = part.name.value;
      const relation = target.relations.find((candidate) => candidate.name === name);
      const known = target.fields.find((candidate) => candidate.name === name);
      if (relation !== undefined) {
        const other = this.object(relation.target);
        result[name] = this.connection(
          other,
          this.relatedRows(relation, row),
          argumentsOf(part.arguments ?? [], variables),
          part.selectionSet,
          variables,
        );
      } else if (known?.target != null) {
        const reference = row[name] as Row | null | undefined;
        result[name] = reference == null ? null : { id: reference.id, name: reference.name };
      } else if (known === undefined && name.endsWith("Currency")) {
        result[name] = "EUR";
      } else if (known === undefined) {
        refuse("INVALID", "UNKNOWN_FIELD", `${target.name} has no field ${name}.`);
      } else {
        result[name] = row[name] ?? (known.type === "boolean" ? false : null);
      }
    }
    return result;
  }

  private relatedRows(relation: { target: string; field: string; manyToMany: boolean; name: string }, row: Row): Row[] {
    if (relation.name === relation.field) return (row[relation.field] as Row[] | undefined) ?? [];
    return this.live(relation.target).filter((other) => {
      const value = other[relation.field];
      return Array.isArray(value) ? value.includes(row) : (value as Row | null | undefined)?.id === row.id;
    });
  }

  private object(name: string): ObjectInfo {
    return this.objects.find((candidate) => candidate.name === name) ?? refuse("NOT_FOUND", "UNKNOWN", name);
  }

  // Metadata

  private commit(message: string, objects: readonly ObjectInfo[], diff: Difference[]): void {
    this.version += 1;
    this.objects = withRelations(objects);
    this.snapshots.set(this.version, this.objects);
    this.history.unshift({ version: this.version, at: this.stamp(), by: "Nancy Davolio", message, diff });
  }

  private change(name: string, change: (found: ObjectInfo) => ObjectInfo): ObjectInfo[] {
    return this.objects.map((candidate) => (candidate.name === name ? change(candidate) : candidate));
  }

  private metadata(root: string, args: Values): unknown {
    const input = (args.input ?? {}) as Values & { name: string; object: string; script: string };
    const done = (name?: string) => ({ name, catalogVersion: this.version, problems: [] });
    const difference = (
      change: Difference["change"],
      kind: string,
      of: string | null,
      name: string,
      before: unknown,
      after: unknown,
    ): Difference[] => [{ component: `${kind} ${name}`, kind, object: of, name, change, before, after }];
    switch (root) {
      case "catalog":
        return { version: this.version, objects: this.objects };
      case "history":
        return this.history
          .filter((entry) => args.before == null || entry.version < Number(args.before))
          .slice(0, Number(args.first));
      case "dependents":
        return this.dependents(args.component as { kind: string; object?: string; name: string });
      case "checkRule":
        return check(input.script);
      case "createObject": {
        if (this.objects.some((candidate) => candidate.name === input.name)) {
          refuse("CONFLICT", "NAME_TAKEN", `The name ${input.name} is taken.`, ["createObject", "name"]);
        }
        const made = object(input.name, String(input.pluralName ?? `${input.name}s`), [], {
          ...(input as Partial<ObjectInfo>),
          pluralName: String(input.pluralName ?? `${lowerFirst(input.name)}s`),
          nameLabel: String(input.nameLabel ?? "Name"),
        });
        this.commit(
          `Create ${input.name}`,
          [...this.objects, made],
          difference("ADDED", "Object", null, input.name, null, input),
        );
        return done(input.name);
      }
      case "updateObject":
        this.commit(
          `Change ${args.name}`,
          this.change(String(args.name), (found) => ({ ...found, ...(input as Partial<ObjectInfo>) })),
          difference("CHANGED", "Object", null, String(args.name), {}, input),
        );
        return done(String(args.name));
      case "renameObject":
        this.commit(
          `Rename ${args.name}`,
          this.change(String(args.name), (found) => ({ ...found, name: String(args.to) })),
          difference("RENAMED", "Object", null, String(args.to), { name: args.name }, { name: args.to }),
        );
        return done(String(args.to));
      case "deleteObject":
        this.commit(
          `Delete ${args.name}`,
          this.objects.filter((candidate) => candidate.name !== args.name),
          difference("REMOVED", "Object", null, String(args.name), {}, null),
        );
        return done();
      case "createField": {
        const { object: of, name, type, ...more } = input as unknown as FieldInfo & { object: string };
        if (this.object(of).fields.some((known) => known.name === name)) {
          refuse("CONFLICT", "NAME_TAKEN", `${of} already has a field ${name}.`, ["createField", "name"]);
        }
        const made = field(name, type, more);
        this.commit(
          `Create ${of}.${name}`,
          this.change(of, (found) => ({ ...found, fields: [...found.fields, made] })),
          difference("ADDED", "Field", of, name, null, input),
        );
        return done(name);
      }
      case "updateField":
      case "renameField": {
        const patch = root === "renameField" ? { name: String(args.to) } : (input as Partial<FieldInfo>);
        this.commit(
          `Change ${args.object}.${args.name}`,
          this.change(String(args.object), (found) => ({
            ...found,
            fields: found.fields.map((known) => (known.name === args.name ? { ...known, ...patch } : known)),
          })),
          difference("CHANGED", "Field", String(args.object), String(args.name), {}, patch),
        );
        return done(String(args.to ?? args.name));
      }
      case "deleteField":
        this.commit(
          `Delete ${args.object}.${args.name}`,
          this.change(String(args.object), (found) => ({
            ...found,
            fields: found.fields.filter((known) => known.name !== args.name),
          })),
          difference("REMOVED", "Field", String(args.object), String(args.name), { name: args.name }, null),
        );
        return done();
      case "createRule":
      case "updateRule": {
        const of = String(args.object ?? input.object);
        const name = String(args.name ?? input.name);
        const problems = check(input.script);
        if (problems.length > 0) return { name: null, catalogVersion: this.version, problems };
        const before = this.object(of).rules.find((rule) => rule.name === name);
        const rule = {
          id: nextId(),
          label: name,
          description: null,
          order: 100,
          active: true,
          packageName: null,
          ...before,
          ...input,
          name,
        } as unknown as RuleInfo;
        this.commit(
          `Rule ${of}.${name}`,
          this.change(of, (found) => ({
            ...found,
            rules: [...found.rules.filter((other) => other.name !== name), rule],
          })),
          difference(before === undefined ? "ADDED" : "CHANGED", "Rule", of, name, before ?? null, rule),
        );
        return done(name);
      }
      case "deleteRule":
        this.commit(
          `Delete rule ${args.name}`,
          this.change(String(args.object), (found) => ({
            ...found,
            rules: found.rules.filter((rule) => rule.name !== args.name),
          })),
          difference("REMOVED", "Rule", String(args.object), String(args.name), {}, null),
        );
        return done();
      case "rollback": {
        const undone = this.history
          .filter((entry) => entry.version > Number(args.toVersion))
          .flatMap((entry) => entry.diff)
          .map((entry): Difference => ({ ...entry, change: entry.change === "ADDED" ? "REMOVED" : "CHANGED" }));
        if (args.dryRun !== true) {
          this.commit(`Back to ${args.toVersion}`, this.snapshots.get(Number(args.toVersion)) ?? this.objects, undone);
        }
        return { catalogVersion: this.version, diff: undone, problems: [] };
      }
      default:
        return refuse("INVALID", "UNKNOWN_FIELD", `No field ${root}.`);
    }
  }

  private dependents(component: { kind: string; object?: string; name: string }): Values[] {
    if (component.kind !== "Field") return [];
    return this.object(component.object ?? "")
      .rules.filter((rule) => rule.script.includes(component.name))
      .map((rule) => ({
        component: `Rule ${component.object}.${rule.name}`,
        kind: "Rule",
        object: component.object,
        name: rule.name,
        reason: `Its script uses ${component.name}.`,
      }));
  }

  // Operator

  private operator(root: string, args: Values): unknown {
    if (!this.isOperator) refuse("FORBIDDEN", "OPERATORS_ONLY", "");
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
        return this.addTenant(input.slug, input.name, "ACTIVE");
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

/** A script is wrong where it says so, which is enough to see problems underlined. */
function check(script: string): ScriptProblem[] {
  return script.split("\n").flatMap((line, index) => {
    const column = line.indexOf("wrong");
    if (column < 0) return [];
    return [
      {
        line: index + 1,
        column: column + 1,
        message: "Account has no field wrong.",
        hint: "Did you mean `website`?",
      },
    ];
  });
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function argumentsOf(nodes: readonly ArgumentNode[], variables: Values): Values {
  return Object.fromEntries(nodes.map((node) => [node.name.value, plainValue(node.value, variables)]));
}

function plainValue(node: ValueNode, variables: Values): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map((part) => plainValue(part, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((part) => [part.name.value, plainValue(part.value, variables)]));
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
  }
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === "number" || /^-?\d+(\.\d+)?$/.test(String(left))) return Number(left) - Number(right);
  return String(left).localeCompare(String(right));
}

function comparator(order: Values): (left: Row, right: Row) => number {
  const [name, way] = Object.entries(order)[0] ?? ["name", "ASC"];
  const isNested = typeof way === "object";
  const direction = isNested ? String(Object.values(way as Values)[0]) : String(way);
  const read = (row: Row) => (isNested ? (row[name] as Row | null)?.name : row[name]) ?? null;
  return (left, right) => {
    const [one, other] = [read(left), read(right)];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    return direction.startsWith("DESC") ? compare(other, one) : compare(one, other);
  };
}

function matches(row: Row, filter: Values): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === "and") return (condition as Values[]).every((part) => matches(row, part));
    if (name === "or") return (condition as Values[]).some((part) => matches(row, part));
    const value = name.endsWith("Id") && !(name in row) ? (row[name.slice(0, -2)] as Row | null)?.id : row[name];
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      return matches(value as Row, condition as Values);
    }
    return Object.entries(condition as Values).every(([operator, wanted]) => holds(value ?? null, operator, wanted));
  });
}

function holds(value: unknown, operator: string, wanted: unknown): boolean {
  if (operator === "isNull") return (value === null) === wanted;
  if (operator === "ne") return value !== wanted;
  if (operator === "notIn") return !(wanted as unknown[]).includes(value);
  if (value === null) return false;
  const text = String(value).toLowerCase();
  const wantedText = String(wanted).toLowerCase();
  switch (operator) {
    case "eq":
      return compare(value, wanted) === 0;
    case "eqCi":
      return text === wantedText;
    case "containsCi":
      return text.includes(wantedText);
    case "startsWithCi":
      return text.startsWith(wantedText);
    case "endsWithCi":
      return text.endsWith(wantedText);
    case "in":
      return (wanted as unknown[]).includes(value);
    case "gt":
      return compare(value, wanted) > 0;
    case "gte":
      return compare(value, wanted) >= 0;
    case "lt":
      return compare(value, wanted) < 0;
    case "lte":
      return compare(value, wanted) <= 0;
    default:
      return refuse("INVALID", "UNKNOWN_OPERATOR", operator);
  }
}

import { type FieldNode, Kind, type SelectionSetNode } from "graphql";
import type { HistoryKind, ObjectInfo } from "@/api";
import { argumentsOf } from "./arguments.ts";
import { nextId } from "./catalog.ts";
import { FakeHistory } from "./FakeHistory.ts";
import { comparator, matches } from "./filters.ts";
import { lowerFirst } from "./names.ts";
import { Refusal, refuse, type Values } from "./refusal.ts";

const TOLD: Readonly<Record<string, HistoryKind>> = { update: "UPDATE", delete: "DELETE", restore: "RESTORE" };

export interface Row extends Values {
  id: string;
  name: string | null;
  version: number;
  deletedAt: string | null;
}

/** The records of the stand-in and the API that reads and writes them. */
export class FakeRecords {
  readonly rows: Record<string, Row[]> = {};
  readonly history = new FakeHistory();
  private readonly stamp: () => string;
  private readonly catalog: () => readonly ObjectInfo[];

  constructor(stamp: () => string, catalog: () => readonly ObjectInfo[]) {
    this.stamp = stamp;
    this.catalog = catalog;
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
    this.history.tell("CREATE", this.object(name), null, row, at, user);
    return row;
  }

  /** Answers a root field of the data API. */
  answer(node: FieldNode, args: Values, variables: Values): unknown {
    const root = node.name.value;
    const many = this.catalog().find((candidate) => candidate.pluralName === root);
    if (many !== undefined) {
      const rows = args.deleted === true ? this.deleted(many.name) : this.live(many.name);
      return this.connection(many, rows, args, node.selectionSet, variables);
    }
    const single = this.catalog().find((candidate) => lowerFirst(candidate.name) === root);
    if (single !== undefined) {
      const row = this.live(single.name).find((candidate) => candidate.id === args.id);
      return row === undefined ? null : this.select(single, row, node.selectionSet, variables);
    }
    const batch = /^(restore|destroy)(.+)$/.exec(root);
    const emptied = this.catalog().find((candidate) => candidate.pluralName === lowerFirst(batch?.[2] ?? ""));
    if (batch !== null && emptied !== undefined) return this.empty(batch[1] === "restore", emptied, args);
    const pressed = this.catalog().find((candidate) => root === `run${candidate.name}Rule`);
    if (pressed !== undefined) return this.press(pressed, root, args);
    const mutation = /^(create|update|delete|restore)(.+)$/.exec(root);
    const target = this.catalog().find((candidate) => candidate.name === mutation?.[2]);
    if (mutation === null || target === undefined) {
      return refuse("INVALID", "UNKNOWN_FIELD", `Query has no field ${root}.`);
    }
    return this.mutate(mutation[1] ?? "", target, args, node.selectionSet, variables);
  }

  private live(name: string): Row[] {
    return (this.rows[name] ?? []).filter((row) => row.deletedAt === null);
  }

  private deleted(name: string): Row[] {
    return (this.rows[name] ?? []).filter((row) => row.deletedAt !== null);
  }

  /** Takes those in the bin that match out of it: back, or for ever. */
  private empty(isRestore: boolean, target: ObjectInfo, args: Values): Values {
    const found = this.deleted(target.name).filter((row) => matches(row, args.filter as Values));
    for (const row of found) row.deletedAt = null;
    if (!isRestore) this.rows[target.name] = (this.rows[target.name] ?? []).filter((row) => !found.includes(row));
    return { count: found.length };
  }

  /** Lets a rule run, whose script is the values that it sets, or why it refuses records of a name. */
  private press(target: ObjectInfo, root: string, args: Values): Values[] {
    const rule = target.rules.find(({ name }) => name === args.rule);
    const rows = (args.ids as readonly string[]).map((id) => this.byId(target.name, id));
    const { refuses, ...set } = JSON.parse(rule?.script ?? "{}") as Values;
    const errors = rows.flatMap((row, position) =>
      row.name === refuses
        ? [{ message: "Not this one.", kind: "INVALID", code: "RULE_REFUSED", path: [root, "ids", position] }]
        : [],
    );
    if (errors.length > 0) throw new Refusal(errors);
    for (const row of rows) Object.assign(row, set, { version: row.version + 1 });
    return rows.map(({ id }) => ({ id }));
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
    const before = { ...row };
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
    const told = TOLD[kind];
    if (told !== undefined) this.history.tell(told, target, before, row, this.stamp(), this.rows.User?.[0] ?? null);
    return this.select(target, row, selection, variables);
  }

  private checkData(target: ObjectInfo, data: Values, row: Row | null, root: string): void {
    const errors: { message: string; kind: string; code: string; path: (string | number)[] }[] = [];
    for (const known of target.fields) {
      if (known.name === "name" && target.nameFormat !== null) continue;
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
      if (known.targets !== null) {
        values[name] = value === null ? null : this.byIdAmong(known.targets, (value as Values).id);
      } else if (known.target !== null && value !== null && known.type !== "manyToMany") {
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

  private byIdAmong(names: readonly string[], id: unknown): Row {
    const found = names.flatMap((name) => this.live(name)).find((row) => row.id === id);
    return found ?? refuse("NOT_FOUND", "REFERENCE_NOT_FOUND", "There is no such record.");
  }

  /** The name of the object that a row is of. */
  private objectOf(row: Row): string {
    return Object.entries(this.rows).find(([, rows]) => rows.includes(row))?.[0] ?? "";
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
    const related = (row: Row) =>
      Object.fromEntries([
        ...target.relations.map((relation) => [relation.name, this.relatedRows(relation, row)]),
        ...target.fields
          .filter((known) => known.targets !== null)
          .map(({ name }) => [`${name}Type`, row[name] == null ? null : this.objectOf(row[name] as Row)]),
      ]);
    const found = rows.filter((row) => matches({ ...related(row), ...row }, (args.filter ?? {}) as Values));
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
      if (name === "history") {
        result[name] = this.history.page(row.id, argumentsOf(part.arguments ?? [], variables));
      } else if (relation !== undefined) {
        const other = this.object(relation.target);
        result[name] = this.connection(
          other,
          this.relatedRows(relation, row),
          argumentsOf(part.arguments ?? [], variables),
          part.selectionSet,
          variables,
        );
      } else if (known?.targets != null) {
        const reference = row[name] as Row | null | undefined;
        result[name] =
          reference == null ? null : { __typename: this.objectOf(reference), id: reference.id, name: reference.name };
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
    return this.catalog().find((candidate) => candidate.name === name) ?? refuse("NOT_FOUND", "UNKNOWN", name);
  }
}

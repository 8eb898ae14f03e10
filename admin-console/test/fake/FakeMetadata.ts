import type {
  AffectedRecords,
  CatalogChange,
  Difference,
  ExpressionInfo,
  FieldInfo,
  ObjectInfo,
  RuleInfo,
  ScriptProblem,
  ValidationInfo,
} from "@/api";
import { field, nextId, object, sampleCatalog, withRelations } from "./catalog.ts";
import { lowerFirst } from "./names.ts";
import { refuse, type Values } from "./refusal.ts";

/** The catalog of the stand-in and the API that changes it. */
export class FakeMetadata {
  version = 12;
  objects: ObjectInfo[] = [...sampleCatalog().objects];
  /** What a change that is tried would touch. */
  affected: AffectedRecords[] = [];
  private readonly history: CatalogChange[];
  private readonly snapshots = new Map<number, ObjectInfo[]>();
  private readonly stamp: () => string;

  constructor(stamp: () => string) {
    this.stamp = stamp;
    this.snapshots.set(this.version, this.objects);
    this.history = [{ version: this.version, at: stamp(), by: "Nancy Davolio", message: "Install sales", diff: [] }];
  }

  private commit(message: string, objects: readonly ObjectInfo[], diff: Difference[]): void {
    this.version += 1;
    this.objects = withRelations(objects);
    this.snapshots.set(this.version, this.objects);
    this.history.unshift({ version: this.version, at: this.stamp(), by: "Nancy Davolio", message, diff });
  }

  private change(name: string, change: (found: ObjectInfo) => ObjectInfo): ObjectInfo[] {
    return this.objects.map((candidate) => (candidate.name === name ? change(candidate) : candidate));
  }

  /** Answers a root field of the metadata API. */
  answer(root: string, args: Values): unknown {
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
      case "components":
        return this.object(String(args.object)).fields.map(({ name, type, label }) => ({
          kind: "Field",
          object: args.object,
          name,
          type,
          label,
        }));
      case "applyMetadata":
        return { affected: this.affected, problems: [] };
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
          per: "RECORD",
          runAs: "USER",
          when: null,
          visibleWhen: null,
          visibleTree: null,
          packageName: null,
          problems: [],
          ...before,
          ...input,
          place: input.place ?? before?.place ?? [],
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
      case "expression":
        return expression(String(args.text));
      case "createValidation":
      case "updateValidation": {
        const of = String(args.object ?? input.object);
        const name = String(args.name ?? input.name);
        const problem = expression(String(input.refuseWhen)).problems[0];
        if (problem !== undefined) {
          refuse("INVALID", "CONDITION_REFUSED", problem.message, [root, "input", "refuseWhen"]);
        }
        const before = this.object(of).validations.find((validation) => validation.name === name);
        const validation = {
          id: nextId(),
          description: null,
          packageName: null,
          ...before,
          ...input,
          name,
        } as unknown as ValidationInfo;
        this.commit(
          `Validation ${of}.${name}`,
          this.change(of, (found) => ({
            ...found,
            validations: [...found.validations.filter((other) => other.name !== name), validation],
          })),
          difference(before === undefined ? "ADDED" : "CHANGED", "Validation", of, name, before ?? null, validation),
        );
        return done(name);
      }
      case "deleteValidation":
        this.commit(
          `Delete validation ${args.name}`,
          this.change(String(args.object), (found) => ({
            ...found,
            validations: found.validations.filter((validation) => validation.name !== args.name),
          })),
          difference("REMOVED", "Validation", String(args.object), String(args.name), {}, null),
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
  private object(name: string): ObjectInfo {
    return this.objects.find((candidate) => candidate.name === name) ?? refuse("NOT_FOUND", "UNKNOWN", name);
  }
}

/** An expression is wrong where a script would be. */
function expression(text: string): ExpressionInfo {
  const problems = check(text);
  return { kind: problems.length === 0 ? "BOOLEAN" : null, problems, notInBrowser: null };
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
        severity: "ERROR" as const,
        message: "Account has no field wrong.",
        hint: "Did you mean `website`?",
      },
    ];
  });
}

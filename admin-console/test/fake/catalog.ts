import type { Catalog, FieldInfo, FieldTypeName, ObjectInfo, RelationInfo } from "@/api";

let counter = 0;

export function nextId(): string {
  counter += 1;
  return `0198f000-0000-7000-8000-${String(counter).padStart(12, "0")}`;
}

export function field(name: string, type: FieldTypeName, more: Partial<FieldInfo> = {}): FieldInfo {
  return {
    id: nextId(),
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1).replace(/([A-Z])/g, (c) => ` ${c.toLowerCase()}`),
    type,
    isSystem: false,
    required: false,
    unique: false,
    externalId: false,
    indexed: false,
    readOnly: false,
    isEditable: true,
    deprecated: false,
    helpText: null,
    defaultValue: null,
    defaultExpression: null,
    defaultTree: null,
    visibleWhen: null,
    visibleTree: null,
    formula: null,
    rollUp: null,
    maxLength: type === "text" ? 255 : null,
    digits: type === "number" ? 18 : null,
    decimals: type === "number" ? 0 : type === "currency" || type === "percent" ? 2 : null,
    format: null,
    values: null,
    target: null,
    targets: null,
    inverseName: null,
    inverseLabel: null,
    packageName: null,
    ...more,
  };
}

export function picklist(name: string, values: readonly string[], more: Partial<FieldInfo> = {}): FieldInfo {
  return field(name, "picklist", {
    values: values.map((value) => ({ value, label: value, isActive: true })),
    ...more,
  });
}

export function systemFields(nameLabel: string): FieldInfo[] {
  const system = { isSystem: true, readOnly: true };
  return [
    field("id", "id", system),
    field("name", "text", { isSystem: true, label: nameLabel, required: true }),
    field("version", "number", system),
    field("owner", "lookup", { isSystem: true, target: "User" }),
    field("createdAt", "dateTime", system),
    field("createdBy", "lookup", { ...system, target: "User" }),
    field("updatedAt", "dateTime", system),
    field("updatedBy", "lookup", { ...system, target: "User" }),
    field("deletedAt", "dateTime", system),
  ];
}

export function object(
  name: string,
  plural: string,
  fields: readonly FieldInfo[],
  more: Partial<ObjectInfo> = {},
): ObjectInfo {
  return {
    id: nextId(),
    name,
    label: name.replace(/(?!^)([A-Z])/g, " $1"),
    pluralName: plural.charAt(0).toLowerCase() + plural.slice(1),
    pluralLabel: plural.replace(/(?!^)([A-Z])/g, " $1"),
    description: null,
    icon: null,
    nameLabel: more.nameLabel ?? "Name",
    nameFormat: null,
    keepsHistory: false,
    isSearchable: true,
    isActivity: false,
    sharing: "readWrite",
    sharedUpwards: true,
    isSystem: false,
    isWritable: true,
    isCreatable: true,
    isDeletable: true,
    packageName: null,
    relations: [],
    rules: [],
    validations: [],
    ...more,
    fields: [...systemFields(more.nameLabel ?? "Name"), ...fields],
  };
}

/** The relations that follow from the references between objects. */
export function withRelations(objects: readonly ObjectInfo[]): ObjectInfo[] {
  return objects.map((owner) => {
    const relations: RelationInfo[] = [];
    for (const other of objects) {
      for (const found of other.fields) {
        const pointsHere = (found.targets ?? [found.target]).includes(owner.name);
        if (found.isSystem || !pointsHere || found.inverseName === null) continue;
        relations.push({
          name: found.inverseName,
          label: found.inverseLabel ?? other.pluralLabel,
          target: other.name,
          field: found.name,
          manyToMany: found.type === "manyToMany",
        });
      }
    }
    for (const own of owner.fields) {
      if (own.type === "manyToMany" && own.target !== null) {
        relations.push({ name: own.name, label: own.label, target: own.target, field: own.name, manyToMany: true });
      }
    }
    return { ...owner, relations };
  });
}

/** A small CRM to develop and test against. */
export function sampleCatalog(isAdministrator = true): Catalog {
  const objects = [
    object(
      "User",
      "Users",
      [field("email", "email"), field("title", "text"), field("active", "boolean", { defaultValue: true })],
      { isSystem: true, isWritable: isAdministrator, icon: "user" },
    ),
    object(
      "PermissionAssignment",
      "PermissionAssignments",
      [
        field("user", "lookup", { target: "User", required: true, inverseName: "permissionAssignments" }),
        field("permissionSet", "text", { required: true }),
        field("expiresAt", "dateTime"),
      ],
      { isSystem: true, isWritable: isAdministrator, nameFormat: "PA-{00000}", isSearchable: false },
    ),
    object(
      "Account",
      "Accounts",
      [
        picklist("industry", ["Technology", "Retail", "Manufacturing", "Finance"]),
        field("revenue", "currency", { label: "Annual revenue" }),
        field("employees", "number"),
        field("website", "url"),
        field("phone", "phone"),
        field("customerSince", "date"),
        field("description", "longText"),
        field("parent", "lookup", {
          target: "Account",
          label: "Parent account",
          inverseName: "subsidiaries",
          inverseLabel: "Subsidiaries",
        }),
      ],
      { icon: "building" },
    ),
    object(
      "Contact",
      "Contacts",
      [
        field("email", "email", { required: true, unique: true }),
        field("phone", "phone"),
        field("title", "text", { label: "Job title" }),
        field("account", "lookup", { target: "Account", inverseName: "contacts", inverseLabel: "Contacts" }),
        field("newsletter", "boolean"),
        field("interests", "multiPicklist", {
          values: ["Product", "Pricing", "Events"].map((value) => ({ value, label: value, isActive: true })),
        }),
        field("campaigns", "manyToMany", { target: "Campaign", inverseName: "members", inverseLabel: "Members" }),
        field("lastContact", "dateTime"),
      ],
      { icon: "contact" },
    ),
    object(
      "Opportunity",
      "Opportunities",
      [
        picklist("stage", ["Prospecting", "Qualified", "Proposal", "Won", "Lost"], { required: true }),
        field("amount", "currency"),
        field("probability", "percent"),
        field("closeDate", "date", { required: true }),
        field("account", "lookup", { target: "Account", inverseName: "opportunities", inverseLabel: "Opportunities" }),
        field("number", "autoNumber", { format: "OPP-{0000}", readOnly: true }),
      ],
      { icon: "target" },
    ),
    object("Campaign", "Campaigns", [field("startsOn", "date")], { icon: "megaphone" }),
    object(
      "OrderItem",
      "OrderItems",
      [
        field("opportunity", "masterDetail", {
          target: "Opportunity",
          required: true,
          inverseName: "items",
          inverseLabel: "Items",
        }),
        field("quantity", "number"),
        field("price", "currency"),
      ],
      { icon: "package" },
    ),
  ];
  return { version: 12, objects: withRelations(objects) };
}

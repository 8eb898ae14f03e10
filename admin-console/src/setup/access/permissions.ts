import {
  ALL_OBJECTS,
  type FieldRight,
  type ObjectPermissions,
  type ObjectRight,
  type PermissionSetDocument,
  type Purpose,
} from "@/api";

const NOTHING: ObjectPermissions = { rights: [], allFields: "none" };

/** A set in the making. */
export function blankSet(purpose: Purpose = "set"): PermissionSetDocument {
  return { kind: "PermissionSet", name: "", label: "", purpose, objects: {}, functions: [] };
}

/** What a set says about an object itself; nothing where it leaves that to the line of all objects. */
export function saidOf(set: PermissionSetDocument, object: string): ObjectPermissions | undefined {
  return set.objects[object];
}

/** What holds for an object: its own line, or that of all objects. */
export function holdingFor(set: PermissionSetDocument, object: string): ObjectPermissions {
  return set.objects[object] ?? set.objects[ALL_OBJECTS] ?? NOTHING;
}

function withObject(set: PermissionSetDocument, object: string, about: ObjectPermissions): PermissionSetDocument {
  return { ...set, objects: { ...set.objects, [object]: about } };
}

/** Lets the line of all objects hold again. */
export function withoutObject(set: PermissionSetDocument, object: string): PermissionSetDocument {
  const { [object]: _, ...objects } = set.objects;
  return { ...set, objects };
}

/** Grants a right, or takes it back; an object that gets its first right shows its fields. */
export function withRight(
  set: PermissionSetDocument,
  object: string,
  right: ObjectRight,
  isOn: boolean,
): PermissionSetDocument {
  const about = holdingFor(set, object);
  const rights = isOn
    ? [...about.rights.filter((one) => one !== right), right]
    : about.rights.filter((one) => one !== right);
  const isFirst = about.rights.length === 0 && about.allFields === "none" && set.purpose !== "muting";
  return withObject(set, object, { ...about, rights, allFields: isOn && isFirst ? "edit" : about.allFields });
}

export function withAllFields(
  set: PermissionSetDocument,
  object: string,
  allFields: FieldRight,
): PermissionSetDocument {
  return withObject(set, object, { ...holdingFor(set, object), allFields });
}

/** Says something about a field; null leaves it to the line of all fields. */
export function withField(
  set: PermissionSetDocument,
  object: string,
  field: string,
  right: FieldRight | null,
): PermissionSetDocument {
  const about = holdingFor(set, object);
  const { [field]: _, ...others } = about.fields ?? {};
  return withObject(set, object, { ...about, fields: right === null ? others : { ...others, [field]: right } });
}

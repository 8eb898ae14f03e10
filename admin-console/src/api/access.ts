/** What a permission set says, as the API keeps it. */
export const OBJECT_RIGHTS = ["read", "create", "update", "delete", "viewAll", "modifyAll"] as const;
export type ObjectRight = (typeof OBJECT_RIGHTS)[number];

export const FIELD_RIGHTS = ["none", "read", "edit"] as const;
export type FieldRight = (typeof FIELD_RIGHTS)[number];

export const USER_FUNCTIONS = ["bulkEdit", "api", "customize", "manageAccess", "viewAudit"] as const;
export type UserFunction = (typeof USER_FUNCTIONS)[number];

export const PURPOSES = ["profile", "set", "muting"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Stands for all objects that a set does not name. */
export const ALL_OBJECTS = "*";

export interface ObjectPermissions {
  readonly rights: readonly ObjectRight[];
  readonly allFields: FieldRight;
  readonly fields?: Readonly<Record<string, FieldRight>>;
}

export interface PermissionSetDocument {
  readonly kind: "PermissionSet";
  readonly id?: string;
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly purpose: Purpose;
  readonly objects: Readonly<Record<string, ObjectPermissions>>;
  readonly functions: readonly UserFunction[];
  readonly package?: string;
}

export interface PermissionSetInfo {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly purpose: Uppercase<Purpose>;
  readonly packageName: string | null;
  readonly isSystem: boolean;
  readonly document: PermissionSetDocument;
}

export interface AccessSource {
  readonly name: string;
  readonly label: string;
  readonly purpose: Uppercase<Purpose>;
}

export type AccessReason =
  | "GRANTED"
  | "ADMINISTRATOR"
  | "MUTED"
  | "NOT_GRANTED"
  | "ONLY_ADMINISTRATORS"
  | "OBJECT_NOT_READABLE"
  | "COMES_WITH_OBJECT";

export interface ExplainedRight {
  readonly right: ObjectRight | "edit";
  readonly isGranted: boolean;
  readonly reason: AccessReason;
  readonly grantedBy: readonly AccessSource[];
  readonly mutedBy: readonly AccessSource[];
}

export interface AccessExplanation {
  readonly isAdministrator: boolean;
  readonly isActive: boolean;
  readonly permissionSets: readonly AccessSource[];
  readonly rights: readonly ExplainedRight[];
}

/** The object whose records say which sets users were given. */
export const PERMISSION_ASSIGNMENT = "PermissionAssignment";

export interface Assignment {
  readonly id: string;
  readonly permissionSet: string;
  readonly expiresAt: string | null;
  readonly user: { readonly id: string; readonly name: string | null };
}

const SOURCE = "{ name label purpose }";

export const ACCESS = {
  sets: "query PermissionSets { sets: permissionSets { name label description purpose packageName isSystem document } }",
  apply:
    "mutation SavePermissionSet($components: [JSON!], $remove: [ComponentRef!], $message: String) { applied: applyMetadata(components: $components, remove: $remove, message: $message) { catalogVersion problems { path code message hint } } }",
  explain: `query Access($user: ID!, $object: String!, $field: String) { access(user: $user, object: $object, field: $field) { isAdministrator isActive permissionSets ${SOURCE} rights { right isGranted reason grantedBy ${SOURCE} mutedBy ${SOURCE} } } }`,
  assignments:
    "query Assignments($filter: PermissionAssignmentFilter, $first: Int) { list: permissionAssignments(filter: $filter, first: $first, orderBy: [{ createdAt: ASC }]) { nodes { id permissionSet expiresAt user { id name } } } }",
  assign:
    "mutation Assign($data: PermissionAssignmentCreateInput!) { record: createPermissionAssignment(data: $data) { id } }",
  unassign: "mutation Unassign($id: ID!) { record: deletePermissionAssignment(id: $id) { id } }",
} as const;

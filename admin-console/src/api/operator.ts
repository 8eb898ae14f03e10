import { JOB_PARTS, type JobInfo } from "./jobs";

export type TenantStatus = "PROVISIONING" | "ACTIVE" | "SUSPENDED" | "DELETING";

export interface ProvisioningStep {
  readonly name: string;
  readonly state: "WAITING" | "DONE" | "FAILED";
  readonly problem: string | null;
}

export interface TenantInfo {
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  readonly createdAt: string;
  readonly packages: readonly string[];
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly catalogVersion: number;
  readonly usage: { readonly records: number; readonly storageBytes: number; readonly requests: number };
  readonly steps: readonly ProvisioningStep[];
}

export interface TenantPage {
  readonly nodes: readonly TenantInfo[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly label: string;
  readonly description: string;
}

export interface ProvisionTenantInput {
  readonly slug: string;
  readonly name: string;
  readonly admin: {
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly password?: string;
  };
  readonly packages?: readonly string[];
  readonly currency?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** A job as operators see it: of some tenant. */
export interface TenantJobInfo extends JobInfo {
  readonly tenant: string;
}

export type RecordHome = "SHARED" | "DEDICATED";

export interface StoredObject {
  readonly name: string;
  readonly label: string;
  readonly home: RecordHome;
  readonly job: string | null;
  /** The one that is under way, or else the last one that is remembered. */
  readonly lastMove: TenantJobInfo | null;
  readonly indexes: readonly (readonly string[])[];
}

/** How much is kept of an object. */
export interface ObjectSize {
  readonly name: string;
  readonly records: number;
  readonly bytes: number;
}

const JOB = `tenant ${JOB_PARTS}`;
const TENANT =
  "slug name status createdAt packages currency timeZone locale catalogVersion usage { records storageBytes requests } steps { name state problem }";

export const OPERATOR = {
  tenants: `query Tenants($first: Int!, $after: String, $search: String) { tenants(first: $first, after: $after, search: $search) { totalCount pageInfo { hasNextPage endCursor } nodes { ${TENANT} } } }`,
  tenant: `query Tenant($slug: String!) { tenant(slug: $slug) { ${TENANT} } }`,
  packages: "query Packages { packages { name version label description } }",
  provision: `mutation Provision($input: ProvisionTenantInput!) { tenant: provisionTenant(input: $input) { ${TENANT} } }`,
  suspend: `mutation Suspend($slug: String!) { tenant: suspendTenant(slug: $slug) { ${TENANT} } }`,
  resume: `mutation Resume($slug: String!) { tenant: resumeTenant(slug: $slug) { ${TENANT} } }`,
  jobs: `query Jobs($state: JobState, $first: Int!, $after: String) { jobs(state: $state, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${JOB} } } }`,
  cancelJob: `mutation CancelJob($tenant: String!, $id: ID!) { job: cancelJob(tenant: $tenant, id: $id) { ${JOB} } }`,
  objects: `query Objects($tenant: String!) { objects: storedObjects(tenant: $tenant) { name label home job indexes lastMove { ${JOB} } } }`,
  objectSizes: "query ObjectSizes($tenant: String!) { objects: storedObjects(tenant: $tenant) { name records bytes } }",
  moveObject: `mutation MoveObject($tenant: String!, $object: String!, $to: RecordHome!, $indexes: [[String!]!]) { job: moveObject(tenant: $tenant, object: $object, to: $to, indexes: $indexes) { ${JOB} } }`,
  delete:
    "mutation Delete($slug: String!, $confirm: String!) { removal: deleteTenant(slug: $slug, confirm: $confirm) { proof } }",
} as const;

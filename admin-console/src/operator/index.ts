export { JobsPage } from "./JobsPage";
export { ObjectsPage } from "./ObjectsPage";
export { OperatorShell } from "./OperatorShell";
export { ProvisionPage } from "./ProvisionPage";
export { TenantPage } from "./TenantPage";
export { TenantsPage } from "./TenantsPage";

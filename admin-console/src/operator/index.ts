export { JobsPage } from "./JobsPage";
export { OperatorShell } from "./OperatorShell";
export { ProvisionPage } from "./ProvisionPage";
export { TenantPage } from "./TenantPage";
export { TenantsPage } from "./TenantsPage";

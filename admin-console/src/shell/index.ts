export { HomePage } from "./HomePage";
export { NotFoundPage } from "./NotFoundPage";
export { TenantShell } from "./TenantShell";
export { UserMenu } from "./UserMenu";

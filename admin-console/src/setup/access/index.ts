export { AccessPage } from "./AccessPage";
export { PermissionSetPage } from "./PermissionSetPage";

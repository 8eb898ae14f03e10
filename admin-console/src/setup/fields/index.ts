export { FieldsTab } from "./FieldsTab";

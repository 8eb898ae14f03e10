export { changedFields, type Drafts, draftsOf, formFields, withLinks } from "./drafts";
export type { LinkSource } from "./MoreLinks";
export { NewRecordPage } from "./NewRecordPage";
export { RecordForm } from "./RecordForm";

export { changedFields, type Drafts, draftsOf, formFields } from "./drafts";
export { NewRecordPage } from "./NewRecordPage";
export { RecordForm } from "./RecordForm";

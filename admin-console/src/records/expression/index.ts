export { computedDrafts } from "./computedDrafts";
export { isVisible } from "./isVisible";
export { type EditedRecord, subjectOf } from "./subject";

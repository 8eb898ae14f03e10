export { FailureAlert } from "./FailureAlert";
export { formFailure } from "./formFailure";
export { fieldNameOf, objectNameOf, pluralOf } from "./names";
export { RemovalDialog } from "./RemovalDialog";
export { RenameDialog } from "./RenameDialog";
export { useMetadataChange } from "./useMetadataChange";

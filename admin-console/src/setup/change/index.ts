export { FailureAlert } from "./FailureAlert";
export { formFailure } from "./formFailure";
export { NameInputs, type Names } from "./NameInputs";
export { fieldNameOf, objectNameOf, pluralOf } from "./names";
export { PartFoot, PartPage } from "./PartPage";
export { RemovalDialog } from "./RemovalDialog";
export { RenameDialog } from "./RenameDialog";
export { useMetadataChange } from "./useMetadataChange";

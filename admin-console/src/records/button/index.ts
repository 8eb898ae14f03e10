export { buttonsOnPage } from "./buttonsOnPage";
export { SelectionBar } from "./SelectionBar";
export { useRunRule } from "./useRunRule";

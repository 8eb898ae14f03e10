export { ValidationPage } from "./ValidationPage";
export { ValidationsTab } from "./ValidationsTab";

export { ObjectPage } from "./ObjectPage";
export { ObjectsPage } from "./ObjectsPage";
export { SetupLayout } from "./SetupLayout";

export { defaultColumns } from "./columns";
export { ListPage } from "./ListPage";

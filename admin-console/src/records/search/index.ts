export { RecordSearch } from "./RecordSearch";

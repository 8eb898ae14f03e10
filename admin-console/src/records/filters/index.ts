export {
  type BoundCondition,
  bindCondition,
  type Condition,
  filterOfAll,
  readCondition,
  writeCondition,
} from "./conditions";
export { FilterBar } from "./FilterBar";

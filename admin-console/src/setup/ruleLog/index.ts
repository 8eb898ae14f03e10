export { RuleLogPage } from "./RuleLogPage";
export { RunPage } from "./RunPage";

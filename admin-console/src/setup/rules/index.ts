export { RulePage } from "./RulePage";
export { RulesTab } from "./RulesTab";

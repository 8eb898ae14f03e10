export { ExpressionInput } from "./ExpressionInput";

export { evaluate, holds, type Subject } from "./evaluate";
export { knows } from "./knows";
export { momentText, parsedMoment } from "./moments";
export { exact, fitted, numberText } from "./numbers";
export type { ExpressionKind, ExpressionTree } from "./tree";
export type { Value } from "./values";

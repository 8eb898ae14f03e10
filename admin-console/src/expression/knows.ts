import { IS_NEW } from "./evaluate";
import { FUNCTIONS } from "./functions";
import type { ExpressionTree } from "./tree";

/** Whether it can be evaluated here. A page that was loaded before the server was renewed may lack a function. */
export function knows(tree: ExpressionTree): boolean {
  const isKnown = tree.is !== "call" || tree.function === IS_NEW || tree.function in FUNCTIONS;
  return isKnown && partsOf(tree).every(knows);
}

function partsOf(tree: ExpressionTree): readonly ExpressionTree[] {
  switch (tree.is) {
    case "constant":
    case "missing":
    case "field":
    case "user":
      return [];
    case "formula":
      return [tree.expression];
    case "arithmetic":
    case "joined":
    case "equal":
    case "ordered":
    case "and":
    case "or":
    case "otherwise":
      return [tree.left, tree.right];
    case "negated":
    case "not":
      return [tree.operand];
    case "oneOf":
      return [tree.value, ...tree.elements];
    case "choice":
      return [tree.condition, tree.then, tree.otherwise];
    case "call":
      return tree.arguments;
  }
}

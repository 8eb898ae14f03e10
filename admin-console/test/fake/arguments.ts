import { type ArgumentNode, Kind, type ValueNode } from "graphql";
import type { Values } from "./refusal.ts";

/** The arguments of a field, with the variables put in. */
export function argumentsOf(nodes: readonly ArgumentNode[], variables: Values): Values {
  return Object.fromEntries(nodes.map((node) => [node.name.value, plainValue(node.value, variables)]));
}

function plainValue(node: ValueNode, variables: Values): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map((part) => plainValue(part, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((part) => [part.name.value, plainValue(part.value, variables)]));
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
  }
}

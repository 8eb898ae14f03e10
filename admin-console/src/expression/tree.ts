/** What an expression gives, as the API calls it. */
export type ExpressionKind = "TEXT" | "NUMBER" | "BOOLEAN" | "DATE" | "DATE_TIME" | "REFERENCE" | "CHOICES";

/** An expression as the server parsed it: names are found and kinds known; formulas that it reads stand in place. */
export type ExpressionTree =
  | { readonly is: "constant"; readonly kind: ExpressionKind; readonly value: string | boolean }
  | { readonly is: "missing"; readonly kind: ExpressionKind }
  | {
      readonly is: "field";
      readonly kind: ExpressionKind;
      readonly name: string;
      /** The references that lead to its record; none for an own field. */
      readonly path: readonly string[];
      readonly isPrior?: boolean;
    }
  | {
      readonly is: "formula";
      readonly kind: ExpressionKind;
      readonly path: readonly string[];
      readonly decimals: number;
      readonly wholeDigits: number;
      readonly expression: ExpressionTree;
      readonly isPrior?: boolean;
    }
  /** Whoever writes. */
  | { readonly is: "user" }
  | (Pair & { readonly is: "arithmetic"; readonly operator: ArithmeticOperator })
  | { readonly is: "negated"; readonly operand: ExpressionTree }
  | (Pair & { readonly is: "joined" })
  | (Pair & { readonly is: "equal" })
  | (Pair & { readonly is: "ordered"; readonly comparison: Comparison; readonly kind: ExpressionKind })
  | { readonly is: "oneOf"; readonly value: ExpressionTree; readonly elements: readonly ExpressionTree[] }
  | (Pair & { readonly is: "and" })
  | (Pair & { readonly is: "or" })
  | { readonly is: "not"; readonly operand: ExpressionTree }
  | {
      readonly is: "choice";
      readonly condition: ExpressionTree;
      readonly then: ExpressionTree;
      readonly otherwise: ExpressionTree;
    }
  | (Pair & { readonly is: "otherwise" })
  | {
      readonly is: "call";
      readonly function: string;
      readonly kind: ExpressionKind;
      /** What a missing argument does: the result is missing, it is left out, or the function tells. */
      readonly nulls: "PASS" | "SKIP" | "TELL";
      readonly arguments: readonly ExpressionTree[];
    };

interface Pair {
  readonly left: ExpressionTree;
  readonly right: ExpressionTree;
}

export type ArithmeticOperator = "ADD" | "SUBTRACT" | "MULTIPLY" | "DIVIDE" | "REMAINDER";
export type Comparison = "LESS" | "LESS_OR_EQUAL" | "GREATER" | "GREATER_OR_EQUAL";

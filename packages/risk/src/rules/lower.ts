/** Lowers the checked tree of a condition into closures. Whatever is not named here is refused: the list is the language. */
import type { ASTNode } from "@marcbachmann/cel-js";
import type { Lowered } from "./frame.ts";
import { lowerArithmetic, lowerMinus } from "./lower-arithmetic.ts";
import { lowerCompare, lowerIn } from "./lower-compare.ts";
import { lowerCall, lowerMethod } from "./lower-functions.ts";
import { lowerAnd, lowerNot, lowerOr, lowerTernary } from "./lower-logic.ts";
import { lowerField, lowerLiteral, lowerName } from "./lower-values.ts";
import { type Lowering, outside } from "./lowering.ts";

export function lower(node: ASTNode, lowering: Lowering): Lowered {
  lowering.steps += 1;
  switch (node.op) {
    case "value":
      return lowerLiteral(node.args, node);
    case "id":
      return lowerName(node.args, node, lowering);
    case ".":
      return lowerField(node.args[0], node.args[1], node, lowering);
    case "&&":
      return lowerAnd(node.args, lowering);
    case "||":
      return lowerOr(node.args, lowering);
    case "!_":
      return lowerNot(node.args, lowering);
    case "-_":
      return lowerMinus(node.args, lowering);
    case "?:":
      return lowerTernary(node.args, lowering);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return lowerCompare(node.op, node.args, lowering);
    case "in":
      return lowerIn(node.args, lowering);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return lowerArithmetic(node.op, node.args, node, lowering);
    case "call":
      return lowerCall(node.args[0], node.args[1], node, lowering);
    case "rcall":
      return lowerMethod(node.args[0], node.args[1], node.args[2], node, lowering);
    default:
      throw outside(`\`${node.op}\``, node);
  }
}

/** Refusals of features, rules and back-tests: CH4200 to CH4399 of the risk registry. */
import { CodedError, type ErrorDefinition } from "@customhouse/model";

export const RISK_ERRORS = {
  CH4201: {
    code: "CH4201",
    title: "Reading the past",
    meaning:
      "Features were asked as of a moment before what the history already knows, so they would have seen the future.",
    whatToDo: "Play declarations and results in the order of time.",
  },
  CH4202: {
    code: "CH4202",
    title: "History broken",
    meaning: "The snapshot of the history is truncated, was changed, or is of another format.",
    whatToDo: "Build the history again from the stored facts and results.",
  },
  CH4203: {
    code: "CH4203",
    title: "Too many events ahead",
    meaning: "More declarations and results wait for their moment than the history may hold.",
    whatToDo: "Give events in the order of time, each when it happens.",
  },
  CH4204: {
    code: "CH4204",
    title: "Moment not right",
    meaning: "A moment of a declaration or of a result is not an ISO instant in UTC.",
    whatToDo: "Write it as `2026-01-31T10:00:00Z`.",
  },
  CH4210: {
    code: "CH4210",
    title: "Rule not right",
    meaning: "A rule does not have the shape of a rule: a part is missing or not as it must be.",
    whatToDo: "Mend the part that is named.",
  },
  CH4211: {
    code: "CH4211",
    title: "Rule too large",
    meaning: "A rule, or the set of rules, is longer, deeper or has more parts than is allowed.",
    whatToDo: "Make two rules of one, or use a list of values.",
  },
  CH4212: {
    code: "CH4212",
    title: "Rule cannot be read",
    meaning: "The condition of a rule does not follow the grammar of the rule language.",
    whatToDo: "Mend the condition at the place that is named.",
  },
  CH4213: {
    code: "CH4213",
    title: "Unknown feature",
    meaning: "The condition names something that is no feature of the catalogue in its scope.",
    whatToDo: "Take a name from the catalogue of features.",
  },
  CH4214: {
    code: "CH4214",
    title: "Types do not fit",
    meaning:
      "The condition compares or combines values of types that do not fit, or does not give true or false.",
    whatToDo: "Compare like with like: a text with a text, a number with a number.",
  },
  CH4215: {
    code: "CH4215",
    title: "Not in the rule language",
    meaning: "The condition uses a part of CEL that rules may not use.",
    whatToDo: "Use features, literals, comparisons, lists and the functions of the rule language.",
  },
  CH4216: {
    code: "CH4216",
    title: "Loop within a loop",
    meaning: "The condition goes over a list for every element of a list.",
    whatToDo: "Use one loop, or write an item rule, which goes over the items by itself.",
  },
  CH4217: {
    code: "CH4217",
    title: "Pattern refused",
    meaning:
      "A pattern is not a literal, is too long, or is not one that can be matched in linear time.",
    whatToDo: "Write the pattern as a literal in RE2 syntax, without backreferences.",
  },
  CH4218: {
    code: "CH4218",
    title: "Rule costs too much",
    meaning: "In the worst case one evaluation of the rule takes more steps than a rule may.",
    whatToDo: "Do less within the loop, or write an item rule.",
  },
  CH4219: {
    code: "CH4219",
    title: "Rule twice",
    meaning: "Two rules of the set have the same identifier.",
    whatToDo: "Give one of them another identifier.",
  },
  CH4220: {
    code: "CH4220",
    title: "Value missing",
    meaning: "A rule needed a feature that the declaration does not have, so it is not decided.",
    whatToDo: "Ask with `has()` first.",
  },
  CH4221: {
    code: "CH4221",
    title: "Division by zero",
    meaning: "A rule divided by zero, so it is not decided.",
    whatToDo: "Compare the divisor with 0 first.",
  },
  CH4222: {
    code: "CH4222",
    title: "Number too large",
    meaning: "A number of a rule left the range of exact numbers, so the rule is not decided.",
    whatToDo: "Calculate with doubles, or with smaller numbers.",
  },
  CH4223: {
    code: "CH4223",
    title: "Budget of steps used up",
    meaning: "The rules before took all the steps of this declaration, so the rule is not decided.",
    whatToDo: "Simplify the rules that loop over items, or raise the budget.",
  },
  CH4224: {
    code: "CH4224",
    title: "Thresholds of lanes not right",
    meaning: "The scores from which lanes are taken do not rise from blue over yellow to red.",
    whatToDo: "Write three numbers above 0 and at most 1, the largest for red.",
  },
  CH4230: {
    code: "CH4230",
    title: "Back-test not possible",
    meaning: "The stream of a back-test is not in the order of time, or is longer than allowed.",
    whatToDo: "Sort the stream by time, or test a shorter period.",
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type RiskErrorCode = keyof typeof RISK_ERRORS;

/** Why a history or a back-test refused to go on. Nothing has been changed when it is thrown. */
export class RiskError extends CodedError<RiskErrorCode> {
  override readonly name = "RiskError";

  constructor(code: RiskErrorCode, detail?: string) {
    super(RISK_ERRORS[code], detail);
  }
}

/** `customhouse risk rules`: read rules as they would be read, and try them on what has happened. */
import type { Command } from "commander";
import { addServerOptions } from "../connection/connect.ts";
import { backtestRules } from "./backtest.ts";
import { checkRules } from "./check-rules.ts";
import { day } from "./export.ts";

export function addRules(risk: Command): void {
  const rules = risk.command("rules").description("check rules, and try them on history");
  rules
    .command("check")
    .description("everything that is wrong with rules (exit code 1: something is)")
    .argument("<file...>", "a list of rules or a policy, JSON")
    .option("--json", "one problem a line, and the summary last")
    .action(checkRules);
  addServerOptions(
    rules
      .command("backtest")
      .description("what rules would have done, from exported history or on the server"),
  )
    .requiredOption("--rules <file>", "rules or policy to try (JSON)")
    .option(
      "--against <file>",
      "rules to compare with; default: none, on the server those in force",
    )
    .option("--model <file>", "the model that the policy to try names, with --history")
    .option("--against-model <file>", "the model that the other one names")
    .option("--history <folder>", "history that `risk export` wrote")
    .option("--server", "play it on the server, as a draft policy")
    .option("--note <text>", "what the draft is about, with --server", "back-test")
    .option("--from <day>", "first day of the history to play", day)
    .option("--to <day>", "last day of the history to play", day)
    .option("--json", "the report as JSON")
    .action(backtestRules);
}

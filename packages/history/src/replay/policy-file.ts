/** Rules or a whole policy from a file: a list of rules, or an object with rules and what else a policy has. */
import { RULE_LIMITS } from "@customhouse/risk/rules";
import { z } from "zod";
import { HistoryError } from "../errors.ts";

const MAX_CHARACTERS = 32 << 20;
const MAX_OFFICES = 1_000;

const threshold = z.number().gt(0).max(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/, "is no digest");
const daily = z.int().min(0).max(1_000_000);
const RULES = z.array(z.unknown()).max(RULE_LIMITS.rules);

const RETRAINING = z.strictObject({
  everyDays: z.int().min(1).max(366),
  minimumCases: z.int().min(1).max(1_000_000).optional(),
  holdOut: z.number().min(0.05).max(0.5).optional(),
  margin: z.number().min(0).max(0.5).optional(),
  members: z.int().min(1).max(16).optional(),
  trees: z.int().min(1).max(5_000).optional(),
  depth: z.int().min(1).max(16).optional(),
  seed: z.int().min(1).max(1_000_000).optional(),
  activates: z.enum(["by-signature", "by-itself"]).optional(),
});

/** The shape of a policy, whose rules are read later (`checkedPolicy`). */
export const POLICY = z.strictObject({
  rules: RULES,
  model: digest.optional(),
  challenger: digest.optional(),
  descriptions: digest.optional(),
  lanes: z
    .strictObject({
      thresholds: z.strictObject({ red: threshold, yellow: threshold, blue: threshold }),
    })
    .optional(),
  capacity: z
    .array(
      z.strictObject({
        office: z.string().min(1).max(35).optional(),
        physicalADay: daily.optional(),
        documentaryADay: daily.optional(),
      }),
    )
    .max(MAX_OFFICES)
    .optional(),
  explorationShare: z.number().min(0).max(0.5).optional(),
  retraining: RETRAINING.optional(),
});

export type GivenPolicy = z.infer<typeof POLICY>;

/** What the file says, with rules that are not read yet. Errors: CH4605. */
export function parsePolicy(text: string): GivenPolicy {
  if (text.length > MAX_CHARACTERS) throw new HistoryError("CH4605", "it is too long");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new HistoryError("CH4605", error instanceof Error ? error.message : undefined);
  }
  const { success, data, error } = POLICY.safeParse(
    Array.isArray(value) ? { rules: value } : value,
  );
  if (success) return data;
  const [first] = error.issues;
  throw new HistoryError(
    "CH4605",
    [first?.path.join("."), first?.message].filter(Boolean).join(": "),
  );
}

/** Puts a policy of risk in force on a test core, with the signatures that it needs. */
import type { RiskPolicy } from "@customhouse/risk";
import type { Rule } from "@customhouse/risk/rules";
import {
  activatePolicy,
  signPolicy,
  storePolicy,
  storePolicyReport,
} from "../../src/rooms/risk/store/policies.ts";
import type { startTestCore } from "./core.ts";

/** What a policy is put in force on. */
export type PolicyGround = Pick<
  Awaited<ReturnType<typeof startTestCore>>,
  "database" | "clock" | "refreshRisk"
>;

export function putInForce(core: PolicyGround, ...rules: readonly Rule[]): Promise<number> {
  return putPolicyInForce(core, { rules });
}

/** Gives its version. */
export async function putPolicyInForce(
  core: PolicyGround,
  parts: Partial<RiskPolicy>,
): Promise<number> {
  const db = core.database.writer;
  const at = core.clock().toISOString();
  const { version } = await storePolicy(db, {
    policy: {
      rules: [],
      lanes: { thresholds: { red: 0.8, yellow: 0.5, blue: 0.3 } },
      capacity: [],
      explorationShare: 0,
      ...parts,
    },
    digest: "",
    note: "test",
    createdBy: "analyst",
    createdAt: at,
  });
  await storePolicyReport(db, version, {});
  if (await signPolicy(db, version, "analyst", at)) throw new Error("signed by who wrote it");
  if (!(await signPolicy(db, version, "analyst2", at))) throw new Error("not signed");
  if (!(await activatePolicy(db, version, "analyst2", at))) throw new Error("not in force");
  await core.refreshRisk();
  return version;
}

/**
 * Who may do what, as one table. It is not what decides (the policies in `policies/` do): it is what they are held to,
 * row by row over HTTP, by test/access/permission-table.test.ts.
 */
import type { Action } from "./actions.ts";

/** The case of the table is declared by one trader, at one office, and one agency has a check on it. */
const standings = [
  "nobody",
  "trader who declared it",
  "broker empowered by that trader",
  "another trader",
  "trader named as another filer",
  "officer of the whole country",
  "officer of another office",
  "officer of the agency with the check",
  "officer of another agency",
  "analyst",
  "administrator",
] as const;
export type Standing = (typeof standings)[number];

/** `ok`, or the refusal: 401 sign in, 403 not with this role, 404 not told that it exists. */
export type Verdict = "ok" | 401 | 403 | 404;

const rows: Readonly<Record<Action, string>> = {
  //                       none own brk oth fil ofc oof agy oag ana adm
  lodge: "                 401 ok  ok  ok  ok  403 403 403 403 403 403",
  amend: "                 401 ok  ok  404 404 403 403 403 403 403 403",
  cancel: "                401 ok  ok  404 404 403 403 403 403 403 403",
  present: "               401 ok  ok  404 404 403 403 403 403 403 403",
  supplyDocument: "        401 ok  ok  404 404 403 403 403 403 403 403",
  answerQuery: "           401 ok  ok  404 404 403 403 403 403 403 403",
  manageDrafts: "          401 ok  ok  ok  ok  403 403 403 403 403 403",
  manageSubscriptions: "   401 ok  ok  ok  ok  403 403 ok  ok  403 403",
  readNotifications: "     401 ok  ok  ok  ok  403 403 ok  ok  403 403",
  recordControl: "         401 403 403 403 403 ok  404 403 403 403 403",
  orderControl: "          401 403 403 403 403 ok  404 403 403 403 403",
  raiseQuery: "            401 403 403 403 403 ok  404 403 403 403 403",
  releaseGoods: "          401 403 403 403 403 ok  404 403 403 403 403",
  recordMovement: "        401 403 403 403 403 ok  404 403 403 403 403",
  viewQueue: "             401 403 403 403 403 ok  ok  403 403 403 403",
  decideAgencyCheck: "     401 403 403 403 403 403 403 ok  404 403 403",
  viewAgencyQueue: "       401 403 403 403 403 403 403 ok  ok  403 403",
  viewCase: "              401 ok  ok  404 404 ok  404 ok  404 ok  ok",
  viewDocument: "          401 ok  ok  404 404 ok  404 ok  404 ok  403",
  viewTimeline: "          401 ok  ok  404 404 ok  404 ok  404 ok  403",
  viewReceipt: "           401 ok  ok  404 404 ok  404 ok  404 ok  ok",
  viewUploads: "           401 ok  ok  404 404 ok  404 ok  404 ok  403",
  viewCaseNotifications: " 401 ok  ok  404 404 ok  404 403 403 403 403",
  listCases: "             401 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok",
  markPaid: "              401 403 403 403 403 ok  404 403 403 403 ok",
  readAudit: "             401 403 403 403 403 403 403 403 403 403 ok",
  // Of a permit that the declarant applied for at the agency with the check; for another filer, of its cargo filing.
  fileFormality: "         401 ok  ok  ok  ok  ok  ok  403 403 403 403",
  stepFormality: "         401 ok  ok  404 ok  ok  ok  ok  404 403 403",
  viewFormality: "         401 ok  ok  404 ok  ok  ok  ok  404 ok  ok",
  listFormalities: "       401 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok",
  // Of a container in the cargo that the declarant reported.
  reportAlarm: "           401 ok  ok  404 404 ok  ok  403 403 403 403",
  viewAccount: "           401 ok  ok  404 404 ok  ok  403 403 403 ok",
  listAccounts: "          401 ok  ok  ok  ok  ok  ok  403 403 403 ok",
  checkLedger: "           401 403 403 403 403 403 403 403 403 403 ok",
  sendMasterData: "        401 ok  ok  ok  ok  ok  ok  403 403 403 ok",
  readRegister: "          401 403 403 403 403 ok  ok  403 403 403 ok",
  viewTariff: "            401 403 403 403 403 ok  ok  403 403 ok  ok",
  manageTariff: "          401 403 403 403 403 403 403 403 403 403 ok",
  reconcilePayments: "     401 403 403 403 403 403 403 403 403 403 ok",
  manageRecognition: "     401 403 403 403 403 403 403 403 403 403 ok",
  viewRisk: "              401 403 403 403 403 403 403 403 403 ok  403",
  manageRisk: "            401 403 403 403 403 403 403 403 403 ok  403",
  viewRiskRun: "           401 403 403 403 403 ok  404 403 403 ok  403",
  viewScreening: "         401 403 403 403 403 ok  ok  403 403 ok  403",
  decideScreening: "       401 403 403 403 403 ok  ok  403 403 403 403",
  manageScreening: "       401 403 403 403 403 403 403 403 403 ok  403",
  eraseCase: "             401 403 403 403 403 403 403 403 403 403 ok",
};

export interface PermissionRow {
  readonly action: Action;
  readonly standing: Standing;
  readonly verdict: Verdict;
}

export const permissionTable: readonly PermissionRow[] = Object.entries(rows).flatMap(
  ([action, text]) => {
    const verdicts = text.trim().split(/\s+/);
    return standings.map((standing, index) => ({
      action: action as Action,
      standing,
      verdict: verdictOf(verdicts[index]),
    }));
  },
);

function verdictOf(text: string | undefined): Verdict {
  switch (text) {
    case "ok":
      return "ok";
    case "401":
      return 401;
    case "403":
      return 403;
    case "404":
      return 404;
    default:
      throw new Error(`The permission table has a cell that says ${text}`);
  }
}

import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Action, actions } from "../../src/platform/access/actions.ts";
import { permissionTable, type Standing } from "../../src/platform/access/permission-table.ts";
import { type CallOptions, startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let tokens: Record<Standing, string | undefined>;
let mrn: string;
let caseId: string;
let checkId: string;
let permit: string;
let filing: string;
const CONTAINER = "MSKU1234565";
const FILER = "XA4000001";

beforeAll(async () => {
  server = await startTestServer();
  tokens = {
    nobody: undefined,
    "trader who declared it": await server.token("trader2"),
    "broker empowered by that trader": await server.token("broker"),
    "another trader": await server.token("trader"),
    "trader named as another filer": await server.sign({ sub: "f", role: "trader", tin: FILER }),
    "officer of the whole country": await server.token("officer"),
    "officer of another office": await server.token("office"),
    "officer of the agency with the check": await server.token("agency"),
    "officer of another agency": await server.sign({ sub: "x", role: "agency", agency: "XAOTHER" }),
    analyst: await server.token("analyst"),
    administrator: await server.token("administrator"),
  };
  const token = tokens["trader who declared it"];
  const json = declaration({
    declarant: "XA1000002",
    lrn: "TABLE-1",
    items: [{ commodity: "02013000" }],
  });
  const lodged = await server.call("/v1/declarations", { token, json });
  expect(lodged.json, lodged.text).toMatchObject({ lrn: "TABLE-1" });
  ({ mrn, caseId } = lodged.json);
  const found = await eventually(
    () => server.call(`/v1/declarations/${mrn}`, { token }),
    (answer) => answer.json.checks?.length > 0,
  );
  checkId = found.json.checks[0].id;
  const applied = await server.call("/v1/formalities", {
    token,
    json: {
      kind: "permit",
      facts: { documentType: "N853", agency: "XAVET", commodities: ["0201"] },
    },
  });
  expect(applied.status, applied.text).toBe(201);
  permit = applied.json.number;
  const filed = await server.call("/v1/formalities", {
    token,
    json: {
      kind: "filing",
      facts: { mode: "sea", master: "T-1", containers: [CONTAINER], otherFilers: [FILER] },
    },
  });
  expect(filed.status, filed.text).toBe(201);
  filing = filed.json.number;
  const cargo = { conveyance: "V-1", level: "house", transportDocument: "BL-T", packages: "1" };
  const facts = { ...cargo, containers: [CONTAINER] };
  const reported = await server.call("/v1/formalities", {
    token,
    json: { kind: "cargoReport", facts },
  });
  expect(reported.status, reported.text).toBe(201);
  await eventually(
    () => server.call(`/v1/declarations/${mrn}/receipt`, { token }),
    (answer) => answer.status === 200,
  );
});
afterAll(() => server?.stop());

const PDF = { body: "%PDF-1.7 test", headers: { "Content-Type": "application/pdf" } };
const XML = { body: "<nothing/>", headers: { "Content-Type": "application/xml" } };

/** One request for each action. What it does is not looked at here, only whether it was let through. */
function requestFor(action: Action, standing: Standing): readonly [string, CallOptions] {
  const formality = standing === "trader named as another filer" ? filing : permit;
  const ofMrn = `/v1/declarations/${mrn}`;
  const ofCase = `/v1/cases/${caseId}`;
  const requests: Record<Action, readonly [string, CallOptions]> = {
    lodge: ["/v1/declarations", XML],
    amend: [`${ofMrn}/amendments`, XML],
    cancel: [`${ofMrn}/cancellations`, XML],
    present: [`${ofMrn}/arrivals`, XML],
    supplyDocument: [`${ofMrn}/documents?name=a.pdf&type=N380`, PDF],
    answerQuery: [`${ofMrn}/answers`, { json: { queryId: "none", text: "?" } }],
    manageDrafts: ["/v1/drafts", {}],
    manageSubscriptions: ["/v1/subscriptions", {}],
    readNotifications: ["/v1/notifications", {}],
    recordControl: [
      `${ofCase}/control-results`,
      { json: { result: "satisfactory", taskId: "none" } },
    ],
    orderControl: [`${ofCase}/controls`, { json: { control: "documentary" } }],
    raiseQuery: [`${ofCase}/queries`, { json: { text: "Which?" } }],
    releaseGoods: [`${ofCase}/releases`, { json: {} }],
    recordMovement: [`${ofCase}/departures`, { json: {} }],
    viewQueue: ["/v1/queue", {}],
    decideAgencyCheck: [`${ofCase}/agency-decisions`, { json: { checkId, decision: "H01" } }],
    viewAgencyQueue: ["/v1/agency/queue", {}],
    viewCase: [`${ofCase}`, {}],
    viewDocument: [`${ofMrn}/full`, {}],
    viewTimeline: [`${ofMrn}/timeline`, {}],
    viewReceipt: [`${ofMrn}/receipt`, {}],
    viewUploads: [`${ofMrn}/documents`, {}],
    viewCaseNotifications: [`${ofMrn}/notifications`, {}],
    listCases: ["/v1/declarations", {}],
    markPaid: ["/v1/payments", { json: { mrn, amountMinor: "100", reference: "R" } }],
    readAudit: ["/v1/audit/reads", {}],
    fileFormality: ["/v1/formalities", { json: { kind: "none" } }],
    stepFormality: [`/v1/formalities/${formality}/steps`, { json: { step: "none" } }],
    viewFormality: [`/v1/formalities/${formality}`, {}],
    listFormalities: ["/v1/formalities", {}],
    reportAlarm: [
      `/v1/containers/${CONTAINER}/alarms`,
      { json: { kind: "seal-broken", at: new Date().toISOString() } },
    ],
    viewAccount: ["/v1/accounts/XAGUA0002", {}],
    listAccounts: ["/v1/accounts?holder=XA1000002", {}],
    checkLedger: ["/v1/ledger/check", {}],
    sendMasterData: ["/v1/traders/messages", XML],
    viewTariff: ["/v1/tariff/versions", {}],
    reconcilePayments: ["/v1/bank-statements", XML],
    manageRecognition: [
      "/v1/recognitions/MRA26XA000000000000/traders",
      { json: { traders: "none" } },
    ],
    manageTariff: ["/v1/tariff/rollback", { method: "POST" }],
    viewRisk: ["/v1/risk/policies", {}],
    manageRisk: ["/v1/risk/rollback", { method: "POST" }],
    viewRiskRun: [`/v1/cases/${caseId}/risk`, { headers: { Purpose: "risk-analysis" } }],
    viewScreening: ["/v1/screening/hits", { headers: { Purpose: "control" } }],
    decideScreening: [
      "/v1/screening/hits/none/confirmations",
      { json: { reason: "" }, headers: { Purpose: "control" } },
    ],
    manageScreening: ["/v1/screening/lists/NONE/rollback", { method: "POST" }],
    readRegister: ["/v1/traders/messages", {}],
    eraseCase: [`${ofCase}/erasure`, { json: { reason: "court-order", legalBasis: "XA-DPA-21" } }],
  };
  return requests[action];
}

const CODES = { 401: "CH8010", 403: "CH8011", 404: "CH8012" } as const;

describe("the permission table", () => {
  test("speaks of every action", () => {
    expect(new Set(permissionTable.map((row) => row.action))).toEqual(new Set(actions));
  });

  test.each(permissionTable)(
    "$action, $standing: $verdict",
    async ({ action, standing, verdict }) => {
      const [path, options] = requestFor(action, standing);
      const answer = await server.call(path, { ...options, token: tokens[standing] });
      if (verdict === "ok") {
        expect(Object.values(CODES), answer.text).not.toContain(answer.json?.code);
        expect(answer.status, answer.text).toBeLessThan(500);
      } else {
        expect([answer.status, answer.json.code], answer.text).toEqual([verdict, CODES[verdict]]);
      }
    },
  );

  test("an unknown case is answered like another trader's", async () => {
    const token = tokens["another trader"];
    const hidden = await server.call(`/v1/declarations/${mrn}`, { token });
    const absent = await server.call("/v1/declarations/26XA00000000000000", { token });
    const bare = (json: { requestId: string }) => ({ ...json, requestId: "" });
    expect(bare(hidden.json)).toEqual(bare(absent.json));
  });
});

/** Every operation, called through the typed client on the real server: each gives one of the answers of its contract. */
import { type Contract, contracts, type Message, type Method } from "@customhouse/api";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiError, type CustomhouseClient, makeClient } from "../../../client/src/index.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

/** The parts of a request that any operation may take. */
interface AnyRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly message?: Message;
  readonly document?: { readonly mediaType: string; readonly content: Uint8Array };
  readonly alsoFine?: number;
}
type AnySession = Readonly<
  Record<Method | "text", (path: string, request: AnyRequest) => Promise<unknown>>
>;

const all: readonly Contract[] = contracts;
const PEOPLE = ["trader", "officer", "agency", "analyst", "administrator"];

let server: TestServer;
let names: Readonly<Record<string, Named>> = {};
const clients = new Map<string, CustomhouseClient>();

beforeAll(async () => {
  server = await startTestServer();
  for (const person of PEOPLE) {
    const token = await server.token(person);
    clients.set(person, makeClient({ url: server.url, token: () => token, purpose: "control" }));
  }
  names = await namedThings();
});
afterAll(() => server?.stop());

const as = (person: string) => clients.get(person)!;
const example = declaration({ declarant: "XA1000001", lrn: "EVERY-1", guarantee: "XADEF0001" });

const RULING = { about: "classification", description: "Boneless beef" };
const today = new Date().toISOString().slice(0, 10);
const ITEM = {
  ...{ id: "press-17", source: "Example Daily", licence: "CC BY 4.0", language: "en" },
  ...{ retrievedOn: today, expiresOn: today, confidence: 0.5 },
  ...{ text: "Nothing of note.", mentions: ["Example Foods"] },
};

type Named = Readonly<Record<string, string>>;

/** Something for the parameters of addresses to name: by the name of the parameter, or by that of the operation. */
async function namedThings(): Promise<Readonly<Record<string, Named>>> {
  const trader = as("trader");
  const { mrn, caseId } = await trader.declarations.lodge(example);
  const { number } = await trader.formalities.begin("ruling", { facts: RULING });
  const draft = { id: "0192f0a1-1c2d-7e3f-9a4b-5c6d7e8f9a0b" };
  await trader.own.saveDraft(draft.id, { title: "One", version: 0, body: {} });
  const { id } = await trader.own.subscribe("https://broker.example.org/customs");
  const content = new TextEncoder().encode("item,mass\n1,20\n");
  const paper = { name: "list.csv", type: "N380", mediaType: "text/csv", content };
  await trader.declarations.supplyDocument(mrn, paper);
  const [stored] = await trader.declarations.documents(mrn);
  const [told] = await trader.declarations.notifications(mrn);
  const document = { id: stored?.id ?? "" };
  const retraining = { id: (await as("analyst").risk.retrain()).id };
  const { itemId } = await as("analyst").risk.storeOpenSourceItem(ITEM);
  return {
    any: {
      ...{ mrn, caseId, number, itemId, ...draft, hitId: caseId, tin: "XA1000001" },
      ...{ containerId: "MSKU1234565", account: "XADEF0001", authorisation: "XADEF0001" },
      ...{ version: "1", list: "none" },
    },
    "declaration.readDocument": document,
    "notification.read": { id: told?.id ?? "" },
    "reference.codeList": { id: "currency" },
    "risk.readDocumentText": document,
    "risk.retraining": retraining,
    "risk.cancelRetraining": retraining,
    "subscription.remove": { id },
  };
}

const QUERIES: Readonly<Record<string, Named>> = {
  "account.list": { holder: "XA1000001" },
  "declaration.supplyDocument": { name: "invoice.txt", type: "N380" },
  "formality.authenticity": { code: "7K2M9Q4T" },
  "risk.storeModel": { name: "m" },
  "risk.storeDescriptionModel": { name: "m" },
  "screening.importList": { list: "l", version: "1", source: "s", licence: "l" },
};

/** Where the contract's example is of another day, or of something that is not here. */
const BODIES: Readonly<Record<string, unknown>> = {
  "container.reportAlarm": { kind: "seal-broken", at: new Date().toISOString() },
  "draft.save": { title: "One", version: 1, body: {} },
  "formality.begin": { kind: "ruling", facts: RULING },
  "formality.step": { step: "withdraw" },
  "risk.storeOpenSourceItem": ITEM,
};

function requestOf({ id, params, body }: Contract): AnyRequest {
  const named = Object.keys(params?.shape ?? {}).map((name) => [name, names.any?.[name]]);
  const content = new TextEncoder().encode("id,name\n1,Example\n");
  return {
    params: { ...Object.fromEntries(named), ...names[id] },
    ...(QUERIES[id] === undefined ? {} : { query: QUERIES[id] }),
    ...(body?.kind === "json" ? { json: BODIES[id] ?? body.example } : {}),
    ...(body?.kind === "message" ? { message: example } : {}),
    ...(body?.kind === "document" ? { document: { mediaType: "text/csv", content } } : {}),
    ...(id === "reference.validate" ? { alsoFine: 422 } : {}),
  };
}

/** Somebody else changed the case first, the clock for one: the act is to be repeated. */
const MEANWHILE = "CH8105";
const MAX_TRIES = 10;

/** `true`: an answer of the contract. Else the code of the problem that was told. */
async function calledBy(person: string, contract: Contract, tries = 1): Promise<true | string> {
  const session = as(person).session as unknown as AnySession;
  const isText = Object.values(contract.answers).every(({ kind }) => kind === "file");
  const call = isText ? session.text : session[contract.method];
  try {
    await call(contract.path, requestOf(contract));
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code } = error.problem;
    return code === MEANWHILE && tries < MAX_TRIES ? calledBy(person, contract, tries + 1) : code;
  }
}

/** What was answered to whoever came furthest. */
async function called(contract: Contract): Promise<true | string> {
  let last: true | string = "CH8011";
  for (const person of PEOPLE) {
    last = await calledBy(person, contract);
    if (last !== "CH8011" && last !== "CH8012") return last;
  }
  return last;
}

/**
 * What those are told that need more than one declaration and one formality. Their other answers are held to their
 * contracts where they are tested, as every answer of a test server is.
 */
const NEED_MORE: readonly string[] = [
  "account.stock CH8012",
  "agency.decide CH8011",
  "case.askErasure CH8146",
  "case.confirmErasure CH8147",
  "case.readErasure CH8012",
  "declaration.amend CH8102",
  "declaration.answerQuery CH3004",
  "declaration.arrive CH8102",
  "declaration.cancel CH8102",
  "formality.askErasure CH8146",
  "formality.authenticity CH8012",
  "formality.confirmErasure CH8147",
  "officer.recordControl CH3004",
  "officer.recordDeparture CH3003",
  "officer.recordMovement CH8102",
  "payment.callback CH8115",
  "payment.markPaid CH8012",
  "payment.statement CH8116",
  "risk.activatePolicy CH8121",
  "risk.cancelRetraining CH8140",
  "risk.rollBackPolicy CH8121",
  "risk.signPolicy CH8122",
  "risk.storeDescriptionModel CH8123",
  "risk.storeModel CH8123",
  "screening.activateList CH8011",
  "screening.confirmHit CH8011",
  "screening.returnHit CH8011",
  "screening.reviewHit CH8011",
  "screening.rollBackList CH8134",
  "screening.screenParty CH8136",
  "trader.message CH8101",
  "trader.recognise CH8012",
];

describe("every operation", () => {
  it("gives an answer of its contract", async () => {
    const told = new Map<string, true | string>();
    for (const contract of all) told.set(contract.id, await called(contract));
    expect(told.size).toBe(all.length);
    const refused = [...told].flatMap(([id, answer]) =>
      answer === true ? [] : [`${id} ${answer}`],
    );
    expect(refused.filter((one) => !NEED_MORE.includes(one))).toEqual([]);
    // What was answered against its contract would have been told by now.
    expect((await server.call("/healthz")).status).toBe(200);
  });
});

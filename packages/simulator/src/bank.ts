/**
 * A bank that does not exist. It takes payments without money, tells the customs server of each with a signed callback,
 * and writes the day's statement (ISO 20022 camt.053). Everything it shows says that it is a simulation.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";

export interface BankOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Where payments are told. */
  readonly callbackUrl: string;
  /** Shared with the customs server, `whsec_...`. */
  readonly secret: string;
  readonly clock?: () => Date;
}

export interface Bank {
  readonly url: string;
  stop(): Promise<void>;
}

interface Booked {
  readonly id: string;
  readonly payment: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly at: string;
}

const MAX_BODY_BYTES = 10_000;
const MAX_BOOKED = 100_000;
const NOTICE = "SIMULATION: this bank does not exist and moves no money.";

export async function startBank(options: BankOptions): Promise<Bank> {
  const clock = options.clock ?? (() => new Date());
  const booked: Booked[] = [];
  const server = createServer((request, response) => {
    handle(request, response, { ...options, clock, booked }).catch(() =>
      answer(response, 500, "text/plain", "The simulated bank has failed."),
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port, "127.0.0.1", resolve));
  return { url: urlOf(server), stop: () => new Promise((done) => server.close(() => done())) };
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

interface Context extends BankOptions {
  readonly clock: () => Date;
  readonly booked: Booked[];
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://bank");
  if (request.method === "GET" && pathname === "/") {
    answer(response, 200, "text/html; charset=utf-8", page(context));
  } else if (request.method === "GET" && pathname === "/statement.xml") {
    answer(response, 200, "application/xml", statement(context));
  } else if (request.method === "POST" && pathname === "/payments") {
    await pay(request, response, context);
  } else {
    answer(response, 404, "text/plain", "Not here. POST /payments, GET /statement.xml.");
  }
}

async function pay(request: IncomingMessage, response: ServerResponse, context: Context) {
  const asked = readPayment(await bodyOf(request));
  if (asked === undefined || context.booked.length >= MAX_BOOKED) {
    answer(response, 400, "text/plain", "payment, amountMinor and currency are expected, as JSON.");
    return;
  }
  const now = context.clock();
  const entry = { ...asked, id: `BANK-${context.booked.length + 1}`, at: now.toISOString() };
  context.booked.push(entry);
  const body = JSON.stringify({ type: "payment.succeeded", ...asked });
  const told = await fetch(context.callbackUrl, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": entry.id,
      "webhook-timestamp": `${Math.floor(now.getTime() / 1000)}`,
      "webhook-signature": new Webhook(context.secret).sign(entry.id, now, body),
    },
    body,
  });
  const json = JSON.stringify({ notice: NOTICE, ...entry, toldStatus: told.status });
  answer(response, 200, "application/json", json);
}

function readPayment(text: string): Omit<Booked, "id" | "at"> | undefined {
  try {
    const { payment, amountMinor, currency } = JSON.parse(text) as Record<string, unknown>;
    const good =
      /^[A-Z0-9]{3,40}$/.test(`${payment}`) &&
      /^\d{1,15}$/.test(`${amountMinor}`) &&
      /^[A-Z]{3}$/.test(`${currency}`);
    return good
      ? { payment: `${payment}`, amountMinor: `${amountMinor}`, currency: `${currency}` }
      : undefined;
  } catch {
    return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) return "";
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "content-type": type }).end(text);
}

function page({ booked }: Context): string {
  const rows = booked.map(
    (entry) =>
      `<tr><td>${entry.id}<td>${entry.payment}<td>${entry.amountMinor}<td>${entry.currency}`,
  );
  return `<!doctype html><html lang="en"><title>Simulated bank</title><h1>Simulated bank</h1>
<p><strong>${NOTICE}</strong></p><table><tr><th>Entry<th>Payment<th>Amount (minor units)<th>Currency${rows.join("")}</table></html>`;
}

/** Money of two decimals. */
function statement({ booked, clock }: Context): string {
  const amount = (minor: string) => minor.padStart(3, "0").replace(/(\d\d)$/, ".$1");
  const entries = booked.map(
    (
      entry,
    ) => `<Ntry><Amt Ccy="${entry.currency}">${amount(entry.amountMinor)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><AcctSvcrRef>${entry.id}</AcctSvcrRef><NtryDtls><TxDtls>
<RmtInf><Ustrd>${entry.payment}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  const at = clock().toISOString();
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${NOTICE} -->
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>SIMULATED</MsgId><CreDtTm>${at}</CreDtTm></GrpHdr>
<Stmt><Id>SIMULATED</Id>${entries.join("")}</Stmt></BkToCstmrStmt></Document>`;
}

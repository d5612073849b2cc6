/** Turns a contract and its handler into an operation that the frame can run. */

import type { Contract } from "@customhouse/api";
import { legalDay } from "@customhouse/model";
import type { z } from "zod";
import type { Action } from "../access/actions.ts";
import { recordRead } from "../access/audit.ts";
import { isEmpowered, relationTo } from "../access/relation.ts";
import type { CaseFile } from "../cases/case-file.ts";
import { errors } from "../errors.ts";
import { parseJsonBody } from "./json-body.ts";
import type {
  Call,
  CallTo,
  CaseCall,
  CaseCallTo,
  Handling,
  HandlingOf,
  Operation,
  RawCall,
} from "./operation.ts";
import { readQuery } from "./read-query.ts";
import { type ProblemReply, problem, type Reply, type ReplyTo } from "./reply.ts";

/** An operation for whoever has the role. What the handler takes and answers is typed by the contract. */
export function operation<C extends Contract>(
  contract: C,
  handling: HandlingOf<C>,
  handle: (call: CallTo<C>) => Promise<ReplyTo<C>>,
): Operation {
  return {
    ...handling,
    contract,
    run: async (raw) => {
      const read = readCall(contract, raw);
      return read.ok ? handle(read.call as CallTo<C>) : read.reply;
    },
  };
}

/** An operation of a country's published API: its own answers, its own errors, and no word about what else is sent. */
export function publishedOperation<C extends Contract>(
  contract: C,
  handling: Handling & Pick<Operation, "action"> & Required<Pick<Operation, "published">>,
  handle: (call: CallTo<C>) => Promise<Reply>,
): Operation {
  return {
    ...handling,
    contract,
    run: async (raw) => {
      const read = readCall(contract, { ...raw, query: new URLSearchParams() });
      return read.ok ? handle(read.call as CallTo<C>) : read.reply;
    },
  };
}

/** An operation on one case, named by `{mrn}` or `{caseId}` in its path. */
export function caseOperation<C extends Contract>(
  contract: C,
  handling: Handling & { readonly action: Action },
  handle: (call: CaseCallTo<C>) => Promise<ReplyTo<C>>,
): Operation {
  return {
    ...handling,
    contract,
    run: async (raw) => {
      const read = readCall(contract, raw);
      if (!read.ok) return read.reply;
      const found = await findCase(raw, handling.action);
      return found.ok ? handle({ ...read.call, ...found } as CaseCallTo<C>) : found.reply;
    },
  };
}

type Read<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reply: ProblemReply };

function readCall(contract: Contract, raw: RawCall): Read<{ readonly call: Call }> {
  const params = check(contract.params, raw.params, "path");
  const given = readQuery(raw.query, contract.query);
  const query = given.ok ? check(contract.query, given.value, "query") : given;
  const takesJson = contract.body?.kind === "json" ? contract.body.schema : undefined;
  const json = takesJson ? parseJsonBody(raw.bytes) : { ok: true as const, value: undefined };
  if (!params.ok) return params;
  if (!query.ok) return query;
  if (!json.ok) return { ok: false, reply: problem(errors.malformedJson) };
  const body = check(takesJson, json.value, "body");
  if (!body.ok) return body;
  // An open operation asks for nobody, so that it may have nobody signed in.
  const principal = raw.principal ?? { subject: "anonymous", role: "trader" as const };
  return {
    ok: true,
    call: { ...raw, principal, params: params.value, query: query.value, body: body.value },
  };
}

function check(
  schema: z.ZodType | undefined,
  value: unknown,
  place: string,
): Read<{ readonly value: unknown }> {
  if (!schema) {
    return { ok: true, value: undefined };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return { ok: true, value: parsed.data };
  }
  const [first] = parsed.error.issues;
  const where = [place, ...(first?.path ?? [])].join(".").slice(0, 200);
  const message = `${where}: ${first?.message ?? "is not valid"}`;
  return { ok: false, reply: problem(errors.malformedRequest, { message }) };
}

/** Another trader's case, and one that does not exist, are answered alike: 404. */
async function findCase(
  raw: RawCall,
  action: Action,
): Promise<Read<{ readonly file: CaseFile; readonly labels: CaseCall["labels"] }>> {
  const { access, cases, country } = raw.platform;
  const { principal } = raw;
  const { mrn, caseId } = raw.params;
  const file = mrn === undefined ? await cases.byId(caseId ?? "") : await cases.byMrn(mrn);
  if (!principal || !file) {
    return { ok: false, reply: problem(errors.notFound) };
  }
  const relation = relationTo(principal, file, country.register);
  if (!access.allows(principal.role, action, relation)) {
    const visible = access.allows(principal.role, "viewCase", relation);
    return { ok: false, reply: problem(visible ? errors.notAllowed : errors.notFound) };
  }
  const today = legalDay(raw.platform.clock(), country);
  if (!isEmpowered(principal, file, action, country.register, today)) {
    return { ok: false, reply: problem(errors.notEmpowered) };
  }
  const labels = access.labels(principal.role, relation, raw.purpose !== undefined);
  await recordRead(raw, principal, action, file.case.caseId);
  return { ok: true, file, labels };
}

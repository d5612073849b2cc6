/** Turns the description of an operation into one that the frame can run. */
import type { z } from "zod";
import type { Action } from "../access/actions.ts";
import { recordRead } from "../access/audit.ts";
import { isEmpowered, relationTo } from "../access/relation.ts";
import type { CaseFile } from "../cases/case-file.ts";
import { errors } from "../errors.ts";
import { parseJsonBody } from "./json-body.ts";
import type { Call, CaseCall, Operation, OperationSpec, RawCall } from "./operation.ts";
import { type ProblemReply, problem, type Reply } from "./reply.ts";

/** An operation for whoever has the role. */
export function operation<P = unknown, Q = unknown, B = unknown>(
  spec: OperationSpec<P, Q, B>,
  handle: (call: Call<P, Q, B>) => Promise<Reply>,
): Operation {
  return {
    ...spec,
    concernsCase: false,
    run: async (raw) => {
      const read = readCall(spec, raw);
      return read.ok ? handle(read.call) : read.reply;
    },
  };
}

/** An operation on one case, named by `{mrn}` or `{caseId}` in its path. */
export function caseOperation<P = unknown, Q = unknown, B = unknown>(
  spec: OperationSpec<P, Q, B> & { readonly action: Action },
  handle: (call: CaseCall<P, Q, B>) => Promise<Reply>,
): Operation {
  return {
    ...spec,
    concernsCase: true,
    run: async (raw) => {
      const read = readCall(spec, raw);
      if (!read.ok) {
        return read.reply;
      }
      const found = await findCase(raw, spec.action);
      return found.ok ? handle({ ...read.call, ...found }) : found.reply;
    },
  };
}

type Read<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reply: ProblemReply };

function readCall<P, Q, B>(
  spec: OperationSpec<P, Q, B>,
  raw: RawCall,
): Read<{ readonly call: Call<P, Q, B> }> {
  const params = check(spec.params, raw.params, "path");
  const query = check(spec.query, raw.query, "query");
  const json = spec.body ? parseJsonBody(raw.bytes) : { ok: true as const, value: undefined };
  if (!params.ok) return params;
  if (!query.ok) return query;
  if (!json.ok) return { ok: false, reply: problem(errors.malformedJson) };
  const body = check(spec.body, json.value, "body");
  if (!body.ok) return body;
  // An open operation asks for nobody, so that it may have nobody signed in.
  const principal = raw.principal ?? { subject: "anonymous", role: "trader" as const };
  return {
    ok: true,
    call: { ...raw, principal, params: params.value, query: query.value, body: body.value },
  };
}

function check<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  place: string,
): Read<{ readonly value: T }> {
  if (!schema) {
    return { ok: true, value: undefined as T };
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
): Promise<Read<{ readonly file: CaseFile; readonly labels: CaseCall<0, 0, 0>["labels"] }>> {
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
  const today = raw.platform.clock().toISOString().slice(0, 10);
  if (!isEmpowered(principal, file, action, country.register, today)) {
    return { ok: false, reply: problem(errors.notEmpowered) };
  }
  const labels = access.labels(principal.role, relation, raw.purpose !== undefined);
  await recordRead(raw, principal, action, file.case.caseId);
  return { ok: true, file, labels };
}

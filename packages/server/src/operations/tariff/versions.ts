/** Tariff versions: imported, tried, put in force, taken back. */
import { createHash } from "node:crypto";
import { checkMeasures } from "@customhouse/clearance";
import { z } from "@hono/zod-openapi";
import { errors } from "../../errors.ts";
import { operation } from "../../http/define.ts";
import type { Operation } from "../../http/operation.ts";
import { created, ok, problem } from "../../http/reply.ts";
import { tryTariff } from "../../mainpath/try-tariff.ts";

const params = z.object({ version: z.coerce.number().int().min(1).max(1_000_000_000) });
const schema = z
  .object({
    version: z.number(),
    state: z.string(),
    measureCount: z.number(),
    digest: z.string(),
    note: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
    activatedAt: z.string().optional(),
    report: z.unknown().optional(),
  })
  .openapi("TariffVersion");
const TAG = "Tariff";

const list = operation(
  {
    id: "tariff.versions",
    method: "get",
    path: "/v1/tariff/versions",
    summary: "Imported tariffs, newest first",
    tag: TAG,
    action: "viewTariff",
    bulkhead: "status",
    answers: {
      200: { description: "Without measures", schema: z.object({ items: z.array(schema) }) },
    },
  },
  async (call) => ok({ items: await call.parts.records.tariffs() }),
);

const importOne = operation(
  {
    id: "tariff.import",
    method: "post",
    path: "/v1/tariff/versions",
    summary: "Import measures as a draft: all of them are in order, or none is taken",
    tag: TAG,
    action: "manageTariff",
    bulkhead: "analytics",
    bodyKind: "json",
    maxBytes: ({ limits }) => limits.documentBytes,
    body: z.strictObject({
      note: z.string().trim().min(1).max(500),
      measures: z.array(z.unknown()).min(1),
    }),
    answers: { 201: { description: "A draft", schema } },
  },
  async (call) => {
    const { country, records, clock } = call.parts;
    const { measures, problems } = checkMeasures(call.body.measures, country.tariff);
    if (problems.length > 0) {
      const message = `The tariff has ${problems.length} problems; nothing of it was taken.`;
      const findings = problems.map(({ row, field, code, message: text }) => ({
        code,
        path: `$.measures[${row - 1}]${field === "" ? "" : `.${field}`}`,
        pointer: [],
        message: text,
      }));
      return problem(errors.tariffRejected, { message, findings });
    }
    const digest = createHash("sha256").update(JSON.stringify(measures)).digest("hex");
    const stored = await records.storeTariff(
      {
        digest,
        note: call.body.note,
        createdBy: call.principal.subject,
        createdAt: clock().toISOString(),
      },
      measures,
    );
    return created(stored, `/v1/tariff/versions/${stored.version}`);
  },
);

const read = operation(
  {
    id: "tariff.read",
    method: "get",
    path: "/v1/tariff/versions/{version}",
    summary: "An imported tariff with its measures",
    tag: TAG,
    action: "viewTariff",
    bulkhead: "analytics",
    params,
    answers: { 200: { description: "With measures", schema } },
  },
  async (call) => {
    const found = await call.parts.records.tariff(call.params.version);
    return found === undefined
      ? problem(errors.notFound)
      : ok({ ...found.tariff, measures: found.measures });
  },
);

const MAX_TRIED = 2_000;

const canary = operation(
  {
    id: "tariff.canary",
    method: "post",
    path: "/v1/tariff/versions/{version}/canary",
    summary: "Try it on recent declarations: how many would change, and by how much",
    tag: TAG,
    action: "manageTariff",
    bulkhead: "analytics",
    params,
    query: z.object({ limit: z.coerce.number().int().min(1).max(MAX_TRIED).default(500) }),
    answers: { 200: { description: "With its report", schema } },
  },
  async (call) => {
    const { country, records } = call.parts;
    const { version } = call.params;
    const found = await records.tariff(version);
    if (found === undefined) return problem(errors.notFound);
    const cases = await records.recentAssessed(call.query.limit);
    const report = await tryTariff(country, found.measures, cases, (caseId, digest) =>
      records.document(caseId, digest),
    );
    const state = report.failed.length > 0 ? "rejected" : "tried";
    if (!(await records.storeTariffReport(version, state, report))) {
      return problem(errors.tariffNotReady);
    }
    return ok((await records.tariff(version))?.tariff);
  },
);

const activate = operation(
  {
    id: "tariff.activate",
    method: "post",
    path: "/v1/tariff/versions/{version}/activation",
    summary: "Put it in force, at once and everywhere; it must have been tried",
    tag: TAG,
    action: "manageTariff",
    bulkhead: "formal",
    params,
    answers: { 200: { description: "In force", schema } },
  },
  async (call) => {
    const { records, clock, reloadTariff } = call.parts;
    const { version } = call.params;
    if ((await records.tariff(version)) === undefined) return problem(errors.notFound);
    const done = await records.activateTariff(version, clock().toISOString());
    if (!done) return problem(errors.tariffNotReady);
    await reloadTariff();
    return ok((await records.tariff(version))?.tariff);
  },
);

const rollBack = operation(
  {
    id: "tariff.rollBack",
    method: "post",
    path: "/v1/tariff/rollback",
    summary: "Back to the tariff that was in force before",
    tag: TAG,
    action: "manageTariff",
    bulkhead: "formal",
    answers: {
      200: {
        description: "0: the country's own measures",
        schema: z.object({ version: z.number() }),
      },
    },
  },
  async (call) => {
    const { records, clock, reloadTariff } = call.parts;
    const done = await records.rollBackTariff(clock().toISOString());
    if (done === undefined) return problem(errors.tariffNotReady);
    await reloadTariff();
    return ok(done);
  },
);

export const tariffVersions: readonly Operation[] = [
  list, // GET /v1/tariff/versions
  importOne, // POST /v1/tariff/versions
  read, // GET /v1/tariff/versions/{version}
  canary, // POST /v1/tariff/versions/{version}/canary
  activate, // POST /v1/tariff/versions/{version}/activation
  rollBack, // POST /v1/tariff/rollback
];

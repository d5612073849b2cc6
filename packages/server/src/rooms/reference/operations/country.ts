import { referenceCountry } from "@customhouse/api/reference/operations";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { WEB_CLIENT_ID } from "../../../platform/identity/clients.ts";

/**
 * The parts of the country that the portal needs. Selectivity and the register are enforcement and personal data: never
 * here.
 */
export const country = operation(referenceCountry, { bulkhead: "status" }, async (call) => {
  const { code, name, languages, currency, currencyDecimals, timeZone, simulation } =
    call.platform.country;
  const agencies = call.platform.country.agencies.map((agency) => ({
    code: agency.code,
    name: agency.name,
    checks: agency.checks.map((check) => ({ code: check.code, name: check.name })),
  }));
  const offices = call.platform.country.offices.map((office) => ({
    code: office.code,
    name: office.name,
  }));
  return ok({
    code,
    name,
    languages,
    currency,
    currencyDecimals,
    timeZone,
    simulation,
    agencies,
    offices,
    findings: call.platform.country.findings ?? [],
    demo: call.platform.config.demo,
    issuer: call.platform.issuer,
    clientId: WEB_CLIENT_ID,
  });
});

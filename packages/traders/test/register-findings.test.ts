/** What a declaration relies on and the register does not grant. */
import { xa } from "@customhouse/country-xa";
import type { Country, Declaration, Register } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import { isRegistered, languageOfTrader, registerFindings } from "../src/index.ts";

function withRegister(more: Partial<Register>): Country {
  return { ...xa, register: { ...xa.register, ...more } };
}

const pathsOf = (declaration: Declaration, country = xa) =>
  registerFindings(declaration, country).map(({ path }) => path);

describe("an authorisation", () => {
  const holder = (ID: string | undefined, CategoryCode?: string): Declaration => ({
    AuthorisationHolder: [
      { ID: "XA1000001", CategoryCode: "DPO" },
      { ID, CategoryCode },
    ],
  });

  it("is held by the trader that is named for it", () => {
    expect(registerFindings(holder("XA1000002", "CGU"), xa)).toEqual([]);
    expect(registerFindings(holder("XA1000002", "DPO"), xa)).toMatchObject([
      {
        code: "XA201",
        path: "$.Declaration.AuthorisationHolder[1].ID",
        pointer: [
          { DocumentSectionCode: "42A" },
          { DocumentSectionCode: "17C", SequenceNumeric: 2, TagID: "R144" },
        ],
        found: "XA1000002",
      },
    ]);
  });

  it("needs a trader and a type", () => {
    expect(pathsOf(holder("XA1000002"))).toHaveLength(1);
    const [finding] = registerFindings(holder(undefined, "DPO"), xa);
    expect(finding).not.toHaveProperty("found");
  });

  it("of a trader whom others register is not ours to judge", () => {
    const open = withRegister({ policy: "open" });
    expect(pathsOf(holder("XA9", "DPO"))).toHaveLength(1);
    expect(pathsOf(holder("XA9", "DPO"), open)).toEqual([]);
    expect(pathsOf(holder("XA1000002", "DPO"), open)).toHaveLength(1);
  });
});

describe("an account", () => {
  const on = (...numbers: readonly (string | undefined)[]): Declaration => ({
    ObligationGuarantee: numbers.map((ReferenceID) => ({ ReferenceID })),
  });

  it("is one that is kept here, where it is named", () => {
    expect(registerFindings(on("XADEF0001", "NONE", undefined), xa)).toMatchObject([
      {
        code: "XA202",
        path: "$.Declaration.ObligationGuarantee[1].ReferenceID",
        pointer: [
          { DocumentSectionCode: "42A" },
          { DocumentSectionCode: "90A", SequenceNumeric: 2, TagID: "100" },
        ],
        found: "NONE",
      },
    ]);
    expect(registerFindings({}, xa)).toEqual([]);
  });

  it("is not looked for where accounts are kept elsewhere, or no payment uses them", () => {
    expect(pathsOf(on("NONE"), withRegister({ policy: "open" }))).toEqual([]);
    const paid = { ...xa, clearance: { ...xa.clearance, payment: [] } };
    expect(pathsOf(on("NONE"), paid)).toEqual([]);
    const cash = { ...xa.clearance, payment: [{ codes: ["A"], kind: "immediate" as const }] };
    expect(pathsOf(on("NONE"), { ...xa, clearance: cash })).toEqual([]);
  });
});

describe("a registration", () => {
  it("is in force or not, and nobody is asked where no register is kept", () => {
    expect(isRegistered("XA1000001", xa.register)).toBe(true);
    expect(isRegistered("XA9", xa.register)).toBe(false);
    expect(isRegistered("XA9", { ...xa.register, registered: undefined })).toBe(true);
  });

  it("keeps its language also while it is not in force", () => {
    const register: Register = {
      ...xa.register,
      traders: [{ tin: "XA1", name: "One", authorisations: [], language: "fr" }],
      notInForce: [{ tin: "XA2", state: "suspended", language: "es" }],
    };
    const languages = ["XA1", "XA2", "XA2", "XA3"].map((tin) => languageOfTrader(tin, register));
    expect(languages).toEqual(["fr", "es", "es", undefined]);
    expect(languageOfTrader("XA3", xa.register)).toBeUndefined();
  });
});

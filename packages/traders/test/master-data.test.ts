/** The trader master data message: what is told is what is read, and what is not known is not guessed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contactChannels,
  type MasterDataFunction,
  masterDataMessage,
  masterDataProfile,
  type RegisteredTrader,
  readMasterData,
} from "../src/index.ts";

const FUNCTIONS: Readonly<Record<MasterDataFunction, string>> = {
  ...{ create: "9", update: "5", query: "13", notify: "11" },
};
const STATES = {
  ...{ applied: "APP", questioned: "QST", verified: "VFD", active: "ACT", suspended: "SUS" },
  ...{ merged: "MRG", closed: "CLO", refused: "REF" },
};
const code = fc.stringMatching(/^[A-Z]{2,8}$/);
const tin = fc.stringMatching(/^XA\d{7}$/);
const words = fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9})?$/);

const aTrader: fc.Arbitrary<RegisteredTrader> = fc.record(
  {
    tin,
    state: fc.constantFrom(...Object.keys(STATES)),
    changed: fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((second) => new Date(second * 1000).toISOString()),
    master: fc.record(
      {
        Name: words,
        TypeCode: code,
        Address: fc.array(fc.record({ CityName: words }), { minLength: 1, maxLength: 2 }),
        Communication: fc.array(fc.record({ ID: words }), { minLength: 1, maxLength: 2 }),
        AdditionalInformation: fc.array(
          fc.record({ StatementTypeCode: fc.constant("REG"), StatementCode: code }),
          { minLength: 1, maxLength: 2 },
        ),
      },
      { requiredKeys: [] },
    ),
    roles: fc.array(code, { maxLength: 3 }),
    language: fc.constantFrom("en", "fr"),
    authorisations: fc.array(code, { maxLength: 3 }),
    verifiedContacts: fc.array(words, { maxLength: 2 }),
    mergedInto: tin,
  },
  {
    requiredKeys: [
      ...(["tin", "state", "changed", "master", "roles"] as const),
      ...(["authorisations", "verifiedContacts"] as const),
    ],
  },
);

const bare: RegisteredTrader = {
  ...{ tin: "XA1000001", state: "active", changed: "2026-03-02T08:09:10.000Z", master: {} },
  ...{ roles: [], authorisations: [], verifiedContacts: [] },
};

describe("the trader master data message", () => {
  it("reads what it has told, of any trader and for any function", () => {
    fc.assert(
      fc.property(
        aTrader,
        fc.constantFrom(...(Object.keys(FUNCTIONS) as MasterDataFunction[])),
        (trader, about) => {
          const read = readMasterData(masterDataMessage(trader, about));
          expect(read).toEqual({ about, tin: trader.tin, trader });
        },
      ),
    );
  });

  it("says nothing of what there is not", () => {
    expect(masterDataMessage(bare, "notify").TraderMasterData).toEqual({
      FunctionCode: "11",
      IssueDateTime: "20260302080910Z",
      "IssueDateTime@formatCode": "304",
      ID: "XA1000001",
      Status: { NameCode: "ACT" },
    });
  });

  it.each(Object.entries(FUNCTIONS))("has the code of EDIFACT for %s", (about, expected) => {
    const message = masterDataMessage(bare, about as MasterDataFunction);
    expect(message.TraderMasterData?.FunctionCode).toBe(expected);
  });

  it.each(Object.entries(STATES))("has a code for the state %s", (state, expected) => {
    const message = masterDataMessage({ ...bare, state }, "notify");
    expect(message.TraderMasterData?.Status).toEqual({ NameCode: expected });
  });

  it("marks what the registration adds, apart from what the trader stated", () => {
    const message = masterDataMessage(
      {
        ...bare,
        master: { AdditionalInformation: [{ StatementTypeCode: "REG", StatementCode: "77" }] },
        ...{ roles: ["IM"], language: "fr", verifiedContacts: ["a@b.org"] },
        ...{ mergedInto: "XA1000002", authorisations: ["AEOC"] },
      },
      "notify",
    );
    expect(message.TraderMasterData?.AdditionalInformation).toEqual([
      { StatementTypeCode: "REG", StatementCode: "77" },
      { StatementTypeCode: "ROL", StatementCode: "IM" },
      { StatementTypeCode: "LAN", StatementCode: "fr" },
      { StatementTypeCode: "VER", StatementDescription: "a@b.org" },
      { StatementTypeCode: "MRG", StatementCode: "XA1000002" },
    ]);
    expect(message.TraderMasterData?.AuthorisationHolder).toEqual([
      { ID: "XA1000001", CategoryCode: "AEOC" },
    ]);
  });

  it("is not read where its function or state is not known, or it is another message", () => {
    expect(readMasterData({})).toBeUndefined();
    expect(readMasterData({ TraderMasterData: { FunctionCode: "99" } })).toBeUndefined();
    const unknown = { FunctionCode: "9", Status: { NameCode: "ZZZ" } };
    expect(readMasterData({ TraderMasterData: unknown })).toBeUndefined();
  });

  it("is an application where it says no more than its function", () => {
    expect(readMasterData({ TraderMasterData: { FunctionCode: "9" } })?.trader).toEqual({
      ...{ tin: "", state: "applied", changed: "", master: {} },
      ...{ roles: [], authorisations: [], verifiedContacts: [] },
    });
  });

  it.each(["2026-03-02T08:09:10Z", "20260302080910", "x20260302080910Z", "20260302080910Zx"])(
    "has no time where it is written as %s",
    (IssueDateTime) => {
      const read = readMasterData({ TraderMasterData: { FunctionCode: "9", IssueDateTime } });
      expect(read?.trader.changed).toBe("");
    },
  );

  it("is arranged alike in every country", () => {
    expect(masterDataProfile.messages.map(({ type }) => type)).toEqual(["traderMasterData"]);
  });
});

describe("the channels to a trader", () => {
  it("are of the type that is told, or of that which they look like", () => {
    const channels = contactChannels({
      Communication: [
        { ID: "Office@Example.org ", TypeCode: "EM" },
        { ID: "desk@example.org" },
        { ID: "+44 (0)20 7946 0018", TypeCode: "mobile" },
        { ID: "020 7946 0018", TypeCode: "AL" },
        { ID: "none" },
        {},
      ],
    });
    expect(channels).toEqual([
      { type: "EM", text: "Office@Example.org ", normal: "office@example.org" },
      { type: "EM", text: "desk@example.org", normal: "desk@example.org" },
      { type: "TE", text: "+44 (0)20 7946 0018", normal: "079460018" },
      { type: "AL", text: "020 7946 0018", normal: "079460018" },
    ]);
    expect(contactChannels({})).toEqual([]);
  });

  it.each(["EMX", "XEM", "E1"])("have types of two letters: %s is none", (TypeCode) => {
    expect(contactChannels({ Communication: [{ ID: "1", TypeCode }] })[0]?.type).toBe("TE");
  });
});

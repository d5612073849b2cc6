/** Whom a declaration names, as it is screened. */
import { createSecretKey } from "node:crypto";
import type { Declaration } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import { loadCountry } from "../../src/boot/countries.ts";
import { keyedHash } from "../../src/platform/keyed-hash.ts";
import {
  MAX_PARTIES,
  namedIn,
  namedParties,
} from "../../src/rooms/screening/named/named-parties.ts";

const { register } = await loadCountry("xa");
const key = keyedHash(createSecretKey(Buffer.alloc(32)));
const named = (declaration: Declaration) => namedParties(namedIn(declaration), register, key);
const names = (declaration: Declaration) => named(declaration).map(({ party }) => party.name);

describe("named parties", () => {
  it("are those of declaration, shipment and items, each once", () => {
    const seller = { Name: "Seller" };
    const found = named({
      Exporter: { Name: "Exporter", Address: { CountryCode: "SY", Line: "1 Road", CityName: "A" } },
      Agent: { Name: "Agent" },
      Consignment: { Consignee: { Name: "Consignee" } },
      GoodsShipment: {
        Importer: { ID: "XX9", Name: "Importer" },
        Seller: seller,
        Buyer: { Name: "Buyer" },
        Consignment: { Consignor: { Name: "Consignor" } },
        GovernmentAgencyGoodsItem: [{ Seller: seller }, { Buyer: { Name: "Buyer of an item" } }],
      },
    });
    expect(found.map(({ party }) => party.name).sort()).toEqual([
      "Agent",
      "Buyer",
      "Buyer of an item",
      "Consignee",
      "Consignor",
      "Exporter",
      "Importer",
      "Seller",
    ]);
    expect(found[0]?.party).toMatchObject({ country: "SY", address: "1 Road A" });
    expect(found.find(({ party }) => party.name === "Importer")?.party).toMatchObject({
      id: "XX9",
      identifiers: ["XX9"],
    });
  });

  it("have the name of the register too, and nobody without a name is screened", () => {
    const [trader] = register.traders;
    const [found] = named({ Declarant: { ID: trader?.tin ?? "", Name: "Somebody else" } });
    expect(found?.party).toMatchObject({ name: "Somebody else", aliases: [trader?.name] });
    expect(names({ Declarant: { ID: trader?.tin ?? "" } })).toEqual([trader?.name]);
    expect(names({ Declarant: { ID: "ZZ-UNKNOWN" }, Agent: { Name: "  " } })).toEqual([]);
  });

  it("are filed under nobody's name", () => {
    const [found] = named({ Exporter: { Name: "Ivan Petrov" } });
    expect(found?.party.id).toMatch(/^name:/);
    expect(found?.party.id).not.toMatch(/ivan|petrov/i);
  });

  it("are ships only by an IMO number", () => {
    const ship = (ID: string, more = {}) => names({ BorderTransportMeans: { ID, ...more } });
    expect(ship("IMO 9074729", { Name: "Ocean Falcon" })).toEqual(["Ocean Falcon"]);
    expect(ship("9074729")).toEqual(["9074729"]);
    expect(ship("9074728")).toEqual([]);
    expect(ship("9074728", { IdentificationTypeCode: "10" })).toEqual(["9074728"]);
    expect(ship("AB-123-CD", { Name: "Lorry" })).toEqual([]);
  });

  it("are bounded, and clean of what a database cannot hold", () => {
    const long = "x".repeat(5_000);
    const [found] = named({ Exporter: { Name: `\u0000a\ud800\u0007b${long}` } });
    expect(found?.party.name.startsWith("a\ufffd b")).toBe(true);
    expect(found?.party.name.length).toBeLessThanOrEqual(300);
    const GovernmentAgencyGoodsItem = Array.from({ length: 999 }, (_, at) => ({
      Seller: { Name: `Seller ${at}` },
    }));
    expect(named({ GoodsShipment: { GovernmentAgencyGoodsItem } })).toHaveLength(MAX_PARTIES);
  });
});

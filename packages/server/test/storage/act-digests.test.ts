/** Leaves are opened by making them again, so that what they are made of may never change. */
import { createSecretKey } from "node:crypto";
import { expect, it } from "vitest";
import { digestAct, entryOf } from "../../src/platform/commit/act-digests.ts";
import { openLeaf } from "../../src/platform/commit/open-leaf.ts";
import { keyedHash } from "../../src/platform/keyed-hash.ts";
import { sealedFields } from "../../src/rooms/declarations/wire/event-view.ts";
import { sealedStepFields } from "../../src/rooms/formalities/step-disclosure.ts";

const salted = keyedHash(createSecretKey(Buffer.alloc(32, 7)));
const at = "2026-03-02T08:00:00Z";
const place = { caseId: "019587a0-0000-7000-8000-000000000001", eventCount: 2 };
const accepted = { type: "DeclarationAccepted", v: 1, at, body: { b: [1, 0.5], a: "é" } };
const lane = { type: "LaneAssigned", v: 1, at, body: { lane: "red", basis: "rule" } };

it("makes the same entry for ever, however the fields of an event were stored", () => {
  const act = digestAct(place, [accepted, lane], salted, sealedFields);
  expect(Buffer.from(entryOf("26XA1", act)).toString("hex")).toBe(
    "c214a796fd41ec833e57f2b6dcc6db7e401242036e16777039c8aa8a41666813",
  );
  const stored = { ...accepted, body: { a: "é", b: [1, 0.5] } };
  expect(digestAct(place, [stored, lane], salted, sealedFields)).toEqual(act);
});

it("seals for ever what it seals", () => {
  const types = ["LaneAssigned", "ControlResultRecorded", "InspectionBooked", "CargoMatched"];
  const more = ["AppealCarriedOut", "PersonalDataErased", "DeclarationAccepted"];
  expect([...types, ...more].map((type) => [type, ...sealedFields(type)].join(" "))).toEqual([
    "LaneAssigned criteria basis probability run",
    "ControlResultRecorded textDigest",
    "InspectionBooked slot",
    "CargoMatched mismatches",
    "AppealCarriedOut label lane",
    "PersonalDataErased by",
    "DeclarationAccepted",
  ]);
  expect(sealedStepFields()).toEqual(["code", "facts", "by", "wordsDigest", "personalDigest"]);
});

it("fills up to sixteen digests, whatever the number of events, and to the next sixteen", () => {
  const lengthOf = (count: number) =>
    digestAct(
      place,
      Array.from({ length: count }, () => accepted),
      salted,
      () => [],
    ).digests.length;
  expect([1, 2, 15, 16, 17, 33].map(lengthOf)).toEqual([16, 16, 16, 16, 32, 48]);
  const { events } = digestAct(place, [accepted, lane, accepted, lane], salted, sealedFields);
  const salts = events.flatMap(({ salt, sealed }) => [salt, ...sealed.map((field) => field.salt)]);
  expect(new Set(salts).size).toBe(salts.length);
});

it("keeps back a whole event when a field that it did not seal became secret", () => {
  const act = digestAct(place, [accepted, lane], salted, () => []);
  const opened = openLeaf("26XA1", act, () => (field) => field !== "basis");
  expect(opened.events.map(({ type }) => type)).toEqual(["DeclarationAccepted"]);
});

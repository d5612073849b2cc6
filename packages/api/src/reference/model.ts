/** The data model as a country uses it, for forms and guides. */
import type { InformationPackage } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { contract, json } from "../operation.ts";
import { day } from "../shapes/basic.ts";
import { condition } from "../shapes/condition.ts";
import { localised } from "../shapes/words.ts";

const text = z.string();

const element = z
  .object({
    name: text,
    wcoId: text,
    tded: text.optional(),
    format: text.openapi({ description: "In the standard's notation: `an..35`" }),
    dataType: z.enum([
      "Amount",
      "Code",
      "DateTime",
      "ID",
      "Indicator",
      "Measure",
      "Numeric",
      "Quantity",
      "Text",
    ]),
    definition: text,
    label: z.enum(["public", "party", "restricted", "enforcement"]),
    source: text,
  })
  .openapi("ElementDefinition");

const classDefinition = z
  .object({
    name: text,
    wcoId: text,
    definition: text,
    elements: z.record(text, element),
    source: text,
  })
  .openapi("ClassDefinition");

/** A place in a message and what is inside it. */
interface Place {
  readonly name: string;
  readonly kind: "class" | "element";
  readonly min: number;
  readonly max: number | null;
  readonly children: readonly Place[];
  readonly embeds?: string;
}

const place: z.ZodType<Place, Place> = z
  .lazy(() =>
    z.object({
      name: text,
      kind: z.enum(["class", "element"]),
      min: z.number(),
      max: z.number().nullable().openapi({ description: "null: as often as wanted" }),
      children: z.array(place),
      embeds: text.optional(),
    }),
  )
  .openapi("StructureNode");

const message = z
  .object({
    type: text,
    namespace: text,
    structure: place,
    discriminator: z.object({ element: text, in: z.array(text) }).optional(),
    dateTimeNamespace: text.optional(),
    restrictions: z
      .array(z.object({ path: text, in: z.array(text), noAttributes: z.boolean().optional() }))
      .optional(),
    identifierBlanks: z.enum(["collapsed", "kept"]).optional(),
    blankValues: z.enum(["accepted", "refused"]).optional(),
  })
  .openapi("MessageDefinition");

const extension = z
  .object({
    class: text,
    wcoId: text.optional(),
    definition: text.optional(),
    elements: z.array(element),
    namespace: text.optional(),
    children: z.array(place),
  })
  .openapi("MessageExtension");

const rule = z.object({
  code: text,
  scope: z.enum(["declaration", "item"]),
  when: condition,
  must: condition,
  at: text,
  text: localised,
  source: text,
  validFrom: day.optional(),
  validTo: day.optional(),
});

const informationPackage = z
  .object({
    name: text,
    messageType: text,
    when: condition,
    elements: z.array(
      z.object({
        path: text,
        use: z.enum(["M", "O", "N"]),
        codeList: text.optional(),
        format: text.optional(),
        maxOccurs: z.number().optional(),
      }),
    ),
    rules: z.array(rule),
  })
  .openapi("InformationPackage");

const model = z
  .object({
    country: text,
    classes: z.record(text, classDefinition),
    messages: z.array(message),
    extensions: z.array(extension),
    envelope: z.object({ structure: place, namespace: text, types: z.array(text) }).optional(),
    missingNamespaces: z.enum(["accepted", "refused"]).optional(),
    informationPackages: z.array(informationPackage),
    codeLists: z.array(
      z.object({ id: text, name: text, version: text, source: text, size: z.number() }),
    ),
  })
  .openapi("DataModel");

const EXAMPLE_PACKAGE: InformationPackage = {
  name: "H1",
  messageType: "declaration",
  when: { always: true },
  elements: [{ path: "InvoiceAmount", use: "M" }],
  rules: [],
};

export const referenceModel = contract({
  id: "reference.model",
  method: "get",
  path: "/v1/model",
  summary: "The data model as this country uses it: classes, messages, information packages",
  tag: "Reference",
  signIn: "none",
  errors: [],
  answers: {
    200: json("For forms and guides", model, {
      country: "XA",
      classes: {},
      messages: [
        {
          type: "declaration",
          namespace: "urn:wco:datamodel:WCO:DEC-DMS:2",
          structure: { name: "Declaration", kind: "class", min: 1, max: 1, children: [] },
        },
      ],
      extensions: [],
      informationPackages: [EXAMPLE_PACKAGE],
      codeLists: [
        { id: "currency", name: "Currencies", version: "2026", source: "ISO 4217", size: 160 },
      ],
    }),
  },
});

/**
 * Cargo filings before loading and before arrival. Carrier, forwarder and postal operator each file their part; the
 * picture is complete when master and house level are there. The risk run answers with a question, a request for
 * screening, a do-not-load, or nothing to object.
 */

import { type FormalityStep, words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { field } from "../definition/field.ts";
import { runFields } from "../definition/filing-run.ts";
import { fileParts } from "../filing/file-parts.ts";
import { givenBy, givenIn, pictureIn } from "../filing/given.ts";
import { FILED_FIELDS } from "../filing/picture.ts";
import { runRisk } from "./filing-behaviour.ts";

const LEVELS = ["masterFiled", "houseFiled"] as const;

const LEVEL_TITLES = {
  masterFiled: words(
    "File the master level",
    "Déposer le niveau principal",
    "Presentar el nivel principal",
    "تقديم المستوى الرئيسي",
  ),
  houseFiled: words(
    "File the house level",
    "Déposer le niveau individuel",
    "Presentar el nivel individual",
    "تقديم المستوى الفرعي",
  ),
};

/** Complete as soon as the other level is there, too. */
function file(
  step: string,
  level: (typeof LEVELS)[number],
  other: (typeof LEVELS)[number],
): readonly FormalityStep[] {
  const base = {
    step,
    title: LEVEL_TITLES[level],
    // A level may be filed by several, and again by whoever filed it.
    from: ["partial", "complete", "assessed"],
    by: ["holder"],
    gives: ["master", "houses", "consignments", "goods", "containers"],
    sets: { [level]: "yes" },
  } as const;
  return [
    { ...base, to: "complete", if: [{ fact: other, in: ["yes"] }], tells: { functionCode: "01" } },
    { ...base, tells: { functionCode: "02" } },
  ];
}

export const filing: Kind = {
  kind: "filing",
  roles: ["cargoFiling"],
  behaviour: {
    prepare: fileParts,
    personal: { whole: pictureIn, ofFiler: givenIn, givenBy },
    whenClockStrikes: { assess: runRisk },
  },
  title: words(
    "Cargo filing before arrival",
    "Déclaration sommaire d'entrée",
    "Declaración sumaria de entrada",
    "بيان موجز للدخول",
  ),
  prefix: "ENS",
  fields: [
    field(
      "mode",
      "code",
      words("Mode of transport", "Mode de transport", "Modo de transporte", "وسيلة النقل"),
      {
        required: true,
        oneOf: ["sea", "air", "road", "rail", "post"],
      },
    ),
    field(
      "master",
      "reference",
      words(
        "Master transport document",
        "Document de transport principal",
        "Documento de transporte principal",
        "مستند النقل الرئيسي",
      ),
      { required: true },
    ),
    field(
      "houses",
      "references",
      words(
        "House transport documents",
        "Documents de transport individuels",
        "Documentos de transporte individuales",
        "مستندات النقل الفرعية",
      ),
    ),
    field(
      "consignments",
      "record",
      words("Parties and places", "Parties et lieux", "Partes y lugares", "الأطراف والأماكن"),
      { personal: true },
    ),
    field(
      "containers",
      "references",
      words("Containers", "Conteneurs", "Contenedores", "الحاويات"),
    ),
    field(
      "goods",
      "text",
      words(
        "Goods in plain words",
        "Marchandises en clair",
        "Mercancías en palabras sencillas",
        "وصف البضائع بكلمات واضحة",
      ),
      { personal: true },
    ),
    field(
      "otherFilers",
      "tins",
      words(
        "Who else files a part",
        "Autres déposants",
        "Otros declarantes de una parte",
        "من يقدم جزءا آخر",
      ),
    ),
    field(
      "partner",
      "tin",
      words(
        "The filer of the other level",
        "Déposant de l'autre niveau",
        "Declarante del otro nivel",
        "مقدم المستوى الآخر",
      ),
    ),
    field(
      "arrivesOn",
      "day",
      words("Expected arrival", "Arrivée prévue", "Llegada prevista", "الوصول المتوقع"),
    ),
    field(
      "masterFiled",
      "flag",
      words(
        "Master level filed",
        "Niveau principal déposé",
        "Nivel principal presentado",
        "تم تقديم المستوى الرئيسي",
      ),
    ),
    field(
      "houseFiled",
      "flag",
      words(
        "House level filed",
        "Niveau individuel déposé",
        "Nivel individual presentado",
        "تم تقديم المستوى الفرعي",
      ),
    ),
    field(
      "trigger",
      "code",
      words(
        "Why it is assessed anew",
        "Motif de la nouvelle analyse",
        "Por qué se analiza de nuevo",
        "سبب إعادة التقييم",
      ),
      {
        oneOf: ["arrival", "mismatch", "list-change", "container-alarm", "officer"],
        label: "restricted",
      },
    ),
    field(
      "cargoMismatch",
      "code",
      words(
        "What was found different at arrival",
        "Différence constatée à l'arrivée",
        "Diferencia hallada a la llegada",
        "ما وجد مختلفا عند الوصول",
      ),
      { label: "restricted" },
    ),
    field(
      "riskHits",
      "codes",
      words("Criteria that hit", "Critères déclenchés", "Criterios activados", "المعايير المنطبقة"),
      { computed: true, label: "enforcement" },
    ),
    ...runFields,
    field(
      "screening",
      "code",
      words("How it was screened", "Moyen d'inspection", "Medio de inspección", "طريقة الفحص"),
      {
        oneOf: ["xray", "dog", "trace", "visual"],
      },
    ),
    field(
      "screened",
      "code",
      words(
        "What the screening found",
        "Résultat de l'inspection",
        "Resultado de la inspección",
        "نتيجة الفحص",
      ),
      { oneOf: ["clear", "alarm"] },
    ),
  ],
  states: {
    partial: { title: words("Partly filed", "Partiel", "Parcial", "جزئي") },
    complete: { title: words("Complete", "Complet", "Completo", "مكتمل") },
    informationAsked: {
      title: words(
        "Information asked",
        "Information demandée",
        "Información pedida",
        "طلب معلومات",
      ),
    },
    screeningAsked: {
      title: words("Screening asked", "Inspection demandée", "Inspección pedida", "طلب فحص"),
    },
    doNotLoad: { title: words("Do not load", "Ne pas charger", "No cargar", "ممنوع التحميل") },
    assessed: {
      title: words("Nothing to object", "Sans objection", "Sin objeción", "لا اعتراض"),
      inForce: true,
    },
    arrived: { title: words("Arrived", "Arrivé", "Llegado", "وصل"), closed: true },
    lapsed: { title: words("Lapsed", "Caduc", "Caducado", "ساقط"), closed: true },
  },
  steps: [
    {
      step: "file",
      title: words("File", "Déposer", "Presentar", "تقديم"),
      to: "partial",
      by: ["holder"],
      sets: { masterFiled: "yes" },
      tells: { functionCode: "02" },
    },
    ...file("fileHouse", "houseFiled", "masterFiled"),
    ...file("fileMaster", "masterFiled", "houseFiled"),
    {
      step: "amend",
      title: words("Amend", "Modifier", "Modificar", "تعديل"),
      from: ["partial", "complete", "assessed", "informationAsked"],
      to: "complete",
      by: ["holder"],
      gives: ["houses", "consignments", "goods", "containers", "arrivesOn"],
      tells: { functionCode: "07" },
    },
    {
      step: "askInformation",
      title: words(
        "Ask for information",
        "Demander des informations",
        "Pedir información",
        "طلب معلومات",
      ),
      from: ["complete", "assessed"],
      to: "informationAsked",
      by: ["customs", "system"],
      words: "needed",
      tells: { functionCode: "51", alsoTo: ["partner"] },
    },
    {
      step: "giveInformation",
      title: words(
        "Give the information",
        "Fournir les informations",
        "Facilitar la información",
        "تقديم المعلومات",
      ),
      from: ["informationAsked"],
      to: "complete",
      by: ["holder"],
      withoutRegistration: true,
      words: "needed",
      gives: ["consignments", "goods", "houses"],
    },
    {
      step: "askScreening",
      title: words("Ask for screening", "Demander une inspection", "Pedir inspección", "طلب فحص"),
      from: ["complete", "assessed"],
      to: "screeningAsked",
      by: ["customs", "system"],
      tells: { functionCode: "05", alsoTo: ["partner"] },
    },
    {
      step: "reportScreening",
      title: words(
        "Report the screening",
        "Rendre compte de l'inspection",
        "Informar de la inspección",
        "تقرير الفحص",
      ),
      from: ["screeningAsked"],
      to: "complete",
      by: ["holder"],
      withoutRegistration: true,
      needs: ["screening", "screened"],
      words: "allowed",
    },
    {
      step: "doNotLoad",
      title: words("Do not load", "Ne pas charger", "No cargar", "منع التحميل"),
      from: ["partial", "complete", "informationAsked", "screeningAsked", "assessed"],
      to: "doNotLoad",
      by: ["customs", "system"],
      words: "needed",
      tells: { functionCode: "52", alsoTo: ["partner"] },
    },
    {
      step: "liftDoNotLoad",
      title: words(
        "Lift the do-not-load",
        "Lever l'interdiction de charger",
        "Levantar la prohibición de carga",
        "رفع منع التحميل",
      ),
      from: ["doNotLoad"],
      to: "complete",
      by: ["customs"],
      notWhoTook: ["doNotLoad"],
      words: "needed",
      tells: { functionCode: "07" },
    },
    {
      step: "assess",
      title: words("Nothing to object", "Sans objection", "Sin objeción", "لا اعتراض"),
      from: ["complete"],
      to: "assessed",
      by: ["customs", "system"],
      if: [{ fact: "masterFiled", in: ["yes"] }],
      // Assessed anew with the same outcome is no news.
      tells: { functionCode: "09", alsoTo: ["partner"], exceptAfter: ["reassess"] },
    },
    {
      // What is known has changed although the filing has not: a list, an arrival, a mismatch, an alarm.
      step: "reassess",
      title: words("Assess anew", "Analyser à nouveau", "Analizar de nuevo", "إعادة التقييم"),
      from: ["assessed"],
      to: "complete",
      by: ["customs", "system"],
      needs: ["trigger"],
      gives: ["cargoMismatch"],
    },
    {
      step: "arrive",
      title: words(
        "Record the arrival",
        "Constater l'arrivée",
        "Registrar la llegada",
        "تسجيل الوصول",
      ),
      from: ["partial", "complete", "informationAsked", "screeningAsked", "assessed"],
      to: "arrived",
      by: ["customs", "holder"],
      withoutRegistration: true,
      tells: { functionCode: "16" },
    },
    {
      step: "lapse",
      title: words("Lapse", "Devenir caduc", "Caducar", "سقوط"),
      from: ["partial", "complete", "informationAsked", "screeningAsked", "assessed", "doNotLoad"],
      to: "lapsed",
      by: ["system"],
    },
  ],
  clocks: [
    // The risk run: what follows is the country's criteria to say.
    { in: ["complete"], days: 0, step: "assess" },
    {
      in: ["partial", "complete", "informationAsked", "screeningAsked", "assessed", "doNotLoad"],
      days: 200,
      step: "lapse",
    },
  ],
  seenBy: ["partner"],
  parts: {
    filers: ["otherFilers"],
    shared: ["mode", "master", "arrivesOn", "masterFiled", "houseFiled"],
    own: FILED_FIELDS,
    steps: ["fileHouse"],
  },
  legalReference:
    "WCO SAFE Framework of Standards, pillar 1; EU ICS2 messages as the model of the exchange",
};

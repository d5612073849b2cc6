/** A trader's registration under one number (TIN), with the master record as personal data. */
import { type FormalityStep, LANGUAGES, words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { CONTACT_CODE, CONTACT_FIELDS, contactSteps } from "../definition/contact-code.ts";
import { field } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import { questions, refuse } from "../definition/steps.ts";
import { registrationBehaviour } from "./registration-behaviour.ts";

const KNOWN = ["verified", "active", "suspended"];

const states: Kind["states"] = {
  applied: STATES.applied,
  questioned: STATES.questioned,
  verified: { title: { en: "Verified", fr: "Vérifié", es: "Verificado", ar: "تم التحقق" } },
  active: { title: { en: "Active", fr: "Actif", es: "Activo", ar: "نشط" }, inForce: true },
  suspended: { title: { en: "Suspended", fr: "Suspendu", es: "Suspendido", ar: "معلق" } },
  merged: { title: { en: "Merged", fr: "Fusionné", es: "Fusionado", ar: "مدمج" }, closed: true },
  closed: STATES.closed,
  refused: STATES.refused,
};

/** A master data message tells where a registration stands elsewhere; here it stands there then, too. */
function mirrorSteps(): readonly FormalityStep[] {
  const names = Object.keys(states);
  return names.flatMap((state): readonly FormalityStep[] => {
    const step = {
      step: "mirror",
      title: { en: "Take over", fr: "Reprendre", es: "Incorporar", ar: "استلام" },
      to: state,
      by: ["system"],
      gives: [
        "master",
        "roles",
        "language",
        "authorisations",
        "verifiedContacts",
        "mergedInto",
        "mirrored",
      ],
      if: [{ fact: "mirrored", in: [state] }],
    } as const;
    return [step, { ...step, from: names }];
  });
}

export const registration: Kind = {
  kind: "registration",
  roles: ["traderRegistration"],
  behaviour: registrationBehaviour,
  title: {
    en: "Trader registration",
    fr: "Enregistrement d'opérateur",
    es: "Registro de operador",
    ar: "تسجيل متعامل",
  },
  prefix: "TIN",
  fields: [
    field(
      "master",
      "record",
      words(
        "Master record: names, addresses, contacts, registration numbers",
        "Dossier : noms, adresses, contacts, numéros d'enregistrement",
        "Registro: nombres, direcciones, contactos, números de registro",
        "السجل: الأسماء والعناوين وجهات الاتصال وأرقام التسجيل",
      ),
      {
        required: true,
        personal: true,
      },
    ),
    field("roles", "codes", words("Roles", "Rôles", "Funciones", "الأدوار"), {
      oneOf: [
        "importer",
        "exporter",
        "broker",
        "carrier",
        "forwarder",
        "warehouse",
        "marketplace",
        "postal",
        "guarantor",
      ],
    }),
    field(
      "language",
      "code",
      words(
        "Language of notifications",
        "Langue des notifications",
        "Idioma de las notificaciones",
        "لغة الإشعارات",
      ),
      { oneOf: LANGUAGES },
    ),
    field(
      "authorisations",
      "codes",
      words(
        "Authorisations held",
        "Autorisations détenues",
        "Autorizaciones que posee",
        "التراخيص الممنوحة",
      ),
    ),
    field(
      "verifiedContacts",
      "codes",
      words(
        "Contact channels that were verified",
        "Contacts vérifiés",
        "Contactos verificados",
        "جهات الاتصال المؤكدة",
      ),
    ),
    ...CONTACT_FIELDS,
    field(
      "mergedInto",
      "tin",
      words(
        "The registration that takes over",
        "Enregistrement qui reprend",
        "Registro que lo sustituye",
        "التسجيل الذي يحل محله",
      ),
    ),
    field(
      "mirrored",
      "code",
      words(
        "State that a master data message told",
        "État indiqué par un message de données de base",
        "Estado que indicó un mensaje de datos maestros",
        "الحالة الواردة في رسالة البيانات الأساسية",
      ),
    ),
  ],
  states,
  steps: [
    {
      step: "apply",
      title: { en: "Apply", fr: "Demander", es: "Solicitar", ar: "تقديم الطلب" },
      to: "applied",
      by: ["holder", "customs"],
      withoutRegistration: true,
      tells: { functionCode: "02" },
    },
    ...mirrorSteps(),
    ...questions(["customs"], ["applied"], "applied", ["master", "roles", "language"]),
    {
      step: "verify",
      title: { en: "Verify", fr: "Vérifier", es: "Verificar", ar: "تحقق" },
      from: ["applied"],
      to: "verified",
      by: ["customs"],
      notWhoTook: ["apply"],
      gives: ["roles"],
    },
    refuse(["customs"], ["applied", "questioned"]),
    {
      step: "activate",
      title: { en: "Activate", fr: "Activer", es: "Activar", ar: "تفعيل" },
      from: ["verified"],
      to: "active",
      by: ["customs"],
      gives: ["authorisations"],
      tells: { functionCode: "11", statusCode: "39" },
    },
    {
      step: "update",
      title: { en: "Update", fr: "Mettre à jour", es: "Actualizar", ar: "تحديث" },
      from: KNOWN,
      by: ["holder", "customs", "system"],
      withoutRegistration: true,
      gives: ["master", "roles", "language"],
      tells: { functionCode: "07" },
    },
    {
      step: "authorise",
      title: {
        en: "Set authorisations",
        fr: "Fixer les autorisations",
        es: "Fijar las autorizaciones",
        ar: "تحديد التراخيص",
      },
      from: KNOWN,
      by: ["customs", "system"],
      needs: ["authorisations"],
    },
    {
      step: "verifyContact",
      title: {
        en: "Record a verified contact",
        fr: "Consigner un contact vérifié",
        es: "Registrar un contacto verificado",
        ar: "تسجيل جهة اتصال مؤكدة",
      },
      from: KNOWN,
      by: ["customs", "system"],
      needs: ["verifiedContacts"],
    },
    ...contactSteps(["applied", ...KNOWN]),
    {
      step: "suspend",
      title: { en: "Suspend", fr: "Suspendre", es: "Suspender", ar: "تعليق" },
      from: ["active"],
      to: "suspended",
      by: ["customs", "system"],
      words: "allowed",
      tells: { functionCode: "52" },
    },
    {
      step: "resume",
      title: { en: "Resume", fr: "Rétablir", es: "Reanudar", ar: "استئناف" },
      from: ["suspended"],
      to: "active",
      by: ["customs", "system"],
      tells: { functionCode: "07" },
    },
    {
      step: "merge",
      title: { en: "Merge into another", fr: "Fusionner", es: "Fusionar", ar: "دمج" },
      from: KNOWN,
      to: "merged",
      by: ["customs", "system"],
      needs: ["mergedInto"],
      tells: { functionCode: "10" },
    },
    {
      step: "close",
      title: { en: "Close", fr: "Clore", es: "Cerrar", ar: "إغلاق" },
      from: KNOWN,
      to: "closed",
      by: ["holder", "customs", "system"],
      withoutRegistration: true,
      words: "allowed",
      tells: { functionCode: "10" },
    },
  ],
  oneTimeCode: CONTACT_CODE,
  verifiable: true,
  legalReference: "WCO Recommendation on a Trader Identification Number",
};

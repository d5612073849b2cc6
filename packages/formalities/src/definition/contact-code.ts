/** Contacts of a trader are verified by a code that is sent there and given back. */
import {
  type FormalityField,
  type FormalityStep,
  type OneTimeCode,
  words,
} from "@customhouse/model";
import { field } from "./field.ts";

export const CONTACT_CODE: OneTimeCode = {
  digest: "codeDigest",
  expiresAt: "codeExpiresAt",
  tries: "codeTries",
  about: "codeContact",
  confirmed: "verifiedContacts",
  contact: "contact",
  given: "contactCode",
  digits: 8,
  validMinutes: 30,
  greatestTries: 5,
  pauseSeconds: 60,
  letter: words(
    "Your code is {code}. It is valid for {minutes} minutes.",
    "Votre code est {code}. Il est valable {minutes} minutes.",
    "Su código es {code}. Es válido durante {minutes} minutos.",
    "رمزك هو {code}. وهو صالح لمدة {minutes} دقيقة.",
  ),
  subject: words(
    "Your code for the customs register",
    "Votre code pour le registre des douanes",
    "Su código para el registro de aduanas",
    "رمزك لسجل الجمارك",
  ),
  warning: words(
    "Give it back where you asked for it, and tell it to nobody. If you did not ask for it, do nothing.",
    "Donnez-le là où vous l'avez demandé, et ne le dites à personne. Si vous ne l'avez pas demandé, ne faites rien.",
    "Introdúzcalo donde lo solicitó y no lo comunique a nadie. Si no lo solicitó, no haga nada.",
    "أدخله حيث طلبته ولا تخبر به أحدا. وإن لم تطلبه فلا تفعل شيئا.",
  ),
};

const WORKED_OUT = { computed: true, label: "restricted" } as const;

export const CONTACT_FIELDS: readonly FormalityField[] = [
  field(
    "contact",
    "text",
    words(
      "Contact to verify, as in the master record",
      "Contact à vérifier, tel qu'au dossier",
      "Contacto por verificar, como en el registro",
      "جهة الاتصال المراد تأكيدها كما في السجل",
    ),
    { personal: true },
  ),
  field(
    "contactCode",
    "code",
    words("Code that was sent", "Code envoyé", "Código enviado", "الرمز المرسل"),
    { secret: true },
  ),
  field(
    "codeDigest",
    "code",
    words("Digest of the code", "Empreinte du code", "Huella del código", "بصمة الرمز"),
    WORKED_OUT,
  ),
  field(
    "codeExpiresAt",
    "text",
    words("Code expires at", "Expiration du code", "Caducidad del código", "انتهاء صلاحية الرمز"),
    WORKED_OUT,
  ),
  field(
    "codeTries",
    "code",
    words("Wrong codes given", "Codes erronés", "Códigos erróneos", "رموز خاطئة"),
    WORKED_OUT,
  ),
  field(
    "codeContact",
    "code",
    words(
      "Pseudonym of the contact",
      "Pseudonyme du contact",
      "Seudónimo del contacto",
      "اسم مستعار لجهة الاتصال",
    ),
    WORKED_OUT,
  ),
];

export function contactSteps(from: readonly string[]): readonly FormalityStep[] {
  return [
    {
      step: "sendContactCode",
      title: words(
        "Send a code to a contact",
        "Envoyer un code à un contact",
        "Enviar un código a un contacto",
        "إرسال رمز إلى جهة اتصال",
      ),
      from,
      by: ["holder", "customs"],
      withoutRegistration: true,
      needs: ["contact"],
      oneTimeCode: "issue",
      tells: { functionCode: "51" },
    },
    {
      step: "confirmContact",
      title: words(
        "Give the code back",
        "Donner le code reçu",
        "Dar el código recibido",
        "إدخال الرمز",
      ),
      from,
      by: ["holder"],
      withoutRegistration: true,
      needs: ["contactCode"],
      oneTimeCode: "check",
      tells: { functionCode: "07" },
    },
  ];
}

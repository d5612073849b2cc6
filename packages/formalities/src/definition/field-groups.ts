/** Groups of fields that several kinds ask for. */
import { type FormalityField, words } from "@customhouse/model";
import { field } from "./field.ts";
import { INTEREST_FIELDS } from "./interest-fields.ts";

/** An amount that customs asks for: in which money, until when, from which account, with what interest. */
export const PAYMENT_FIELDS: readonly FormalityField[] = [
  field("currency", "code", words("Currency", "Monnaie", "Moneda", "العملة")),
  field(
    "payOn",
    "day",
    words("Last day of payment", "Dernier jour de paiement", "Último día de pago", "آخر يوم للدفع"),
  ),
  field(
    "account",
    "reference",
    words("Account that pays", "Compte débité", "Cuenta que paga", "الحساب الدافع"),
  ),
  ...INTEREST_FIELDS,
];

/** The declaration by which the goods came under the procedure. */
export const ENTRY_DECLARATION = field(
  "mrn",
  "reference",
  words("Declaration of entry", "Déclaration d'entrée", "Declaración de entrada", "بيان الدخول"),
  { required: true },
);

/** The duties and taxes at stake while the procedure is open, and the guarantee for them. */
export const SECURED_FIELDS: readonly FormalityField[] = [
  field("guarantee", "reference", words("Guarantee", "Garantie", "Garantía", "الضمان"), {
    required: true,
  }),
  field(
    "amount",
    "decimal",
    words(
      "Duties and taxes at stake",
      "Droits et taxes en jeu",
      "Derechos e impuestos en juego",
      "الرسوم والضرائب المعرضة",
    ),
    { required: true },
  ),
  field("currency", "code", words("Currency", "Monnaie", "Moneda", "العملة"), { required: true }),
];

/** A payment through a provider or a bank: asked for, confirmed from outside, applied to the declaration. */
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { field } from "../definition/field.ts";
import { apply } from "./payment-behaviour.ts";

export const payment: Kind = {
  kind: "payment",
  behaviour: { whenClockStrikes: { apply } },
  title: words("Payment", "Paiement", "Pago", "دفع"),
  prefix: "PAY",
  fields: [
    field(
      "mrn",
      "reference",
      words(
        "Declaration to be paid for",
        "Déclaration à payer",
        "Declaración que se paga",
        "البيان المطلوب دفعه",
      ),
      { required: true },
    ),
    field("amount", "decimal", words("Amount", "Montant", "Importe", "المبلغ"), { required: true }),
    field("currency", "code", words("Currency", "Monnaie", "Moneda", "العملة"), { required: true }),
    field(
      "paidAmount",
      "decimal",
      words("Amount that came", "Montant reçu", "Importe recibido", "المبلغ الوارد"),
    ),
    field(
      "paidCurrency",
      "code",
      words("Currency of what came", "Monnaie reçue", "Moneda recibida", "عملة المبلغ الوارد"),
    ),
    field(
      "source",
      "code",
      words("How it became known", "Comment on l'a appris", "Cómo se supo", "كيف عرف"),
      { oneOf: ["callback", "statement"] },
    ),
    field(
      "bankReference",
      "reference",
      words(
        "Reference of the provider or bank",
        "Référence du prestataire ou de la banque",
        "Referencia del proveedor o del banco",
        "مرجع مقدم الخدمة أو البنك",
      ),
    ),
    field(
      "account",
      "reference",
      words(
        "Account that gets it back",
        "Compte remboursé",
        "Cuenta que lo recupera",
        "الحساب المسترد",
      ),
    ),
  ],
  states: {
    requested: { title: words("Awaited", "Attendu", "Esperado", "منتظر") },
    confirmed: { title: words("Received", "Reçu", "Recibido", "مستلم") },
    applied: { title: words("Applied", "Imputé", "Aplicado", "مخصوم"), closed: true },
    unmatched: { title: words("Does not match", "Non concordant", "No coincide", "غير مطابق") },
    failed: { title: words("Failed", "Échoué", "Fallido", "فشل") },
    refunded: { title: words("Refunded", "Remboursé", "Reembolsado", "مسترد"), closed: true },
    lapsed: { title: words("Lapsed", "Caduc", "Caducado", "ساقط"), closed: true },
  },
  steps: [
    {
      step: "request",
      title: words("Ask to pay", "Demander à payer", "Solicitar el pago", "طلب الدفع"),
      to: "requested",
      by: ["holder"],
      withoutRegistration: true,
    },
    {
      step: "fail",
      title: words("Report a failure", "Signaler l'échec", "Comunicar el fallo", "تبليغ عن فشل"),
      from: ["requested"],
      to: "failed",
      by: ["system"],
      gives: ["bankReference", "source"],
      tells: { functionCode: "14" },
    },
    {
      // A provider tries again after a failure, and what it then says counts.
      step: "confirm",
      title: words("Confirm", "Confirmer", "Confirmar", "تأكيد"),
      from: ["requested", "failed"],
      to: "confirmed",
      by: ["system"],
      needs: ["paidAmount", "paidCurrency", "source", "bankReference"],
      moves: [
        {
          account: "paid/{number}",
          unit: "{paidCurrency}",
          amount: "paidAmount",
          counter: "outside/bank",
        },
      ],
    },
    {
      step: "apply",
      title: words(
        "Apply to the declaration",
        "Imputer à la déclaration",
        "Aplicar a la declaración",
        "خصم على البيان",
      ),
      from: ["confirmed"],
      to: "applied",
      by: ["system"],
      moves: [
        {
          account: "paid/{number}",
          unit: "{paidCurrency}",
          amount: "-paidAmount",
          counter: "treasury/duties",
        },
      ],
      tells: { functionCode: "09" },
    },
    {
      step: "mismatch",
      title: words("Does not match", "Non concordant", "No coincide", "غير مطابق"),
      from: ["confirmed"],
      to: "unmatched",
      by: ["system"],
      words: "allowed",
      tells: { functionCode: "15" },
    },
    {
      step: "refund",
      title: words("Refund", "Rembourser", "Reembolsar", "رد المبلغ"),
      from: ["unmatched"],
      to: "refunded",
      by: ["customs"],
      words: "allowed",
      tells: { functionCode: "09" },
      moves: [
        {
          account: "paid/{number}",
          unit: "{paidCurrency}",
          amount: "-paidAmount",
          counter: "outside/bank",
        },
      ],
    },
    {
      step: "lapse",
      title: words("Lapse", "Devenir caduc", "Caducar", "سقوط"),
      from: ["requested", "failed"],
      to: "lapsed",
      by: ["system"],
    },
  ],
  clocks: [
    { in: ["confirmed"], days: 0, step: "apply" },
    { in: ["requested", "failed"], days: 30, step: "lapse" },
  ],
  legalReference: "Revised Kyoto Convention, General Annex, standard 4.9",
};

/** Short texts in the four languages, in this order: English, French, Spanish, Arabic. */
import type { LocalisedText } from "../information-package.ts";

export function words(en: string, fr: string, es: string, ar: string): LocalisedText {
  return { en, fr, es, ar };
}

export const STATES = {
  applied: { title: words("Applied for", "Demandé", "Solicitado", "مطلوب") },
  questioned: {
    title: words("Question open", "Question ouverte", "Pregunta abierta", "سؤال مفتوح"),
  },
  refused: { title: words("Refused", "Refusé", "Denegado", "مرفوض"), closed: true },
  withdrawn: { title: words("Withdrawn", "Retiré", "Retirado", "مسحوب"), closed: true },
  expired: { title: words("Expired", "Expiré", "Vencido", "منتهٍ"), closed: true },
  revoked: { title: words("Revoked", "Révoqué", "Revocado", "ملغى"), closed: true },
  closed: { title: words("Closed", "Clos", "Cerrado", "مغلق"), closed: true },
} as const;

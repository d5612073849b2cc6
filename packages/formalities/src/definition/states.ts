/** States that several formalities share. */
import { words } from "@customhouse/model";

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

/**
 * What the codes say that the demo country's register, permits, stocks, rulings and simplified declarations give. Codes
 * of rules say what their rule says.
 */
import { type ErrorText, words } from "@customhouse/model";

const register: Readonly<Record<string, ErrorText>> = {
  XA201: {
    title: words(
      "The trader is not authorised for this.",
      "L’opérateur n’y est pas autorisé.",
      "El operador no está autorizado para esto.",
      "المتعامل غير مرخّص له بهذا.",
    ),
    fix: words(
      "Check the trader number, or ask for the authorisation.",
      "Vérifiez le numéro d’opérateur ou demandez l’autorisation.",
      "Compruebe el número de operador o pida la autorización.",
      "تحقق من رقم المتعامل أو اطلب الترخيص.",
    ),
  },
  XA202: {
    title: words(
      "The account or guarantee is not known.",
      "Le compte ou la garantie n’est pas connu.",
      "La cuenta o garantía no se conoce.",
      "الحساب أو الضمان غير معروف.",
    ),
    fix: words(
      "Check the number with the guarantee office.",
      "Vérifiez le numéro auprès du bureau de garantie.",
      "Compruebe el número con la aduana de garantía.",
      "تحقق من الرقم لدى مكتب الضمان.",
    ),
  },
  XA203: {
    title: words(
      "The trader’s registration is not in force.",
      "L’enregistrement de l’opérateur n’est pas en vigueur.",
      "El registro del operador no está en vigor.",
      "تسجيل المتعامل غير سارٍ.",
    ),
    fix: words(
      "Check the number, or have customs put the registration in force first.",
      "Vérifiez le numéro ou faites d’abord remettre l’enregistrement en vigueur par la douane.",
      "Compruebe el número o pida antes a la aduana que lo ponga en vigor.",
      "تحقق من الرقم أو اطلب من الجمارك تفعيل التسجيل أولًا.",
    ),
  },
  XA204: {
    title: words(
      "The registration was merged into another.",
      "L’enregistrement a été fusionné avec un autre.",
      "El registro se fusionó con otro.",
      "دُمج هذا التسجيل في تسجيل آخر.",
    ),
    fix: words(
      "Name the number that took over, which is shown.",
      "Indiquez le numéro qui l’a repris ; il est affiché.",
      "Indique el número que lo sustituyó; se muestra.",
      "اذكر الرقم الذي حل محله وهو مبيّن.",
    ),
  },
};

const permits: Readonly<Record<string, ErrorText>> = {
  XA301: {
    title: words(
      "These goods need a permit that the item does not name.",
      "Ces marchandises exigent un permis que l’article ne mentionne pas.",
      "Estas mercancías exigen un permiso que el artículo no menciona.",
      "تتطلب هذه البضائع إذنًا لم يُذكر في الصنف.",
    ),
  },
  XA302: {
    title: words(
      "There is no permit of this type with this number.",
      "Aucun permis de ce type ne porte ce numéro.",
      "Ningún permiso de este tipo tiene este número.",
      "لا يوجد إذن من هذا النوع بهذا الرقم.",
    ),
  },
  XA303: {
    title: words(
      "The permit is not in force on this day.",
      "Le permis n’est pas en vigueur à cette date.",
      "El permiso no está en vigor en esta fecha.",
      "الإذن غير سارٍ في هذا اليوم.",
    ),
  },
  XA304: {
    title: words(
      "The permit does not cover these goods.",
      "Le permis ne couvre pas ces marchandises.",
      "El permiso no cubre estas mercancías.",
      "لا يشمل الإذن هذه البضائع.",
    ),
  },
  XA305: {
    title: words(
      "The permit was issued to nobody named in the declaration.",
      "Le permis n’a été délivré à aucune personne nommée dans la déclaration.",
      "El permiso no se expidió a nadie que figure en la declaración.",
      "لم يصدر الإذن لأي شخص مذكور في البيان.",
    ),
  },
};

const stocks: Readonly<Record<string, ErrorText>> = {
  XA311: {
    title: words(
      "The procedure needs an authorisation that is not named.",
      "Le régime exige une autorisation qui n’est pas mentionnée.",
      "El régimen exige una autorización que no se menciona.",
      "يتطلب الوضع الجمركي ترخيصًا لم يُذكر.",
    ),
  },
  XA312: {
    title: words(
      "No authorisation in force for this procedure has this number.",
      "Aucune autorisation en vigueur pour ce régime ne porte ce numéro.",
      "Ninguna autorización en vigor para este régimen tiene este número.",
      "لا يوجد ترخيص سارٍ لهذا الوضع الجمركي بهذا الرقم.",
    ),
  },
  XA313: {
    title: words(
      "The authorisation is not the declarant’s to use.",
      "Le déclarant ne peut pas utiliser cette autorisation.",
      "El declarante no puede usar esta autorización.",
      "لا يحق للمصرّح استعمال هذا الترخيص.",
    ),
  },
  XA314: {
    title: words(
      "The quantity cannot be told: declare it in the unit of the procedure.",
      "La quantité n’est pas connue : déclarez-la dans l’unité du régime.",
      "No se conoce la cantidad: declárela en la unidad del régimen.",
      "الكمية غير معروفة: صرّح بها بوحدة الوضع الجمركي.",
    ),
  },
};

const simplified: Readonly<Record<string, ErrorText>> = {
  XA401: {
    title: words(
      "The declarant holds no authorisation for simplified declarations.",
      "Le déclarant n’a pas d’autorisation pour les déclarations simplifiées.",
      "El declarante no tiene autorización para declaraciones simplificadas.",
      "ليس لدى المصرّح ترخيص بالبيانات المبسطة.",
    ),
  },
  XA402: {
    title: words(
      "The item does not say which one simplified declaration it completes.",
      "L’article n’indique pas la déclaration simplifiée qu’il complète.",
      "El artículo no indica qué declaración simplificada completa.",
      "لا يذكر الصنف البيان المبسط الذي يكمله.",
    ),
  },
  XA403: {
    title: words(
      "The declarant has no simplified declaration with this MRN.",
      "Le déclarant n’a pas de déclaration simplifiée portant ce MRN.",
      "El declarante no tiene ninguna declaración simplificada con este MRN.",
      "ليس للمصرّح بيان مبسط بهذا الرقم المرجعي (MRN).",
    ),
  },
  XA404: {
    title: words(
      "The goods of the simplified declaration are not released.",
      "Les marchandises de la déclaration simplifiée n’ont pas fait l’objet de la mainlevée.",
      "No se ha concedido el levante de las mercancías de la declaración simplificada.",
      "لم يُفرج بعد عن بضائع البيان المبسط.",
    ),
  },
  XA405: {
    title: words(
      "Another supplementary declaration has completed this one.",
      "Une autre déclaration complémentaire a déjà complété celle-ci.",
      "Otra declaración complementaria ya ha completado esta.",
      "أكمل بيانٌ تكميلي آخر هذا البيان.",
    ),
  },
  XA406: {
    title: words(
      "The goods are not those that were released.",
      "Les marchandises ne sont pas celles qui ont obtenu la mainlevée.",
      "Las mercancías no son las que obtuvieron el levante.",
      "ليست هذه البضائع هي المفرج عنها.",
    ),
  },
  XA407: {
    title: words(
      "The declarations do not belong to one period.",
      "Les déclarations n’appartiennent pas à une même période.",
      "Las declaraciones no pertenecen a un mismo período.",
      "لا تنتمي البيانات إلى فترة واحدة.",
    ),
  },
  XA408: {
    title: words(
      "No account secures the debt of this item, or it cannot be told.",
      "Aucun compte ne garantit la dette de cet article, ou celle-ci n’est pas connue.",
      "Ninguna cuenta garantiza la deuda de este artículo, o no se conoce.",
      "لا حساب يضمن دين هذا الصنف، أو لا يمكن معرفة مقداره.",
    ),
  },
};

const rulings: Readonly<Record<string, ErrorText>> = {
  XA411: {
    title: words(
      "There is no binding ruling on this subject with this number.",
      "Aucune décision contraignante sur ce sujet ne porte ce numéro.",
      "Ninguna resolución vinculante sobre este asunto tiene este número.",
      "لا يوجد قرار ملزم في هذا الموضوع بهذا الرقم.",
    ),
  },
  XA412: {
    title: words(
      "The binding ruling is not in force on this day.",
      "La décision contraignante n’est pas en vigueur à cette date.",
      "La resolución vinculante no está en vigor en esta fecha.",
      "القرار الملزم غير سارٍ في هذا اليوم.",
    ),
  },
  XA413: {
    title: words(
      "The binding ruling was issued to neither the declarant nor the importer.",
      "La décision contraignante n’a été délivrée ni au déclarant ni à l’importateur.",
      "La resolución vinculante no se expidió ni al declarante ni al importador.",
      "لم يصدر القرار الملزم للمصرّح ولا للمستورد.",
    ),
  },
  XA414: {
    title: words(
      "The binding ruling is not for these goods.",
      "La décision contraignante ne porte pas sur ces marchandises.",
      "La resolución vinculante no se refiere a estas mercancías.",
      "القرار الملزم لا يخص هذه البضائع.",
    ),
  },
  XA415: {
    title: words(
      "The item declares something else than the binding ruling decided.",
      "L’article ne déclare pas ce que la décision contraignante a établi.",
      "El artículo no declara lo que decidió la resolución vinculante.",
      "يصرّح الصنف بغير ما قضى به القرار الملزم.",
    ),
  },
};

export const errorTexts: Readonly<Record<string, ErrorText>> = {
  ...register,
  ...permits,
  ...stocks,
  ...simplified,
  ...rulings,
};

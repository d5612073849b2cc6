/** Prices, values, duties, taxes, payments and guarantees. */
export const money = `
ChargeDeduction 58B party | A cost added to, or taken off, the price to reach the customs value.
  ChargesTypeCode 371 5025 an..3 Code public | What kind of cost it is.
  OtherChargeDeductionAmount 181 5004 n..16,3 Amount | How much is added or taken off.
CurrencyExchange 40A public | The rate used to convert one currency into another.
  CurrencyTypeCode 135 6345 a3 Code | The currency that is converted.
  RateNumeric 118 5402 n..12,5 Numeric | The rate of exchange.
CustomsValuation 41A party | How the value for customs was worked out.
  FreightChargeAmount 117 5290 n..16,3 Amount | What the transport costs.
  MethodCode 122 5509 an..3 Code public | Which of the legal methods of valuation was used.
DutyTaxFee 50A party | One duty, tax or fee.
  AdValoremTaxBaseAmount 116 5286 n..16,3 Amount | Value on which the charge is worked out.
  DeductAmount 111 5074 n..16,3 Amount | Amount by which the charge is reduced.
  DutyRegimeCode 164 9213 an..3 Code public | Which preference or other relief is asked for.
  QuotaOrderID 401 - an..17 ID public | Number of the tariff quota that is asked for.
  SpecificTaxBaseQuantity 129 6090 n..16,6 Quantity | Quantity on which the charge is worked out.
  TaxRateNumeric 115 5278 an..17,3 Numeric public | Rate of the charge.
  TypeCode 113 5153 an..3 Code public | Which duty, tax or fee it is.
InvoiceLine 79A party | The line of the bill that belongs to the goods item.
  ItemChargeAmount 112 5116 n..16,3 Amount | Price of the item on the bill.
ObligationGuarantee 90A party | Money or a promise that secures what may become due.
  AccessCode 499 4377 an..4 Code restricted | Secret code that allows the guarantee to be used.
  AmountAmount 492 5004 n..16,3 Amount | How much the guarantee is used for.
  ID D014 1004 an..70 ID | Number of the guarantee in another system.
  ReferenceID 100 1154 an..35 ID | Number that the guarantee office gave the guarantee.
  SecurityDetailsCode 101 4377 an..3 Code public | What kind of guarantee it is.
Payment 94A party | How and when a charge is paid.
  DueDateTime 376 2480 an..35 DateTime | By when the money has to be paid.
  MethodCode 107 4467 a1 Code public | How the money is paid.
  PaymentAmount 378 5082 n..16,3 Amount | How much is paid or is to be paid.
  ReferenceID 014 1168 an..35 ID | Reference that ties the money to the debt.
  TaxAssessedAmount 120 5504 n..16,3 Amount | How much was found to be due.
TradeTerms 22B party | Who pays and carries the risk on which part of the way.
  ConditionCode 090 4053 a3 Code public | The agreed terms of delivery, as an Incoterms code.
  CountryRelationshipCode 106 4443 an..3 Code public | How the countries in the deal relate to each other.
  Description 089 4052 an..70 Text | The agreed terms in words.
  LocationID L002 3225 an..17 ID | Code of the place the terms name.
  LocationName L001 3224 an..256 Text | Name of the place the terms name.
ValuationAdjustment 39B party | Circumstances that can change the customs value.
  AdditionCode 188 5097 an..4 Code | Which circumstances apply, as a code.
`;

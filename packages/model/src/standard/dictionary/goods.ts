/** The goods themselves: what they are, how many, how packed, and what is to happen to them. */
export const goods = `
GoodsShipment 67A party | The goods that one seller sends one buyer under one deal.
  ExitDateTime 024 2380 an..35 DateTime | When the goods leave, or left, the country they are sent from.
  TransactionNatureCode 103 4423 n..2 Code | What kind of deal moves the goods, such as a sale, a loan or a return.
GovernmentAgencyGoodsItem 68A party | One line of goods that share a description, a tariff code and a treatment.
  CustomsValueAmount 108 5032 n..16,3 Amount | Value of the item on which customs duty is worked out.
  SequenceNumeric 006 1050 n..5 Numeric public | Position of the item in the declaration, counted from one.
  StatisticalValueAmount 114 5218 n..16,3 Amount | Value of the item as used in trade statistics.
  TransactionNatureCode 103 4423 n..2 Code | What kind of deal moves this item, such as a sale, a loan or a return.
Commodity 23A party | What the goods are.
  Description 137 7002 an..512 Text | The goods in everyday words, clear enough to classify them.
Classification 21A public | A code that places the goods in a catalogue, such as the customs tariff.
  ID 145 7357 an..18 ID | The code itself.
  IdentificationTypeCode - 7143 an..3 Code | Which catalogue the code is taken from.
DangerousGoods 12C public | Facts about goods that can harm people, property or nature.
  UNDGID 506 7124 n..4 ID | United Nations number of the dangerous substance.
GoodsMeasure 65A party | How much of the goods there is.
  GrossMassMeasure 126 6018 n..16,6 Measure | Weight with packaging.
  NetNetWeightMeasure 128 6048 n..16,6 Measure | Weight without any packaging.
  TariffQuantity 130 6102 n..16,6 Quantity | Quantity in the unit that the tariff asks for.
GovernmentProcedure 70A public | Which customs treatment is asked for, and which one came before.
  CurrentCode 166 9353 an..7 Code | The treatment now asked for.
  PreviousCode 161 9033 an..7 Code | The treatment the goods were under until now.
Packaging 93A party | The boxes, pallets or other packages the goods travel in.
  SequenceNumeric 006 1050 n..5 Numeric public | Position of these packages in the item, counted from one.
  MarksNumbersID 142 7102 an..512 ID | What is written on the packages.
  QuantityQuantity 144 6061 n..8 Quantity | How many packages there are.
  TypeCode 141 7065 an..2 Code public | What kind of package it is, such as a carton or a pallet.
  PackingMaterialDescription 344 4440 an..256 Text | What the packages are made of.
  LengthMeasure 367 6096 n..15 Measure | Length of one package.
  WidthMeasure 368 6098 n..15 Measure | Width of one package.
  HeightMeasure 402 6008 n..15 Measure | Height of one package.
  VolumeMeasure 395 6028 n..16,6 Measure | Space one package takes up.
Origin 92A party | Where the goods were grown, made or last substantially worked.
  CountryCode 063 3207 an..4 Code | Country or group of countries of origin.
  RegionID 066 3229 an..9 ID | Part of the country where the goods come from.
  TypeCode 501 - an..3 Code public | Which set of origin rules the stated origin follows.
Destination 99B party | Where the goods are finally to go.
  CountryCode 465 3207 a2 Code | Country where the goods are to be used, as its two-letter ISO code.
  RegionID 477 3229 an..9 ID | Part of the country where the goods are to be used.
ExportCountry 95B party | The country the goods were sent from.
  ID 062 3207 a2 Code | That country, as its two-letter ISO code.
Warehouse 43B party | The customs warehouse in which the goods are or will be stored.
  ID L019 3225 an..35 ID | Number of the warehouse.
  TypeCode L112 3227 an..3 Code public | What kind of warehouse it is.
UCR 35B party | The reference that follows a consignment from order to delivery.
  ID 016 - an..35 ID | The unique consignment reference itself.
  TraderAssignedReferenceID 009 1097 an..35 ID | The reference that the trader's own books use.
`;

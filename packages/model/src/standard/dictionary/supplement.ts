/**
 * Classes and elements of the WCO Data Model that the GB customisation leaves out. Ids we could
 * not verify are `-`.
 */
export const supplement = `
BorderTransportMeans 15A party | The vehicle, ship or aircraft that crosses the border.
  JourneyID 149 8028 an..17 ID | Voyage, flight or trip number.
  ArrivalDateTime - 2380 an..35 DateTime | When the means of transport reaches, or reached, the country.
  DepartureDateTime - 2380 an..35 DateTime | When the means of transport leaves, or left, the country.
Consignment 28A party | The goods that travel together from one sender to one receiver.
  SequenceNumeric 006 1050 n..5 Numeric public | Position of the consignment in the report, counted from one.
  TotalGrossMassMeasure 131 6092 n..16,6 Measure | Weight of the whole consignment with packaging.
  TotalPackageQuantity 146 7365 n..8 Quantity | Number of packages in the whole consignment.
Manufacturer 86A party | The person or business that made the goods.
  Name R042 3036 an..70 Text | Name of the maker.
  ID R043 3039 an..17 ID | Official number of the maker.
NotifyParty - party | Someone the carrier tells when the goods arrive.
  Name - 3036 an..70 Text | Name of the party to be told.
  ID - 3039 an..17 ID | Official number of the party to be told.
RefundRecipientParty 59B party | Who gets money back when too much was paid.
  Name R127 3036 an..70 Text | Name of who gets the money.
  ID R128 3039 an..17 ID | Official number of who gets the money.
TransportContractDocument 30B party | The bill of lading, waybill or other contract for the transport.
  ID D023 1004 an..70 ID | Number of the transport contract.
  TypeCode D024 1001 an..3 Code public | What kind of transport contract it is.
UnloadingLocation - party | Where the goods are taken off the means of transport.
  ID - 3225 an..17 ID | Code of the place of unloading.
  Name - 3224 an..256 Text | Name of the place of unloading.
`;

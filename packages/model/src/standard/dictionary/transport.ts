/** How the goods travel: vehicles, containers, seals, places and routes. */
export const transport = `
ArrivalTransportMeans 10A party | The vehicle, ship or aircraft on which the goods arrive.
  ID T002 8213 an..35 ID | Registration or number of the means of transport on arrival.
  IdentificationTypeCode T034 - an..17 Code public | Which kind of number identifies the means of transport on arrival.
  ModeCode T020 8067 n1 Code public | Whether the goods arrive by sea, rail, road, air or otherwise.
  Name T001 8212 an..35 Text | Name of the means of transport on arrival.
  TypeCode T008 8179 an..4 Code public | What kind of vehicle, ship or aircraft it is on arrival.
BorderTransportMeans 15A party | The vehicle, ship or aircraft that crosses the border.
  ID T006 8213 an..35 ID | Registration or number of the means of transport at the border.
  IdentificationTypeCode T018 - an..17 Code public | Which kind of number identifies the means of transport at the border.
  ModeCode T022 8067 n1 Code public | Whether the border is crossed by sea, rail, road, air or otherwise.
  Name T005 8212 an..35 Text | Name of the means of transport at the border.
  RegistrationNationalityCode T014 8453 a2 Code | Country in which the means of transport is registered.
  TypeCode T010 8179 an..4 Code public | What kind of vehicle, ship or aircraft crosses the border.
DepartureTransportMeans 46A party | The vehicle, ship or aircraft on which the goods leave.
  ID T004 8213 an..35 ID | Registration or number of the means of transport on departure.
  IdentificationTypeCode T029 - an..17 Code public | Which kind of number identifies the means of transport on departure.
  ModeCode T021 8067 n1 Code public | Whether the goods leave by sea, rail, road, air or otherwise.
  Name T003 8212 an..35 Text | Name of the means of transport on departure.
  TypeCode T009 8179 an..4 Code public | What kind of vehicle, ship or aircraft it is on departure.
Consignment 28A party | The goods that travel together from one sender to one receiver.
  ContainerCode 096 7365 an..3 Code public | Whether the goods travel in a container.
ConsignmentItem 29A party | One line of the goods as the carrier lists them.
  SequenceNumeric 006 1050 n..5 Numeric public | Position of the line in the consignment, counted from one.
Freight 62A party | What is agreed about paying for the transport.
  PaymentMethodCode 098 4215 an..3 Code | How the transport is paid for.
GoodsLocation 64A party | Where the goods can be seen and examined.
  ID L017 3225 an..17 ID | Code of that place.
  Name L016 3224 an..256 Text | Name or identifier of that place.
  TypeCode L110 3227 an..3 Code public | What kind of place it is.
Itinerary 81A party | A country through which the goods pass.
  RoutingCountryCode 064 3263 a2 Code | That country, as its two-letter ISO code.
  SequenceNumeric 006 1050 n..5 Numeric public | Position of the country on the route, counted from one.
LoadingLocation 83A party | Where the goods are put on the means of transport.
  ID L010 3225 an..17 ID | Code of the place of loading.
  Name L009 3224 an..256 Text | Name of the place of loading.
Seal 44B party | A seal that shows whether a container or vehicle was opened.
  ID 165 9308 an..35 ID | Number on the seal.
  SequenceNumeric 006 1050 n..5 Numeric public | Position of the seal on its equipment, counted from one.
TransportEquipment 31B party | A container, trailer or other unit that holds goods.
  ID 159 8260 an..17 ID | Number painted on the container or unit.
  SequenceNumeric 006 1050 n..5 Numeric public | Position of the unit in the list, counted from one.
`;

/** People and organisations named in a message, and how to reach them. */
export const parties = `
Address 04A party | Where a person or organisation can be found or written to.
  CityName 241 3164 an..35 Text | Town or city of the address.
  CountryCode 242 3207 a2 Code public | Country of the address, as its two-letter ISO code.
  CountrySubDivisionCode 244 3229 an..9 Code public | State, province or county of the address, as a code.
  CountrySubDivisionName 243 3228 an..35 Text | State, province or county of the address, as a name.
  Line 239 3042 an..70 Text | Street and house number, or post office box.
  PostcodeID 245 3251 an..9 ID | Postal code of the address.
  TypeCode 410 3131 an..3 Code public | What the address is used for, as a code.
AEOMutualRecognitionParty 16C party | Another company in the supply chain that holds trusted-trader status.
  ID R143 3039 an..17 ID | Official number of the trusted trader.
  RoleCode R005 3035 an..3 Code public | What the trusted trader does in this supply chain, as a code.
Agent 05A party | The person who represents someone else towards customs.
  Name R003 3036 an..70 Text | Name of the representative.
  ID R004 3039 an..17 ID | Official number of the representative.
  FunctionCode 102 4405 an..3 Code public | Whether the representative acts directly or indirectly for the other person.
Authenticator 12A party | The person who vouches that the document is genuine.
  Name R007 3036 an..70 Text | Name of the person who vouches for the document.
AuthorisationHolder 17C party | Someone who holds a customs authorisation that this declaration relies on.
  ID R144 3039 an..17 ID | Official number of the holder of the authorisation.
  CategoryCode R145 - an..4 Code public | Which kind of authorisation is held, as a code.
Bank 14A party | The bank account into which duties, taxes or fees are to be paid.
  ReferenceID R069 3039 an..17 ID | Code that identifies the bank that receives the money.
  ID 372 1147 an..35 ID | Number of the account that receives the money.
Buyer 16A party | The person or business that buys the goods.
  Name R009 3036 an..70 Text | Name of the buyer.
  ID R010 3039 an..17 ID | Official number of the buyer.
Carrier 18A party | The business that moves the goods or arranges their transport.
  Name R011 3036 an..70 Text | Name of the carrier.
  ID R012 3039 an..17 ID | Official number of the carrier.
Communication 25A party | A telephone number, e-mail address or other way to make contact.
  ID 240 3148 an..50 ID | The telephone number or address itself.
  TypeCode 253 3155 an..3 Code public | Whether it is a telephone number, an e-mail address or something else.
Consignee 27A party | The person or business to whom the goods are sent.
  Name R014 3036 an..70 Text | Name of the receiver of the goods.
  ID R015 3039 an..17 ID | Official number of the receiver of the goods.
Consignor 30A party | The person or business that sends the goods.
  Name R020 3036 an..70 Text | Name of the sender of the goods.
  ID R021 3039 an..17 ID | Official number of the sender of the goods.
Contact 34A party | The person or department that answers questions.
  Name 246 3412 an..70 Text | Name of the person or department to ask for.
Declarant 57B party | The person in whose name the declaration is made.
  Name R124 3036 an..70 Text | Name of the declarant.
  ID R123 3039 an..17 ID | Official number of the declarant.
DomesticDutyTaxParty 55B party | A business that accounts for domestic tax, such as import VAT, on these goods.
  ID R119 3039 an..17 ID | Tax number of that business.
  RoleCode R005 3035 an..3 Code public | What that business does in the transaction, as a code.
Exporter 57A party | The person or business that sends the goods out of the country.
  Name R031 3036 an..70 Text | Name of the exporter.
  ID R032 3039 an..17 ID | Official number of the exporter.
Importer 74A party | The person or business that brings the goods into the country.
  Name R037 3036 an..70 Text | Name of the importer.
  ID R038 3039 an..17 ID | Official number of the importer.
Payer 56B party | The person or business that pays the duties and taxes.
  Name R120 3036 an..70 Text | Name of the payer.
  ID R121 3039 an..17 ID | Official number of the payer.
Seller 09B party | The person or business that sells the goods.
  Name R050 3036 an..70 Text | Name of the seller.
  ID R051 3039 an..17 ID | Official number of the seller.
Submitter 17B party | The person or business that sends the message.
  Name R058 3036 an..70 Text | Name of the sender of the message.
  ID R059 3039 an..17 ID | Official number of the sender of the message.
  RoleCode R005 3035 an..3 Code public | In which role the sender of the message acts, as a code.
Surety 19B party | The person or business that promises to pay if the debtor does not.
  Name R054 3036 an..70 Text | Name of the guarantor.
  ID R055 3039 an..17 ID | Official number of the guarantor.
`;

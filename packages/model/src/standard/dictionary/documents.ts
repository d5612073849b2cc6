/** The message itself, the documents around it, and references between them. */
export const documents = `
Declaration 42A party | A statement to the authorities about goods and what is to happen to them.
  AcceptanceDateTime 023 2380 an..35 DateTime | When customs accepted the declaration.
  CancellationDateTime 373 2380 an..35 DateTime | When the declaration was withdrawn.
  DeclarationOfficeID 065 3225 an..17 ID public | The customs office where the declaration is lodged.
  FunctionCode 017 1225 n..2 Code public | Whether the message is new, changes an earlier one or asks for something.
  FunctionalReferenceID D026 1154 an..35 ID | The sender's own reference for the message (LRN).
  GoodsItemQuantity 228 6061 n..5 Quantity | How many goods items the declaration has.
  ID D014 1004 an..70 ID | The reference that customs gave the declaration (MRN).
  InvoiceAmount 109 5072 n..16,3 Amount | Sum of all invoices for the declared goods.
  IssueDateTime D011 2380 an..35 DateTime | When the declaration was made out.
  IssueLocationID D012 3411 an..5 ID | Where the declaration was made out.
  LoadingListQuantity 013 6061 n..5 Quantity | How many loading lists come with the declaration.
  RejectionDateTime 374 2380 an..35 DateTime | When the declaration was refused.
  SpecificCircumstancesCodeCode 504 - an..3 Code | Which special case of safety and security rules applies.
  TotalGrossMassMeasure 131 6092 n..16,6 Measure | Weight of all declared goods with packaging.
  TotalPackageQuantity 146 7365 n..8 Quantity | Number of packages in the whole declaration.
  TypeCode D013 1001 an..3 Code public | What kind of declaration it is.
  VersionID 383 1057 an..9 ID | Which version of the declaration is meant.
AdditionalDocument 02A party | A licence, certificate, invoice or other paper that supports the declaration.
  CategoryCode D031 1003 an..3 Code public | Which family of documents it belongs to.
  EffectiveDateTime 276 2380 an..35 DateTime | From, or until, when the document is valid.
  ID D005 1004 an..70 ID | Number of the document.
  LPCOExemptionCode 360 4183 an..3 Code public | State of the document, or why none is needed.
  Name D028 1000 an..35 Text | What the document is called, or the reason for a state.
  TypeCode D006 1001 an..3 Code public | What kind of document it is.
AdditionalInformation 03A party | A remark, request or statement, free or coded.
  LimitDateTime 264 2380 an..35 DateTime | By when something has to be done.
  StatementCode 226 4441 an..17 Code | The statement as a code.
  StatementDescription 225 4440 an..512 Text | The statement in words.
  StatementTypeCode 369 4451 an..3 Code public | What the statement is about.
Amendment 06A party | A change to data sent earlier.
  ChangeReasonCode 099 4295 an..3 Code | Why the data is changed.
Authentication 61B party | The proof that the document is genuine.
  Authentication 104 4426 an..256 Text | Signature or other mark of proof.
Invoice 78A party | The bill for the goods.
  ID D016 1004 an..70 ID | Number of the bill.
  IssueDateTime D015 2380 an..35 DateTime | When the bill was made out.
Pointer 97A party | One step on the way to the place in a message that is meant.
  DocumentSectionCode 375 1049 an..3 Code | Which class of the data model the step goes to.
  SequenceNumeric 006 1050 n..5 Numeric | Which repetition of the class is meant, counted from one.
  TagID 381 9162 an..4 ID | Which element of the class is meant.
PreviousDocument 99A party | An earlier document on the same goods, such as a manifest or a transit declaration.
  CategoryCode D031 1003 an..3 Code public | Which family of documents the earlier one belongs to.
  ID D018 1004 an..70 ID | Number of the earlier document.
  LineNumeric 171 1156 n..5 Numeric | Which item of the earlier document is meant.
  TypeCode D019 1001 an..3 Code public | What kind of document the earlier one is.
WriteOff 22C party | How much of a licence or certificate these goods use up.
  AmountAmount 503 5004 n..16,3 Amount | Value that is used up.
  QuantityQuantity 502 6061 n..16,6 Quantity | Quantity that is used up.
ExitOffice 56A public | The customs office where the goods leave the country.
  ID G005 3225 an..17 ID | Code of that office.
GuaranteeOffice 14C public | The customs office where the guarantee is held.
  ID G014 3225 an..17 ID | Code of that office.
PresentationOffice 15C public | The customs office where the goods are shown.
  ID G015 3225 an..17 ID | Code of that office.
SupervisingOffice 97B public | The customs office that watches over the procedure.
  ID G012 3225 an..17 ID | Code of that office.
`;

/** Goods declaration, in the order of WCO DM 3.6 as customised by GB. */
export const declaration = `
Declaration 1
  AcceptanceDateTime
  FunctionCode 1
  FunctionalReferenceID
  ID
  IssueDateTime
  IssueLocationID
  TypeCode
  GoodsItemQuantity
  DeclarationOfficeID
  InvoiceAmount
  LoadingListQuantity
  TotalGrossMassMeasure
  TotalPackageQuantity
  SpecificCircumstancesCodeCode
  Authentication
    Authentication
    Authenticator
      Name
  Submitter : Party
  AdditionalDocument 0..*
    CategoryCode
    ID
    TypeCode
  AdditionalInformation 0..*
    StatementCode
    StatementDescription
    StatementTypeCode
    Pointer 0..* : PointerStep
  Agent
    Name
    ID
    FunctionCode
    Address : PostalAddress
  Amendment 0..* : AmendmentPart
  AuthorisationHolder 0..*
    ID
    CategoryCode
  BorderTransportMeans
    Name
    ID
    IdentificationTypeCode
    TypeCode
    RegistrationNationalityCode
    ModeCode
  Consignment
    Carrier
      Name
      ID
      Address : PostalAddress
      Communication
        ID
        TypeCode
    ConsignmentItem 0..999
      SequenceNumeric 1
      Consignor : SafetyParty
      Freight
        PaymentMethodCode
    Consignor : SafetyParty
    Freight
      PaymentMethodCode
    Itinerary 0..*
      SequenceNumeric 1
      RoutingCountryCode
  CurrencyExchange 0..*
    CurrencyTypeCode
    RateNumeric
  Declarant : ContactParty
  ExitOffice
    ID
  Exporter : ContactParty
  GoodsShipment
    ExitDateTime
    TransactionNatureCode
    AEOMutualRecognitionParty 0..*
      ID
      RoleCode
    Buyer : ContactParty
    Consignee : Party
    Consignment
      ContainerCode
      ArrivalTransportMeans : TransportMeans
      DepartureTransportMeans : TransportMeans
      GoodsLocation
        Name
        ID
        TypeCode
        Address
          TypeCode
          CityName
          CountryCode
          Line
          PostcodeID
      LoadingLocation
        Name
        ID
      TransportEquipment 0..*
        SequenceNumeric 1
        ID
        Seal 0..*
          SequenceNumeric 1
          ID
    Consignor : Party
    CustomsValuation
      FreightChargeAmount
      ChargeDeduction 0..*
        ChargesTypeCode
        OtherChargeDeductionAmount
    Destination
      CountryCode
      RegionID
    DomesticDutyTaxParty 0..*
      ID
      RoleCode
    ExportCountry
      ID
    GovernmentAgencyGoodsItem 0..999
      CustomsValueAmount
      SequenceNumeric 1
      StatisticalValueAmount
      TransactionNatureCode
      AdditionalDocument 0..*
        CategoryCode
        EffectiveDateTime
        ID
        Name
        TypeCode
        LPCOExemptionCode
        Submitter
          Name
          RoleCode
        WriteOff
          QuantityQuantity
          AmountAmount
      AdditionalInformation 0..*
        StatementCode
        StatementDescription
        StatementTypeCode
      AEOMutualRecognitionParty 0..*
        ID
        RoleCode
      Buyer : ContactParty
      Commodity
        Description
        Classification 0..*
          ID
          IdentificationTypeCode
        DangerousGoods 0..*
          UNDGID
        DutyTaxFee 0..*
          AdValoremTaxBaseAmount
          DeductAmount
          DutyRegimeCode
          SpecificTaxBaseQuantity
          TaxRateNumeric
          TypeCode
          QuotaOrderID
          Payment
            MethodCode
            TaxAssessedAmount
            PaymentAmount
        GoodsMeasure
          GrossMassMeasure
          NetNetWeightMeasure
          TariffQuantity
        InvoiceLine
          ItemChargeAmount
        TransportEquipment 0..*
          SequenceNumeric 1
          ID
      Consignee : Party
      Consignor : Party
      CustomsValuation
        MethodCode
        ChargeDeduction 0..*
          ChargesTypeCode
          OtherChargeDeductionAmount
      Destination
        CountryCode
        RegionID
      DomesticDutyTaxParty 0..*
        ID
        RoleCode
      ExportCountry
        ID
      GovernmentProcedure 0..*
        CurrentCode
        PreviousCode
      Origin 0..*
        CountryCode
        RegionID
        TypeCode
      Packaging 0..*
        SequenceNumeric 1
        MarksNumbersID
        QuantityQuantity
        TypeCode
        PackingMaterialDescription
        LengthMeasure
        WidthMeasure
        HeightMeasure
        VolumeMeasure
      PreviousDocument 0..* : PreviousDocumentReference
      Seller : ContactParty
      UCR
        ID
        TraderAssignedReferenceID
      ValuationAdjustment
        AdditionCode
    Importer : ContactParty
    Invoice
      ID
      IssueDateTime
    Payer : Party
    PreviousDocument 0..* : PreviousDocumentReference
    Seller : ContactParty
    Surety : Party
    TradeTerms
      ConditionCode
      CountryRelationshipCode
      Description
      LocationID
      LocationName
    UCR
      ID
      TraderAssignedReferenceID
    Warehouse
      ID
      TypeCode
  ObligationGuarantee 0..*
    AmountAmount
    ID
    ReferenceID
    SecurityDetailsCode
    AccessCode
    GuaranteeOffice
      ID
  PresentationOffice
    ID
  SupervisingOffice
    ID
`;

/** The envelope of a message. In JSON it stands beside the message, not around it. */
export const envelope = `
MetaData 1
  WCODataModelVersionCode
  WCOTypeName
  ResponsibleCountryCode
  ResponsibleAgencyName
  AgencyAssignedCustomizationCode
  AgencyAssignedCustomizationVersionCode
`;

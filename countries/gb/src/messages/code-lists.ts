/**
 * Code lists of GB: codes and shortened names from HMRC's public lists. None of them is dated at
 * the source.
 */
import { type CodeList, codeListOf, countryCodes } from "@customhouse/model";
import allowedAdditionalDocuments from "./code-lists/allowed-additional-documents.json" with {
  type: "json",
};
import commodityClassificationType from "./code-lists/commodity-classification-type.json" with {
  type: "json",
};
import countryRegionSubRoleTypes from "./code-lists/country-region-sub-role-types.json" with {
  type: "json",
};
import customsOffices from "./code-lists/customs-offices.json" with { type: "json" };
import customsWarehouseTypes from "./code-lists/customs-warehouse-types.json" with { type: "json" };
import declarationTypes from "./code-lists/declaration-types.json" with { type: "json" };
import declaredGuaranteeTypes from "./code-lists/declared-guarantee-types.json" with {
  type: "json",
};
import documentCategory from "./code-lists/document-category.json" with { type: "json" };
import dutyTaxFeeTypes from "./code-lists/duty-tax-fee-types.json" with { type: "json" };
import goodsItemValuationAdjustmentTypes from "./code-lists/goods-item-valuation-adjustment-types.json" with {
  type: "json",
};
import governmentProcedureTypes from "./code-lists/government-procedure-types.json" with {
  type: "json",
};
import headerValuationAdjustmentTypes from "./code-lists/header-valuation-adjustment-types.json" with {
  type: "json",
};
import importPreviousDocuments from "./code-lists/import-previous-documents.json" with {
  type: "json",
};
import incotermCodes from "./code-lists/incoterm-codes.json" with { type: "json" };
import locationTypes from "./code-lists/location-types.json" with { type: "json" };
import measureUnitTypes from "./code-lists/measure-unit-types.json" with { type: "json" };
import packageTypes from "./code-lists/package-types.json" with { type: "json" };
import partyRoleAuthorizationTypes from "./code-lists/party-role-authorization-types.json" with {
  type: "json",
};
import partyRoleStatusTypes from "./code-lists/party-role-status-types.json" with { type: "json" };
import partySubRoleTypes from "./code-lists/party-sub-role-types.json" with { type: "json" };
import paymentMethodTypes from "./code-lists/payment-method-types.json" with { type: "json" };
import preferenceTypes from "./code-lists/preference-types.json" with { type: "json" };
import specialMentionTypes from "./code-lists/special-mention-types.json" with { type: "json" };
import specialProcedureTypes from "./code-lists/special-procedure-types.json" with { type: "json" };
import tradeMovementTypes from "./code-lists/trade-movement-types.json" with { type: "json" };
import transactionNature from "./code-lists/transaction-nature.json" with { type: "json" };
import transportMeansIdentificationTypes from "./code-lists/transport-means-identification-types.json" with {
  type: "json",
};
import transportModeTypes from "./code-lists/transport-mode-types.json" with { type: "json" };
import valuationIndicatorTypes from "./code-lists/valuation-indicator-types.json" with {
  type: "json",
};
import valuationMethodTypes from "./code-lists/valuation-method-types.json" with { type: "json" };

const about = (id: string, name: string) => ({
  id,
  name,
  version: "as published in github.com/hmrc/wco-dec",
  source: "github.com/hmrc/wco-dec (Apache-2.0)",
});

/**
 * ISO countries and the codes that GB uses beside them; samples of HMRC hold them, no public
 * list names them.
 */
const gbCountries: CodeList = {
  id: "gb-country",
  name: "Countries and GB's own territory codes",
  version: countryCodes.version,
  source: `${countryCodes.source}; other codes: published samples`,
  entries: [
    ...countryCodes.entries,
    { code: "XK", name: "Kosovo" },
    { code: "XI", name: "Northern Ireland" },
    { code: "ZG", name: "Territory code ZG of GB" },
    { code: "ZN", name: "Territory code ZN of GB" },
    { code: "ZU", name: "Territory code ZU of GB" },
  ],
};

export const gbCodeLists: readonly CodeList[] = [
  gbCountries,
  codeListOf(about("gb-representation", "Kinds of representation"), partyRoleStatusTypes),
  codeListOf(about("gb-authorisation", "Kinds of authorisation"), partyRoleAuthorizationTypes),
  codeListOf(about("gb-office", "Customs offices"), customsOffices),
  codeListOf(about("gb-transport-mode", "Modes of transport"), transportModeTypes),
  codeListOf(
    about("gb-transport-identification", "Kinds of transport identification"),
    transportMeansIdentificationTypes,
  ),
  codeListOf(about("gb-terms-of-delivery", "Terms of delivery"), incotermCodes),
  codeListOf(about("gb-location-type", "Kinds of goods location"), locationTypes),
  codeListOf(about("gb-warehouse-type", "Kinds of customs warehouse"), customsWarehouseTypes),
  codeListOf(about("gb-origin-type", "Kinds of origin"), countryRegionSubRoleTypes),
  codeListOf(
    about("gb-classification-type", "Kinds of classification"),
    commodityClassificationType,
  ),
  codeListOf(about("gb-tax-type", "Duties, taxes and fees"), dutyTaxFeeTypes),
  codeListOf(about("gb-preference", "Preferences"), preferenceTypes),
  codeListOf(about("gb-payment-method", "Methods of payment"), paymentMethodTypes),
  codeListOf(about("gb-valuation-method", "Methods of valuation"), valuationMethodTypes),
  codeListOf(
    about("gb-item-charge", "Additions and deductions of an item"),
    goodsItemValuationAdjustmentTypes,
  ),
  codeListOf(
    about("gb-header-charge", "Additions and deductions of a shipment"),
    headerValuationAdjustmentTypes,
  ),
  codeListOf(about("gb-package", "Kinds of package"), packageTypes),
  codeListOf(
    about("gb-previous-document-category", "Categories of previous document"),
    documentCategory,
  ),
  codeListOf(about("gb-previous-document", "Previous documents"), importPreviousDocuments),
  codeListOf(about("gb-guarantee-type", "Kinds of guarantee"), declaredGuaranteeTypes),
  codeListOf(about("gb-supply-chain-role", "Roles in the supply chain"), partySubRoleTypes),
  codeListOf(about("gb-procedure", "Customs procedures"), governmentProcedureTypes),
  codeListOf(about("gb-additional-procedure", "Additional procedures"), specialProcedureTypes),
  codeListOf(
    about("gb-additional-document", "Documents, certificates and authorisations"),
    allowedAdditionalDocuments,
  ),
  codeListOf(
    about("gb-additional-information", "Additional information statements"),
    specialMentionTypes,
  ),
  codeListOf(about("gb-measure-unit", "Units of measure"), measureUnitTypes),
  codeListOf(about("gb-valuation-indicator", "Valuation indicators"), valuationIndicatorTypes),
  codeListOf(about("gb-trade-movement", "Kinds of trade movement"), tradeMovementTypes),
  codeListOf(about("gb-declaration-type", "Additional declaration types"), declarationTypes),
  codeListOf(about("gb-transaction-nature", "Natures of transaction"), transactionNature),
];

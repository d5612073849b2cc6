import type { Operation } from "../../platform/http/operation.ts";
import { activatePolicy } from "./operations/activate-policy.ts";
import { backtestPolicy } from "./operations/backtest-policy.ts";
import { cancelRetraining } from "./operations/cancel-retraining.ts";
import { checkRules } from "./operations/check-rules.ts";
import { listDescriptions } from "./operations/list-descriptions.ts";
import { listFacts } from "./operations/list-facts.ts";
import { listFeatures } from "./operations/list-features.ts";
import { listModels } from "./operations/list-models.ts";
import { listOpenSourceItems } from "./operations/list-open-source-items.ts";
import { listPolicies } from "./operations/list-policies.ts";
import { listRetrainings } from "./operations/list-retrainings.ts";
import { performance } from "./operations/performance.ts";
import { readDocumentText } from "./operations/read-document-text.ts";
import { readOpenSourceItem } from "./operations/read-open-source-item.ts";
import { readPolicy } from "./operations/read-policy.ts";
import { readRetraining } from "./operations/read-retraining.ts";
import { readRun } from "./operations/read-run.ts";
import { removeOpenSourceItem } from "./operations/remove-open-source-item.ts";
import { retrain } from "./operations/retrain.ts";
import { rollBackPolicy } from "./operations/roll-back-policy.ts";
import { signPolicy } from "./operations/sign-policy.ts";
import { storeDescriptions } from "./operations/store-descriptions.ts";
import { storeModel } from "./operations/store-model.ts";
import { storeOpenSourceItem } from "./operations/store-open-source-item.ts";
import { writePolicy } from "./operations/write-policy.ts";
import type { RiskRoom } from "./room.ts";

export function riskOperations(room: RiskRoom): readonly Operation[] {
  return [
    listFeatures, // GET /v1/risk/features
    checkRules, // POST /v1/risk/rules/check
    listPolicies(room), // GET /v1/risk/policies
    writePolicy(room), // POST /v1/risk/policies
    readPolicy(room), // GET /v1/risk/policies/{version}
    backtestPolicy(room), // POST /v1/risk/policies/{version}/backtest
    signPolicy(room), // POST /v1/risk/policies/{version}/signature
    activatePolicy(room), // POST /v1/risk/policies/{version}/activation
    rollBackPolicy(room), // POST /v1/risk/rollback
    listRetrainings(room), // GET /v1/risk/retrainings
    retrain(room), // POST /v1/risk/retrainings
    readRetraining(room), // GET /v1/risk/retrainings/{id}
    cancelRetraining(room), // POST /v1/risk/retrainings/{id}/cancellation
    listModels(room), // GET /v1/risk/models
    storeModel(room), // POST /v1/risk/models
    listDescriptions(room), // GET /v1/risk/description-models
    storeDescriptions(room), // POST /v1/risk/description-models
    listFacts(room), // GET /v1/risk/facts
    performance(room), // GET /v1/risk/performance
    readRun(room), // GET /v1/cases/{caseId}/risk
    readDocumentText(room), // GET /v1/cases/{caseId}/documents/{id}/text
    listOpenSourceItems(room), // GET /v1/risk/open-source-items
    storeOpenSourceItem(room), // POST /v1/risk/open-source-items
    readOpenSourceItem(room), // GET /v1/risk/open-source-items/{itemId}
    removeOpenSourceItem(room), // DELETE /v1/risk/open-source-items/{itemId}
  ];
}

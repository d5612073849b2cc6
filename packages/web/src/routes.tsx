/** Every page of the portal, on one screen. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { AgencyDecision } from "./agency/AgencyDecision.tsx";
import { AgencyQueue } from "./agency/AgencyQueue.tsx";
import { AmendPage } from "./declaration/AmendPage.tsx";
import { AnswerPage } from "./declaration/AnswerPage.tsx";
import { CancelPage } from "./declaration/CancelPage.tsx";
import { DeclarationPage } from "./declaration/DeclarationPage.tsx";
import { DetailsTab } from "./declaration/DetailsTab.tsx";
import { DocumentPage } from "./declaration/DocumentPage.tsx";
import { MessageTab } from "./declaration/MessageTab.tsx";
import { NotificationsTab } from "./declaration/NotificationsTab.tsx";
import { TimelineTab } from "./declaration/TimelineTab.tsx";
import { CaseDecision } from "./officer/CaseDecision.tsx";
import { OfficerQueue } from "./officer/OfficerQueue.tsx";
import { For } from "./session/For.tsx";
import { SignedIn } from "./session/SignedIn.tsx";
import { Home } from "./shell/Home.tsx";
import { NotFound } from "./shell/NotFound.tsx";
import { linkFollowed } from "./shell/navigation.ts";
import { Shell } from "./shell/Shell.tsx";
import { DeclarationList } from "./trader/DeclarationList.tsx";
import { LodgedPage } from "./trader/LodgedPage.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const at = <P extends string>(path: P, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const trader = createRoute({
  getParentRoute: () => root,
  id: "trader",
  component: () => <For only="trader" />,
});
const officer = createRoute({
  getParentRoute: () => root,
  id: "officer",
  component: () => <For only="officer" />,
});
const agency = createRoute({
  getParentRoute: () => root,
  id: "agency-officer",
  component: () => <For only="agency" />,
});
const analyst = createRoute({
  getParentRoute: () => root,
  id: "analyst",
  component: () => <For only="analyst" />,
});
const formality = createRoute({
  getParentRoute: () => root,
  id: "formality",
  component: () => <For only={["trader", "officer", "agency"]} />,
});
const forFormality = <P extends string>(
  path: P,
  component: ReturnType<typeof lazyRouteComponent>,
) => createRoute({ getParentRoute: () => formality, path, component });
const forTrader = <P extends string>(path: P, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => trader, path, component });

const declaration = createRoute({
  getParentRoute: () => trader,
  path: "/declarations/$mrn",
  component: DeclarationPage,
});
const tab = <P extends string>(path: P, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => declaration, path, component });

const forAnalyst = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => analyst, path, component });

const draft = createRoute({
  getParentRoute: () => trader,
  path: "/lodge/$draftId",
  component: lazyRouteComponent(() => import("./lodge/DraftPages.tsx"), "DraftPages"),
});
const part = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => draft, path, component });

const tree = root.addChildren([
  at("/", Home),
  at("/signed-in", SignedIn),
  createRoute({
    getParentRoute: () => root,
    path: "/playground",
    component: lazyRouteComponent(() => import("./playground/Playground.tsx"), "Playground"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/quote",
    component: lazyRouteComponent(() => import("./quote/QuotePage.tsx"), "QuotePage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/verify",
    component: lazyRouteComponent(() => import("./verify/VerifyPage.tsx"), "VerifyPage"),
  }),
  trader.addChildren([
    forTrader("/declarations", DeclarationList),
    declaration.addChildren([
      tab("/", TimelineTab),
      tab("/details", DetailsTab),
      tab("/notices", NotificationsTab),
      tab("/message", MessageTab),
    ]),
    forTrader("/declarations/$mrn/cancel", CancelPage),
    forTrader("/declarations/$mrn/amend", AmendPage),
    forTrader("/declarations/$mrn/document", DocumentPage),
    forTrader("/declarations/$mrn/answer/$queryId", AnswerPage),
    forTrader("/lodged/$mrn", LodgedPage),
    createRoute({
      getParentRoute: () => trader,
      path: "/register",
      component: lazyRouteComponent(() => import("./register/RegisterPage.tsx"), "RegisterPage"),
    }),
    createRoute({
      getParentRoute: () => trader,
      path: "/accounts/$account",
      component: lazyRouteComponent(() => import("./register/AccountPage.tsx"), "AccountPage"),
    }),
    createRoute({
      getParentRoute: () => trader,
      path: "/lodge",
      component: lazyRouteComponent(() => import("./lodge/LodgeStart.tsx"), "LodgeStart"),
    }),
    createRoute({
      getParentRoute: () => trader,
      path: "/lodge/message",
      component: lazyRouteComponent(() => import("./lodge/LodgeMessage.tsx"), "LodgeMessage"),
    }),
    draft.addChildren([
      part(
        "/",
        lazyRouteComponent(() => import("./lodge/TaskListPage.tsx"), "TaskListPage"),
      ),
      part(
        "/goods",
        lazyRouteComponent(() => import("./lodge/GoodsPage.tsx"), "GoodsPage"),
      ),
      part(
        "/goods/$item",
        lazyRouteComponent(() => import("./lodge/ItemPage.tsx"), "ItemPage"),
      ),
      part(
        "/task/$task",
        lazyRouteComponent(() => import("./lodge/TaskPage.tsx"), "TaskPage"),
      ),
      part(
        "/check",
        lazyRouteComponent(() => import("./lodge/CheckPage.tsx"), "CheckPage"),
      ),
    ]),
  ]),
  officer.addChildren([
    createRoute({ getParentRoute: () => officer, path: "/queue", component: OfficerQueue }),
    createRoute({ getParentRoute: () => officer, path: "/cases/$caseId", component: CaseDecision }),
  ]),
  formality.addChildren([
    forFormality(
      "/formalities",
      lazyRouteComponent(() => import("./formality/FormalityList.tsx"), "FormalityList"),
    ),
    forFormality(
      "/formalities/new",
      lazyRouteComponent(() => import("./formality/KindList.tsx"), "KindList"),
    ),
    forFormality(
      "/formalities/new/$kind",
      lazyRouteComponent(() => import("./formality/BeginPage.tsx"), "BeginPage"),
    ),
    forFormality(
      "/formalities/$number",
      lazyRouteComponent(() => import("./formality/FormalityPage.tsx"), "FormalityPage"),
    ),
  ]),
  analyst.addChildren([
    forAnalyst(
      "/rules",
      lazyRouteComponent(() => import("./risk/PolicyList.tsx"), "PolicyList"),
    ),
    forAnalyst(
      "/rules/$version",
      lazyRouteComponent(() => import("./risk/PolicyPage.tsx"), "PolicyPage"),
    ),
    forAnalyst(
      "/rules/$version/copy",
      lazyRouteComponent(() => import("./risk/PolicyEditor.tsx"), "PolicyEditor"),
    ),
    forAnalyst(
      "/rules/$version/copy/$rule",
      lazyRouteComponent(() => import("./risk/RulePage.tsx"), "RulePage"),
    ),
    forAnalyst(
      "/retraining",
      lazyRouteComponent(() => import("./risk/retraining/RetrainingPage.tsx"), "RetrainingPage"),
    ),
    forAnalyst(
      "/selection",
      lazyRouteComponent(() => import("./performance/PerformancePage.tsx"), "PerformancePage"),
    ),
  ]),
  agency.addChildren([
    createRoute({ getParentRoute: () => agency, path: "/agency", component: AgencyQueue }),
    createRoute({
      getParentRoute: () => agency,
      path: "/agency/$caseId",
      component: AgencyDecision,
    }),
  ]),
]);

export const router = createRouter({ routeTree: tree, scrollRestoration: false });

router.subscribe("onBeforeNavigate", ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) linkFollowed();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

/** The OpenAPI document, the page that browses it, and the portal. */
import type { Context, Hono } from "hono";
import { once } from "../once.ts";
import { BROWSER_PAGE, BROWSER_START } from "./api-browser.ts";
import { requestIdOf } from "./frame.ts";
import { securityHeaders } from "./security-headers.ts";
import type { StaticFiles } from "./static-files.ts";

export interface Pages {
  readonly apiBrowser: StaticFiles;
  /** The built portal. */
  readonly web?: StaticFiles;
  readonly https: boolean;
}

const API_PATHS = /^\/(v1|oidc|customs|notifications)(\/|$)/;

/** The OpenAPI document is written when it is first asked for: most servers are never asked, and its writing leaves much to clear away. */
export function addPages(app: Hono, document: () => unknown, pages: Pages | undefined): void {
  const text = once(() => JSON.stringify(document()));
  app.get("/openapi.json", (c) =>
    c.body(text(), 200, {
      ...securityHeaders("api", pages?.https ?? false),
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Request-ID": requestIdOf(c),
    }),
  );
  if (!pages) {
    return;
  }
  const page = (c: Context, response: Response | undefined): Response | Promise<Response> => {
    if (!response) {
      return c.notFound();
    }
    for (const [name, value] of Object.entries(securityHeaders("page", pages.https))) {
      response.headers.set(name, value);
    }
    response.headers.set("X-Request-ID", requestIdOf(c));
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    return response;
  };
  app.get("/docs", (c) => page(c, textResponse(BROWSER_PAGE, "text/html")));
  app.get("/docs/start.js", (c) => page(c, textResponse(BROWSER_START, "text/javascript")));
  app.get("/docs/:name", (c) => page(c, pages.apiBrowser.get(c.req.param("name"), known(c))));
  const { web } = pages;
  if (web) {
    // The portal has its own routes: every address that is not ours is its start page.
    app.get("*", (c) => {
      const name = c.req.path.slice(1);
      const start = API_PATHS.test(c.req.path) ? undefined : web.get("index.html", known(c));
      return page(c, web.get(name, known(c)) ?? start);
    });
  }
}

const known = (c: Context): string | undefined => c.req.header("If-None-Match");

function textResponse(text: string, type: string): Response {
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}

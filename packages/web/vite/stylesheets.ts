/**
 * One stylesheet for each direction of writing. govuk-frontend knows only left and right, so for Arabic rtlcss mirrors
 * what was compiled; our own rules use logical properties and are the same in both.
 */
import { createHash } from "node:crypto";
import path from "node:path";
import rtlcss from "rtlcss";
import { compile } from "sass";
import type { Plugin } from "vite";

const MODULE = "virtual:stylesheets";
const RESOLVED = `\0${MODULE}`;
const folder = path.resolve(import.meta.dirname, "../src/styles");
const modules = path.resolve(import.meta.dirname, "../../../node_modules");

interface Stylesheet {
  readonly fileName: string;
  readonly css: string;
}
interface Stylesheets {
  readonly ltr: Stylesheet;
  readonly rtl: Stylesheet;
}

export function stylesheets(): Plugin {
  let made: Stylesheets | undefined;
  const sheets = () => {
    made ??= makeStylesheets();
    return made;
  };
  return {
    name: "customhouse-stylesheets",
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? moduleText(sheets()) : undefined),
    generateBundle() {
      for (const { fileName, css } of Object.values(sheets())) {
        this.emitFile({ type: "asset", fileName, source: css });
      }
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on("change", (file) => {
        made = file.endsWith(".scss") ? undefined : made;
      });
      server.middlewares.use((request, response, next) => {
        const found = Object.values(sheets()).find((one) => request.url === `/${one.fileName}`);
        if (!found) return next();
        response.setHeader("Content-Type", "text/css; charset=utf-8");
        response.end(found.css);
      });
    },
  };
}

function moduleText({ ltr, rtl }: Stylesheets): string {
  return `export const ltr = "/${ltr.fileName}"; export const rtl = "/${rtl.fileName}";`;
}

function makeStylesheets(): Stylesheets {
  const design = withoutOldBrowserRules(compiled("govuk.scss"));
  const own = compiled("own.scss");
  return {
    ltr: stylesheet("ltr", `${design}\n${own}`),
    rtl: stylesheet("rtl", `${rtlcss.process(design)}\n${own}`),
  };
}

function compiled(name: string): string {
  const options = { loadPaths: [modules], quietDeps: true, style: "compressed" as const };
  return compile(path.join(folder, name), options).css;
}

/** Rules for Internet Explorer hide in media queries that no other parser reads. */
function withoutOldBrowserRules(css: string): string {
  return css.replace(
    /@media[^{]*(?:\\0|\ufffd|-ms-high-contrast)[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g,
    "",
  );
}

function stylesheet(direction: string, css: string): Stylesheet {
  const digest = createHash("sha256").update(css).digest("hex").slice(0, 10);
  return { fileName: `assets/${direction}-${digest}.css`, css };
}

/** The portal's built pages. Built at the first start; a changed checkout is built by `npm run build:web`. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** @returns the folder to serve, or undefined: the API runs without a portal. */
export function portalFolder(root: string): string | undefined {
  const web = path.join(root, "packages/web");
  const built = path.join(web, "dist");
  if (existsSync(path.join(built, "index.html"))) return built;
  if (!existsSync(path.join(web, "index.html"))) return undefined;
  process.stdout.write("building the portal (first start only)\n");
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const result = spawnSync(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: web,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (result.status === 0) return built;
  const why = result.stderr.trim().split("\n").slice(0, 4).join("\n  ");
  process.stderr.write(`The portal could not be built; the API starts without it.\n  ${why}\n`);
  return undefined;
}

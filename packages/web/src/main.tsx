/** Starts the portal: language, country, then the pages. */
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { api, queries } from "./api/client.ts";
import { type Country, CountryContext } from "./api/country.ts";
import { startLanguages } from "./i18n/i18n.ts";
import { router } from "./routes.tsx";
import { chooseIssuer } from "./session/issuer.ts";
import { Unreachable } from "./shell/Unreachable.tsx";

async function start(): Promise<void> {
  const holder = document.getElementById("root");
  if (!holder) throw new Error("The page has no place for the portal");
  const root = createRoot(holder);
  await startLanguages();
  const country = (await api.reference.country().catch(() => undefined)) as Country | undefined;
  if (!country) {
    root.render(<Unreachable />);
    return;
  }
  const { issuer, clientId } = country;
  if (leavesForIssuer(issuer)) return;
  // A portal that cannot reach the issuer still shows what needs no sign-in.
  await chooseIssuer(issuer, clientId).catch(() => undefined);
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <CountryContext value={country}>
          <RouterProvider router={router} />
        </CountryContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** `localhost` and `127.0.0.1` are one machine but two origins; signing in works on the one that the issuer knows. */
function leavesForIssuer(issuer: string | undefined): boolean {
  const isLoopback = (host: string) => host === "localhost" || host === "127.0.0.1";
  if (!issuer) return false;
  const { origin, hostname, port } = new URL(issuer);
  const sameServer = port === location.port && isLoopback(hostname);
  if (origin === location.origin || !sameServer || !isLoopback(location.hostname)) return false;
  location.replace(`${origin}${location.pathname}${location.search}`);
  return true;
}

void start();

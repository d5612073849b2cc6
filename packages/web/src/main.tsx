/** Starts the portal: language, country, then the pages. */
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { api, queries } from "./api/client.ts";
import { type Country, CountryContext } from "./api/country.ts";
import { startLanguages } from "./i18n/i18n.ts";
import { router } from "./routes.tsx";
import { Unreachable } from "./shell/Unreachable.tsx";

async function start(): Promise<void> {
  const holder = document.getElementById("root");
  if (!holder) throw new Error("The page has no place for the portal");
  const root = createRoot(holder);
  await startLanguages();
  const country = await api.reference.country().catch(() => undefined);
  if (!country) {
    root.render(<Unreachable />);
    return;
  }
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <CountryContext value={country as unknown as Country}>
          <RouterProvider router={router} />
        </CountryContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();

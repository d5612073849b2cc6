/** The one client of the portal. Officers state why they read restricted data; traders have no need to. */
import { ApiError, type CustomhouseClient, makeClient } from "@customhouse/client";
import { QueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { freshToken } from "../session/session.ts";

const PURPOSE = "control";
const language = () => i18next.resolvedLanguage;
const options = { url: location.origin, token: freshToken, language };

export const api: CustomhouseClient = makeClient(options);
export const officialApi: CustomhouseClient = makeClient({ ...options, purpose: PURPOSE });

const FRESH_MS = 2_000;
const RETRIES = 2;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // What the server refuses it refuses again; only a network that failed is worth another try.
      retry: (count, problem) => count < RETRIES && !(problem instanceof ApiError),
      refetchOnWindowFocus: true,
    },
  },
});

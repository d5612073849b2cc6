import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { stylesheets } from "./vite/stylesheets.ts";

const SERVER = "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), stylesheets()],
  build: {
    target: "es2023",
    // Nothing may stand in the page itself: the server's policy takes scripts and styles from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/v1": SERVER, "/oidc": SERVER, "/docs": SERVER } },
});

/** The HTML of the sign-in page. */
import type { Language } from "@customhouse/model";
import { type SignInWords, signInWords } from "./sign-in-words.ts";
import type { User } from "./users.ts";

export interface SignInContent {
  readonly action?: string;
  readonly users?: readonly User[];
  /** Which of the page's own messages to show as a problem. */
  readonly problem?: "expired" | "tooMany" | "wrong";
  readonly language: Language;
}

export function signInPage(stylesheet: string, content: SignInContent): string {
  const { action, users = [], language } = content;
  const words = signInWords[language];
  const message = content.problem && words[content.problem];
  return `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${message ? `${words.error}: ` : ""}${words.title}</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<main>
<h1>${words.title}</h1>
${message ? `<p role="alert" class="problem">${escapeHtml(message)}</p>` : ""}
${action && users.length > 0 ? demoChoices(action, users, words) : ""}
${action ? passwordForm(action, words) : ""}
</main>
</body>
</html>
`;
}

function demoChoices(action: string, users: readonly User[], words: SignInWords): string {
  const choices = users.map(
    (user) => `<li><form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="demo" value="yes">
<button name="username" value="${escapeHtml(user.username)}">${escapeHtml(user.name)}
<span>${escapeHtml(describe(user))}</span></button></form></li>`,
  );
  return `<h2>${words.demoTitle}</h2>
<p>${words.demoText}</p>
<ul>${choices.join("\n")}</ul>`;
}

function describe(user: User): string {
  const about = user.tin ?? user.agency ?? user.office;
  return about ? `${user.role}, ${about}` : user.role;
}

function passwordForm(action: string, words: SignInWords): string {
  return `<h2>${words.passwordTitle}</h2>
<form method="post" action="${escapeHtml(action)}">
<p><label for="username">${words.username}</label>
<input id="username" name="username" autocomplete="username" required maxlength="100"></p>
<p><label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required
 maxlength="200"></p>
<p><button>${words.submit}</button></p>
</form>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

export const SIGN_IN_CSS = `
body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 0; color: #14202b; background: #f3f5f7; }
main { max-width: 40rem; margin: 2rem auto; padding: 1.5rem; background: #fff; }
ul { list-style: none; padding: 0; }
li { margin: 0 0 .5rem; }
button { font: inherit; padding: .6rem 1rem; color: #fff; background: #0b4f6c; border: 0; cursor: pointer; }
li button { width: 100%; text-align: start; }
li button span { display: block; font-size: .9rem; }
input { font: inherit; display: block; width: 100%; max-width: 24rem; padding: .5rem; border: 2px solid #14202b;
  box-sizing: border-box; }
button:focus-visible, input:focus-visible { outline: 4px solid #ffb000; outline-offset: 2px; }
.problem { border-inline-start: .4rem solid #b00020; padding-inline-start: 1rem; font-weight: bold; }
`;

/** What the sign-in page looks like. */
import type { User } from "./users.ts";

export interface SignInContent {
  readonly action?: string;
  readonly users?: readonly User[];
  readonly message?: string;
}

export function signInPage(stylesheet: string, content: SignInContent): string {
  const { action, users = [], message } = content;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${message ? "Error: " : ""}Sign in – Customhouse</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<main>
<h1>Sign in to Customhouse</h1>
${message ? `<p role="alert" class="problem">${escapeHtml(message)}</p>` : ""}
${action && users.length > 0 ? demoChoices(action, users) : ""}
${action ? passwordForm(action) : ""}
</main>
</body>
</html>
`;
}

function demoChoices(action: string, users: readonly User[]): string {
  const choices = users.map(
    (user) => `<li><form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="demo" value="yes">
<button name="username" value="${escapeHtml(user.username)}">${escapeHtml(user.name)}
<span>${escapeHtml(describe(user))}</span></button></form></li>`,
  );
  return `<h2>Try it as</h2>
<p>This is a demonstration: these people do not exist and need no password.</p>
<ul>${choices.join("\n")}</ul>`;
}

function describe(user: User): string {
  const about = user.tin ?? user.agency ?? user.office;
  return about ? `${user.role}, ${about}` : user.role;
}

function passwordForm(action: string): string {
  return `<h2>With a password</h2>
<form method="post" action="${escapeHtml(action)}">
<p><label for="username">User name</label>
<input id="username" name="username" autocomplete="username" required maxlength="100"></p>
<p><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required
 maxlength="200"></p>
<p><button>Sign in</button></p>
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

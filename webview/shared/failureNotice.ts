import { html } from "./elements.js";

/** Says over the page, once, that it may not show what is. */
export function failureNotice(root: HTMLElement): void {
  if (root.querySelector(".pageFailure") !== null) return;
  const notice = html(
    "p",
    "pageFailure",
    "This panel could not read what it was sent, so it may not show what is. Close it and open it again; if that does not help, see the output “Aqueduct”.",
  );
  notice.setAttribute("role", "alert");
  notice.style.margin = "0";
  notice.style.padding = "8px 12px";
  notice.style.background = "var(--vscode-inputValidation-errorBackground)";
  notice.style.color = "var(--vscode-inputValidation-errorForeground, var(--vscode-foreground))";
  notice.style.borderBottom = "1px solid var(--vscode-inputValidation-errorBorder)";
  root.prepend(notice);
}

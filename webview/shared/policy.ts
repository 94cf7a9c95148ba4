import type { PolicyViolation } from "../../src/formats/panel.js";

const early: PolicyViolation[] = [];
let listener: ((violation: PolicyViolation) => void) | undefined;

// Listens from the page's first statement on, since what loads after it may already offend.
document.addEventListener("securitypolicyviolation", (event) => {
  const violation = {
    directive: event.effectiveDirective,
    blocked: event.blockedURI,
    source: event.sourceFile,
    line: event.lineNumber,
  };
  if (listener) listener(violation);
  else early.push(violation);
});

/** Hands over every refusal by the content security policy, those from before the call too. */
export function onPolicyViolation(listen: (violation: PolicyViolation) => void): void {
  listener = listen;
  early.splice(0).forEach(listen);
}

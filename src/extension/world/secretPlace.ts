import { env, UIKind } from "vscode";

/**
 * Whether the workbench may forget secrets when its window is reloaded: a VS Code server without code-server around it keeps them in the page's memory alone.
 * Nothing tells an extension of it, so it is concluded from what differs.
 */
export function mayForgetSecrets(environment: Readonly<Record<string, string | undefined>>): boolean {
  return (
    env.uiKind === UIKind.Web &&
    env.appHost === "server-distro" &&
    environment["CODE_SERVER_SESSION_SOCKET"] === undefined &&
    environment["CODE_SERVER_PARENT_PID"] === undefined
  );
}

import * as vscode from "vscode";
import { isTypable, readTyped, typedText, type AskedParameter } from "../../core/index.js";
import { showInputBox, showQuickPick } from "../shown.js";

export interface ParameterForm {
  /** Of the window that asks, such as `Run wine predictions`. */
  readonly title: string;
  /** What the first line does, such as `Run` or `Trigger`. */
  readonly action: string;
  readonly parameters: readonly AskedParameter[];
}

/** What was typed, by id: the traced workflow says what it is. A parameter that keeps its default is left out. */
export type ParameterValues = Readonly<Record<string, string>>;

type Line = vscode.QuickPickItem & { readonly parameter?: AskedParameter };

/**
 * Shows all parameters with their values; each can be set, checked by its type as it is typed. Resolves at once where there is nothing to ask.
 *
 * @returns undefined where somebody pressed Escape
 */
export async function askParameters({
  title,
  action,
  parameters,
}: ParameterForm): Promise<ParameterValues | undefined> {
  const asked = parameters.filter(isTypable);
  const values = new Map<string, string>();
  while (asked.length > 0) {
    const chosen = await showQuickPick(linesOf(action, asked, values), {
      title,
      placeHolder: `${action} with these values, or choose one to change it`,
      ignoreFocusOut: true,
    });
    if (chosen === undefined) return undefined;
    if (chosen.parameter === undefined) break;
    await askOne(title, chosen.parameter, values);
  }
  return Object.fromEntries(values);
}

function linesOf(
  action: string,
  parameters: readonly AskedParameter[],
  values: ReadonlyMap<string, string>,
): readonly Line[] {
  return [
    {
      label: `$(play) ${action}`,
      description: values.size === 0 ? "with the defaults" : "with these values",
      alwaysShow: true,
    },
    { label: "Parameters", kind: vscode.QuickPickItemKind.Separator },
    ...parameters.map((parameter) => lineOf(parameter, values)),
  ];
}

function lineOf(parameter: AskedParameter, values: ReadonlyMap<string, string>): Line {
  const value = values.get(parameter.id);
  const byDefault = defaultText(parameter);
  return {
    label: `$(edit) ${parameter.name}`,
    description: value ?? byDefault ?? "default of the file",
    ...(value !== undefined && byDefault !== undefined && { detail: `default: ${byDefault}` }),
    parameter,
  };
}

/** Escape leaves the value as it was. */
async function askOne(title: string, parameter: AskedParameter, values: Map<string, string>): Promise<void> {
  const byDefault = defaultText(parameter);
  const text = await showInputBox({
    title: `${title}: ${parameter.name}`,
    prompt:
      byDefault === undefined
        ? `Value of ${parameter.name} for this run`
        : `Value of ${parameter.name} for this run (default: ${byDefault})`,
    value: values.get(parameter.id) ?? byDefault ?? "",
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const read = readTyped(parameter, typed);
      return read.ok ? undefined : read.error;
    },
  });
  const read = text === undefined ? undefined : readTyped(parameter, text);
  if (text === undefined || read?.ok !== true) return;
  if (typedText(read.value, parameter) === byDefault) values.delete(parameter.id);
  else values.set(parameter.id, text);
}

/** As it could be typed; undefined where it cannot. */
function defaultText(parameter: AskedParameter): string | undefined {
  const value = parameter.default?.json;
  return value === undefined ? undefined : typedText(value, parameter);
}

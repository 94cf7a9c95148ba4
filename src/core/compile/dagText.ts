import template from "../../runtime/aqueduct/launcher/dag_template.py";

/**
 * The DAG file of a workflow: constant Python text around one JSON literal, so that no workflow can break it.
 *
 * @param spec the literal of docs/formats/publications.md, as JSON text
 * @returns ASCII text in Python 3.8 grammar that imports the standard library and Airflow only
 */
export function dagText(spec: string): string {
  return template.replace(literalLine, () => `SPEC = json.loads(${pythonString(asciiJson(spec))})`);
}

/** The one line of the template that differs from workflow to workflow. */
const literalLine = /^SPEC = .*$/m;

/** JSON allows any character in its strings as an escape, and none but ASCII outside of them. */
function asciiJson(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function pythonString(ascii: string): string {
  return `'${ascii.replace(/[\\']/g, "\\$&")}'`;
}

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { checkedGraph } from "../../../src/core/index.js";
import { Reading } from "../parse/reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

/** The warnings of a file: line and message. */
function warnings(text: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  return checkedGraph(reading.file(`from aqueduct import Client, op\nimport os\n${text}`, modules))
    .problems.filter(({ code }) => code === "captured-secret")
    .map(({ line, message, severity }) => {
      expect(severity).toBe("warning");
      return `${String(line - 2)}: ${message}`;
    });
}

/** An operator that takes names along. */
function ask(names: string): string {
  return `\n@op\ndef ask():\n    return ${names}\nask()\n`;
}

/** The lines that are warned of, and what goes along. */
function lines(text: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  return warnings(text, modules).map((one) => {
    const [line = ""] = one.split(":");
    const [told = ""] = one.split(" along");
    return `${line} ${[...told.matchAll(/`(\w+)`/g)].map(([, name]) => name).join(" ")}`;
  });
}

describe("what is read on this machine and goes along with an operator", () => {
  test.each([
    ["an item of os.environ", "KEY = os.environ['KEY']", "KEY", "1 KEY ask"],
    ["get, with a default", "KEY = os.environ.get('KEY', 'x' * 9)", "KEY", "1 KEY ask"],
    ["os.getenv", "KEY = os.getenv('KEY') or 'none'", "KEY", "1 KEY ask"],
    ["under another name", "from os import environ as E\nKEY = E['KEY']", "KEY", "2 KEY ask"],
    [
      "a header that is made of it",
      "KEY = os.environ['KEY']\nHEADERS = {'Authorization': f'Bearer {KEY}'}",
      "HEADERS",
      "1 HEADERS ask",
    ],
    [
      "joined, formatted, stripped",
      "KEY = 'a' + '{}'.format(' '.join([os.environ['KEY'].strip()]))",
      "KEY",
      "1 KEY ask",
    ],
    ["by percent", "URL = 'https://u:%s@host' % os.environ['KEY']", "URL", "1 URL ask"],
    ["encoded", "import base64\nKEY = base64.b64encode(os.environ['KEY'].encode()).decode()", "KEY", "2 KEY ask"],
    ["one of several", "KEYS = os.environ['KEYS'].split(',')", "KEYS", "1 KEYS ask"],
    [
      "by a helper",
      "def headers():\n    return {'X-Key': os.environ['KEY']}\nHEADERS = headers()",
      "HEADERS",
      "2 HEADERS ask",
    ],
    [
      "in an object of the file",
      "class Config:\n    def __init__(self, key):\n        self.key = key\nC = Config(os.environ['KEY'])",
      "C.key",
      "4 C ask",
    ],
    ["a path", "from pathlib import Path\nDATA = Path(os.environ['DATA']) / 'raw'", "DATA", "2 DATA ask"],
    ["all of it", "ALL = dict(os.environ)", "ALL", "1 ALL ask"],
    ["a copy of all of it", "ALL = {**os.environ, 'A': '1'}", "ALL", "1 ALL ask"],
    ["getpass", "import getpass\nPIN = getpass.getpass()", "PIN", "2 PIN ask"],
    ["a keyring", "import keyring\nPIN = keyring.get_password('a', 'b')", "PIN", "2 PIN ask"],
    ["an .env file", "from dotenv import dotenv_values\nCONFIG = dotenv_values('.env')", "CONFIG", "2 CONFIG ask"],
    ["decouple", "from decouple import config\nKEY = config('KEY')", "KEY", "2 KEY ask"],
    ["in a condition", "KEY = os.environ['A'] if 'A' in os.environ else None", "KEY", "1 KEY ask"],
    ["what another file reads, on the line that assigns it", "import settings\nKEY = settings.KEY", "KEY", "2 KEY ask"],
  ])("%s", (_, text, names, line) => {
    expect(lines(text + ask(names), { "settings.py": "import os\nKEY = os.environ['KEY']\n" })).toEqual([line]);
  });

  test("by helpers, once for all names and operators", () => {
    const text =
      "KEY = os.environ['KEY']\nHEADER = 'Bearer ' + KEY\ndef head():\n    return HEADER\n@op\ndef one():\n    return head()\n@op\ndef two():\n    return KEY\none(), two()";
    expect(lines(text)).toEqual(["1 HEADER KEY one two"]);
  });
});

describe("what is named like a secret and goes along with an operator", () => {
  const { secrets, others } = JSON.parse(readFileSync("test/unit/check/secretNames.json", "utf8")) as {
    readonly secrets: readonly string[];
    readonly others: readonly string[];
  };
  const isName = (name: string): boolean => /^\w+$/.test(name);

  test.each(secrets)("%s", (name) => {
    expect(lines(`${name} = 'hunter2hunter2'${ask(name)}`)).toEqual([`1 ${name} ask`]);
    expect(lines(`${name} = b'hunter2hunter2'${ask(name)}`)).toEqual([`1 ${name} ask`]);
  });

  test.each(others.filter(isName))("not %s", (name) => {
    expect(lines(`${name} = 'hunter2hunter2'${ask(name)}`)).toEqual([]);
  });
});

describe("nothing is said", () => {
  test.each([
    ["of an empty one, a number, none", "PASSWORD = ''\nTOKEN = None\nAPI_KEY = 4", "PASSWORD, TOKEN, API_KEY"],
    ["of what no operator takes along", "PASSWORD = 'x'\nKEY = os.environ['KEY']", "1"],
    [
      "of a number, and of what is judged",
      "N = int(os.environ.get('N', '3'))\nDEBUG = os.getenv('DEBUG') == '1'\nHAS = 'A' in os.environ\nONE = os.environ['A'].startswith('x')",
      "N, DEBUG, HAS, ONE",
    ],
    ["of a table that is read from a place", "import pandas as pd\nDF = pd.read_csv(os.environ['DATA'])", "DF"],
    [
      "of a value that is chosen by it",
      "URL = {'dev': 'a', 'prod': 'b'}[os.environ['STAGE']]\nOTHER = {'dev': 'a'}.get(os.environ['STAGE'])",
      "URL, OTHER",
    ],
    ["of what the operator reads itself", "", "os.environ['KEY']"],
    ["of what a helper reads that only the operator calls", "def key():\n    return os.environ['KEY']", "key()"],
    ["of a name of the operator's own", "PASSWORD = 'x'", "[PASSWORD for PASSWORD in 'ab']"],
    ["of a name that is imported: it is read anew", "from settings import KEY\nimport settings", "KEY, settings.KEY"],
    ["of a name that is something else by then", "KEY = os.environ['KEY']\nKEY = 4", "KEY"],
  ])("%s", (_, text, names) => {
    expect(lines(text + ask(names), { "settings.py": "import os\nKEY = os.environ['KEY']\n" })).toEqual([]);
  });
});

test("a secret that becomes the default of a parameter", () => {
  const operator = "@op\ndef ask(key, size=1):\n    return 1\n";
  expect(lines(`${operator}ask(os.environ['API_KEY'])`)).toEqual(["4 "]);
  expect(lines(`${operator}KEY = os.environ['API_KEY']\nask('Bearer ' + KEY)`)).toEqual(["4 "]);
  expect(lines(`Client().create_param('password', default=os.environ['PW'])`)).toEqual(["1 password"]);
  expect(lines(`${operator}ask(os.environ['STAGE'])`)).toEqual([]);
});

test("the sentences say who takes it along and what to do", () => {
  const then = "use a resource of aqueduct.json, or a Connection or Variable of Airflow.";
  expect(warnings(`KEY = os.environ['KEY']${ask("KEY")}`)).toEqual([
    `1: \`KEY\` holds a value that was read on this machine, and \`ask\` takes it along: it is stored as plain text with the workflow. Read it in \`ask\`, ${then}`,
  ]);
  expect(warnings(`PASSWORD = 'hunter2'${ask("PASSWORD")}`)).toEqual([
    `1: \`PASSWORD\` looks like a secret, and \`ask\` takes it along: it is stored as plain text with the workflow. Read it in \`ask\`, ${then}`,
  ]);
  expect(warnings("@op\ndef ask(key):\n    return 1\nask(os.environ['API_KEY'])")).toEqual([
    `4: The default of \`ask:key\` holds a value that was read on this machine: it is stored as plain text with the workflow. Read it inside the operator, ${then}`,
  ]);
});

test("of many operators three are named", () => {
  const operators = ["a", "b", "c", "d", "e"].map((name) => `@op\ndef ${name}():\n    return KEY\n${name}()\n`);
  const [told = ""] = warnings(`KEY = os.environ['KEY']\n${operators.join("")}`);
  expect(told).toContain("and `a`, `b`, `c` and 2 others take it along");
  expect(warnings(`KEY = os.environ['KEY']\n${operators.slice(0, 4).join("")}`)[0]).toContain(
    "`a`, `b`, `c` and `d` take it",
  );
});

import { beforeAll, describe, expect, test } from "vitest";
import { checkedGraph } from "../../../src/core/index.js";
import { Reading } from "../parse/reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

const operator = "\n@op\ndef look():\n    return 1\nlook()\n";

/** The hints of a file: line and what is written there. */
function hints(text: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  return checkedGraph(reading.file(`from aqueduct import op\n${text}`, modules))
    .problems.filter(({ code }) => code === "process-state")
    .map(({ line, message, severity }) => {
      expect(severity).toBe("information");
      return `${String(line - 1)}: ${/`(.*?)`/.exec(message)?.[1] ?? message}`;
    });
}

describe("what the top level sets of its process and operators do not see", () => {
  test.each([
    ["import os\nos.environ['MODE'] = 'fast'", "2: os.environ['MODE']"],
    ["from os import environ as E\nE['MODE'] = 'fast'", "2: E['MODE']"],
    ["import os\nos.environ.update(A='1')", "2: os.environ.update()"],
    ["import os\nos.environ.setdefault('A', '1')", "2: os.environ.setdefault()"],
    ["import os\nos.environ |= {'A': '1'}", "2: os.environ"],
    ["import os\ndel os.environ['A']", "2: os.environ['A']"],
    ["import os\nos.environ.pop('A', None)", "2: os.environ.pop()"],
    ["import os\nos.putenv('A', '1')", "2: os.putenv()"],
    ["import os\nos.chdir('/data')", "2: os.chdir()"],
    ["from dotenv import load_dotenv\nload_dotenv()", "2: load_dotenv()"],
    ["import random\nrandom.seed(0)", "2: random.seed()"],
    ["from random import seed\nseed(0)", "2: seed()"],
    ["import numpy as np\nnp.random.seed(0)", "2: np.random.seed()"],
    ["import numpy.random as npr\nnpr.seed(0)", "2: npr.seed()"],
    ["import torch\ntorch.manual_seed(0)", "2: torch.manual_seed()"],
    ["import tensorflow as tf\ntf.random.set_seed(0)", "2: tf.random.set_seed()"],
    ["import torch\ntorch.backends.cudnn.deterministic = True", "2: torch.backends.cudnn.deterministic"],
    ["import decimal\ndecimal.getcontext().prec = 50", "2: decimal.getcontext().prec"],
    ["from decimal import getcontext\ncontext = getcontext()\ncontext.prec = 50", "3: context.prec"],
    ["import pandas as pd\npd.options.mode.copy_on_write = True", "2: pd.options.mode.copy_on_write"],
    ["import pandas as pd\npd.set_option('display.width', 9, 'mode.use_inf_as_na', True)", "2: pd.set_option()"],
    ["import pandas as pd\npd.DataFrame.half = lambda self: self / 2", "2: pd.DataFrame.half"],
    ["import numpy as np\nnp.seterr(all='raise')", "2: np.seterr()"],
    ["import locale\nlocale.setlocale(locale.LC_ALL, 'de_DE')", "2: locale.setlocale()"],
    ["import sys\nsys.setrecursionlimit(9000)", "2: sys.setrecursionlimit()"],
    ["import socket\nsocket.setdefaulttimeout(3)", "2: socket.setdefaulttimeout()"],
    ["import matplotlib\nmatplotlib.use('TkAgg')", "2: matplotlib.use()"],
    ["import matplotlib.pyplot as plt\nplt.style.use('ggplot')", "2: plt.style.use()"],
    ["from matplotlib import rcParams\nrcParams['font.size'] = 9", "2: rcParams['font.size']"],
    ["import seaborn as sns\nsns.set_theme()", "2: sns.set_theme()"],
    ["import polars as pl\npl.Config.set_auto_structify(True)", "2: pl.Config.set_auto_structify()"],
    ["import multiprocessing as mp\nmp.set_start_method('spawn')", "2: mp.set_start_method()"],
    ["import signal\nsignal.signal(signal.SIGALRM, print)", "2: signal.signal()"],
    ["import gc\ngc.disable()", "2: gc.disable()"],
    ["import sqlite3\nsqlite3.register_adapter(int, str)", "2: sqlite3.register_adapter()"],
    ["import copyreg\ncopyreg.pickle(int, str)", "2: copyreg.pickle()"],
    ["import csv, sys\ncsv.field_size_limit(sys.maxsize)", "2: csv.field_size_limit()"],
    ["import warnings\nwarnings.simplefilter('error')", "2: warnings.simplefilter()"],
    ["import json\njson.extra = 7", "2: json.extra"],
    ["import json\nsetattr(json, 'extra', 7)", "2: setattr()"],
    ["import ssl\nssl._create_default_https_context = None", "2: ssl._create_default_https_context"],
    ["import sys\nsys.modules['old'] = sys", "2: sys.modules['old']"],
    ["from tqdm import tqdm\ntqdm.pandas()", "2: tqdm.pandas()"],
    ["import os\nif __name__ == '__main__':\n    os.chdir('/data')", "3: os.chdir()"],
    ["import os\nfor name in names():\n    os.environ[name] = '1'", "3: os.environ[name]"],
    ["import os\ntry:\n    os.environ['A'] = '1'\nexcept KeyError:\n    pass", "3: os.environ['A']"],
  ])("%j: a hint on %s", (text, hint) => {
    expect(hints(text + operator)).toEqual([hint]);
  });

  test("in a helper of the file, on the statement of the helper", () => {
    const text =
      "import random\nimport numpy as np\ndef seed_all(n):\n    random.seed(n)\n    np.random.seed(n)\nseed_all(4)";
    expect(hints(text + operator)).toEqual(["4: random.seed()", "5: np.random.seed()"]);
  });

  test("in a helper of another file, on its call; in a module that no operator imports, on its import", () => {
    const modules = {
      "tools.py": "import random\ndef seed_all(n):\n    random.seed(n)\n",
      "setup_env.py": "import os\nos.environ['A'] = '1'\n",
    };
    expect(hints(`import tools\ntools.seed_all(4)${operator}`, modules)).toEqual(["2: random.seed()"]);
    expect(hints(`import setup_env${operator}`, modules)).toEqual(["1: os.environ['A']"]);
  });

  test("where operators are made by a call, and in a helper", () => {
    const seed = "import random\nrandom.seed(0)\n";
    expect(hints(`${seed}def draw():\n    return random.random()\nop(draw)()`)).toEqual(["2: random.seed()"]);
    expect(hints(`${seed}op(name='x')(lambda: random.random())()`)).toEqual(["2: random.seed()"]);
    expect(hints(`${seed}def prepare():\n    random.seed(0)\ndef draw():\n    prepare()\nop(draw)()`)).toEqual([]);
  });

  test("once for all that a call or an import sets", () => {
    const modules = { "setup_env.py": "import os, random\nos.environ['A'] = '1'\nrandom.seed(1)\n" };
    const found = checkedGraph(reading.file(`from aqueduct import op\nimport setup_env${operator}`, modules)).problems;
    expect(found.map(({ message }) => message)).toEqual([
      "`os.environ['A']` and `random.seed()` are set here only: operators run in processes of their own and do not see them. Set them inside the operators that need them.",
    ]);
  });
});

describe("nothing is said", () => {
  test("of modules of the folder, also where theirs has no __init__.py", () => {
    const modules = { "flat.py": "Y = 1\n", "ns/deep.py": "Y = 1\n" };
    const set = "import flat\nfrom ns import deep\nimport ns.deep as d\nflat.Y = 2\ndeep.Y = 2\nd.Y = 3\n";
    expect(hints(set + operator, modules)).toEqual([]);
  });

  test.each([
    [
      "of how tables are shown",
      "import pandas as pd\npd.set_option('display.max_rows', 5)\npd.options.display.width = 9\npd.set_option('max_columns', None)",
    ],
    ["of how arrays are shown", "import numpy as np\nnp.set_printoptions(precision=2)"],
    [
      "of filters of warnings",
      "import warnings, numpy as np\nwarnings.filterwarnings('ignore')\nwarnings.simplefilter(action='ignore', category=FutureWarning)\nnp.seterr(all='ignore')",
    ],
    ["of warnings about copies", "import pandas as pd\npd.options.mode.chained_assignment = None"],
    ["of a backend without windows", "import matplotlib\nmatplotlib.use('Agg')"],
    [
      "of where modules are found",
      "import sys\nsys.path.insert(0, 'lib')\nsys.path.append('x')\nsys.path = sys.path + ['y']",
    ],
    ["of what is printed where", "import sys\nsys.stdout = open('log', 'w')"],
    [
      "of logging",
      "import logging\nlogging.basicConfig(level=logging.INFO)\nlogging.getLogger('x').setLevel(10)\nlogging.getLogger().handlers = []",
    ],
    [
      "of a generator that is a value",
      "import numpy as np, random\nrng = np.random.default_rng(0)\nmine = random.Random(4)",
    ],
    [
      "of an object that a package gave",
      "import pandas as pd, requests\ndf = pd.DataFrame()\ndf.columns = ['a']\ndf['b'] = 1\ns = requests.Session()\ns.verify = False",
    ],
    [
      "of classes and functions of the file",
      "class Settings:\n    rate = 1\nSettings.rate = 2\ndef f():\n    pass\nf.factor = 3",
    ],
    [
      "of what a with sets back",
      "import warnings, decimal\nwith warnings.catch_warnings():\n    warnings.simplefilter('error')\nwith decimal.localcontext() as c:\n    c.prec = 5",
    ],
    ["of a helper that nobody calls", "import random\ndef seed_all():\n    random.seed(1)"],
    ["of reading the environment", "import os\nMODE = os.environ.get('MODE', 'x')\nos.getenv('A')"],
    ["of a class that sets it where it is made", "import os\nclass A:\n    os.environ['A'] = '1'"],
  ])("%s", (_, text) => {
    expect(hints(text + operator)).toEqual([]);
  });

  test("in a file without operators", () => {
    expect(hints("import random\nrandom.seed(0)")).toEqual([]);
  });

  test("of modules of the workspace: their state travels", () => {
    const modules = { "knobs.py": "LIMIT = 1\nTABLE = {}\n" };
    const text = "import knobs\nknobs.LIMIT = 2\nknobs.TABLE['a'] = 1\nsetattr(knobs, 'ADDED', 5)";
    expect(hints(text + operator, modules)).toEqual([]);
  });

  test("of a module that may be the workspace's, found by sys.path", () => {
    expect(hints(`import sys\nsys.path.insert(0, '../lib')\nimport knobs\nknobs.LIMIT = 2${operator}`)).toEqual([]);
  });

  test("where every operator that needs it sets it too", () => {
    const setsItself =
      "\n@op\ndef look():\n    random.seed(4)\n    return random.random()\nlook()\n@op\ndef other():\n    return 1\n";
    expect(hints(`import random\nrandom.seed(0)\nSAMPLE = random.random()${setsItself}`)).toEqual([]);
  });

  test("where operators call the helper that sets it", () => {
    const text =
      "import random\ndef prepare():\n    random.seed(0)\nprepare()\n@op\ndef look():\n    prepare()\n    return random.random()\nlook()";
    expect(hints(text)).toEqual([]);
  });

  test("of what a module sets that the operators import: it runs there too", () => {
    const modules = { "tools.py": "import random\nrandom.seed(0)\ndef draw():\n    return random.random()\n" };
    expect(hints("import tools\n@op\ndef look():\n    return tools.draw()\nlook()", modules)).toEqual([]);
  });

  test.each([
    [
      "by a name",
      "from config import device\n@op\ndef look():\n    return device\n@op\ndef other():\n    return 1\nlook()",
    ],
    ["by a star", "from config import *\n@op\ndef look():\n    return device\nlook()"],
    ["through another module", "import tools\n@op\ndef look():\n    return tools.draw()\nlook()"],
  ])("of what a module sets that the operators import %s", (_, text) => {
    const modules = {
      "config.py": "import os, random\nrandom.seed(0)\nos.environ['A'] = '1'\ndevice = open('x')\n",
      "tools.py": "from config import device\ndef draw():\n    return 1\n",
    };
    expect(hints(text, modules)).toEqual([]);
  });

  test("in operators, and in what only they call", () => {
    const text =
      "import random, os\ndef prepare():\n    random.seed(0)\n@op\ndef look():\n    prepare()\n    os.environ['A'] = '1'\n    return 1\nlook()";
    expect(hints(text)).toEqual([]);
  });
});

test("the sentence says what to do", () => {
  const messages = (text: string): readonly string[] =>
    checkedGraph(reading.file(`from aqueduct import op\n${text}${operator}`)).problems.map(({ message }) => message);
  expect(messages("import os\nos.environ['MODE'] = 'x'")).toEqual([
    "`os.environ['MODE']` is set here only: operators run in processes of their own and do not see it. Set it inside the operators that need it.",
  ]);
  expect(messages("import random\nrandom.seed(1)")).toEqual([
    "`random.seed()` has an effect here only: operators run in processes of their own and do not see it. Call it inside the operators that need it.",
  ]);
  expect(messages("import os\ndel os.environ['MODE']")).toEqual([
    "`os.environ['MODE']` is removed here only: operators run in processes of their own and do not see it. Remove it inside the operators that need it.",
  ]);
});

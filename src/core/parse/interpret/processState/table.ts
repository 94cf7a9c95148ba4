import { textOf } from "../python.js";
import type { Value } from "../values.js";
import { isEnvironment } from "./sources.js";

/** State of the process that code sets: a fresh process does not have it. */
export interface ProcessState {
  /** The same for what is set in the same place again. */
  readonly key: string;
  readonly how: "called" | "set" | "removed";
  /** What it has an effect on: beginnings of dotted names, and methods; undefined: on anything. */
  readonly affects: Affected | undefined;
}

export interface Affected {
  readonly paths: readonly string[];
  readonly methods?: readonly string[];
}

/** The arguments of a call, as far as their values are known. */
export interface CallValues {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

const environment: Affected = { paths: ["os.environ", "os.getenv"] };
const figures: Affected = { paths: ["matplotlib", "seaborn", "pandas.plotting"], methods: ["plot", "hist", "boxplot"] };
const arrays: Affected = { paths: ["numpy.random", "scipy", "sklearn"], methods: ["sample"] };

/** Functions that change the process, by what they have an effect on. Functions of a package have it on that package. */
const functions: readonly (readonly [affects: Affected | "package" | undefined, names: string])[] = [
  [environment, "os.putenv os.unsetenv os.environ.update os.environ.setdefault os.environ.pop os.environ.clear"],
  [environment, "dotenv.load_dotenv dotenv.main.load_dotenv environ.Env.read_env environs.Env().read_env"],
  ["package", "random.seed random.setstate decimal.setcontext faker.Faker.seed polars.set_random_seed"],
  [arrays, "numpy.random.seed numpy.random.set_state"],
  [
    { paths: ["torch"] },
    "torch.manual_seed torch.random.manual_seed torch.cuda.manual_seed torch.cuda.manual_seed_all torch.set_default_dtype torch.set_default_device torch.set_default_tensor_type torch.use_deterministic_algorithms torch.set_grad_enabled",
  ],
  [
    { paths: ["tensorflow", "keras"] },
    "tensorflow.random.set_seed tensorflow.set_random_seed tensorflow.keras.utils.set_random_seed keras.utils.set_random_seed tensorflow.keras.backend.set_floatx keras.backend.set_floatx",
  ],
  [
    undefined,
    "transformers.set_seed accelerate.utils.set_seed lightning.seed_everything lightning.pytorch.seed_everything pytorch_lightning.seed_everything",
  ],
  [
    "package",
    "jax.config.update sklearn.set_config dask.config.set mlflow.set_tracking_uri mlflow.set_experiment mlflow.autolog mlflow.sklearn.autolog polars.enable_string_cache polars.Config.set_auto_structify polars.Config.activate_decimals polars.Config.set_engine_affinity polars.Config.load polars.Config.load_from_file",
  ],
  [
    figures,
    "matplotlib.use matplotlib.rc matplotlib.rc_file matplotlib.rcdefaults matplotlib.rcParams.update matplotlib.style.use matplotlib.pyplot.style.use matplotlib.pyplot.rc matplotlib.pyplot.rcdefaults matplotlib.pyplot.rcParams.update matplotlib.pyplot.switch_backend matplotlib.pyplot.xkcd seaborn.set seaborn.set_theme seaborn.set_style seaborn.set_palette seaborn.set_context",
  ],
  [{ paths: ["pandas"], methods: ["progress_apply", "progress_map"] }, "tqdm.tqdm.pandas tqdm.auto.tqdm.pandas"],
  [{ paths: [], methods: ["parallel_apply"] }, "pandarallel.pandarallel.initialize"],
  [
    "package",
    "sqlite3.register_adapter sqlite3.register_converter psycopg2.extensions.register_adapter psycopg2.extensions.register_type codecs.register codecs.register_error copyreg.pickle csv.register_dialect csv.field_size_limit mimetypes.add_type yaml.add_constructor yaml.add_representer yaml.add_implicit_resolver signal.signal gc.disable socket.setdefaulttimeout urllib.request.install_opener",
  ],
  [
    undefined,
    "os.chdir os.umask locale.setlocale time.tzset sys.setrecursionlimit sys.set_int_max_str_digits multiprocessing.set_start_method asyncio.set_event_loop_policy nest_asyncio.apply gevent.monkey.patch_all",
  ],
];

const affectedBy = new Map(
  functions.flatMap(([affects, names]) =>
    names.split(" ").map((name) => [name, affects === "package" ? packageOf(name) : affects] as const),
  ),
);

/** Options of pandas that change values; all others say how things are shown. */
const computingOption =
  /(^|\.)(use_bottleneck|use_numba|use_numexpr|use_inf_as_na|copy_on_write|string_storage|infer_string|no_silent_downcasting|data_manager|sim_interactive|backend)$/;

/** What is only shown or logged, what is found by `sys.path`, and logging, whose levels travel. */
const nothing =
  /^(sys\.(path|stdout|stderr|stdin|excepthook|displayhook|dont_write_bytecode|tracebacklimit|ps1|ps2)|warnings|logging|__main__|plotly\.io\.renderers|pandas\.options\.(display|styler|io)|pandas\.options\.mode\.chained_assignment)(\.|$)/;

/** What calling a function of a package sets; undefined: nothing that changes a value. */
export function stateOfCall(path: string, given: CallValues): ProcessState | undefined {
  const [first, second] = given.positional;
  switch (path) {
    case "builtins.setattr":
    case "builtins.delattr": {
      const name = second && textOf(second);
      if (first?.kind !== "object" || first.path === undefined || name === undefined) return undefined;
      return stateOfTarget(`${first.path}.${name}`, path === "builtins.setattr" ? "set" : "removed");
    }
    case "pandas.set_option":
    case "pandas.options.set_option":
      return given.positional.some((value, index) => index % 2 === 0 && setsComputing(textOf(value)))
        ? called(path, undefined)
        : undefined;
    case "numpy.seterr":
      return [...given.positional, ...given.keywords.values()].every((value) =>
        ["ignore", "warn", "print", "log"].includes(textOf(value) ?? ""),
      )
        ? undefined
        : called(path, undefined);
    case "matplotlib.use":
      // Backends without windows: what a process without a screen takes by itself.
      if (/^(agg|cairo|pdf|pgf|ps|svg|template)$/i.test(textOf(first ?? { kind: "none" }) ?? "")) return undefined;
      break;
    case "warnings.simplefilter":
    case "warnings.filterwarnings":
      return textOf(first ?? given.keywords.get("action") ?? { kind: "none" }) === "error"
        ? called(path, undefined)
        : undefined;
    case "sklearn.set_config":
      if (given.positional.length === 0 && [...given.keywords.keys()].every((name) => name === "display"))
        return undefined;
  }
  if (!affectedBy.has(path)) return undefined;
  const name = isEnvironment(path.slice(0, path.lastIndexOf("."))) && first !== undefined ? textOf(first) : undefined;
  const key = name === undefined ? path : `os.environ[${name}]`;
  return { key, how: "called", affects: affectedBy.get(path) };
}

/** What an assignment to a thing of a package sets, or `del`; undefined: nothing that changes a value. */
export function stateOfTarget(path: string, how: "set" | "removed"): ProcessState | undefined {
  if (path === "decimal.getcontext()" || nothing.test(path)) return undefined;
  if (/^decimal\.(getcontext\(\)|DefaultContext)\./.test(path)) return { key: path, how, affects: packageOf(path) };
  // What a call of a package gave is a value of the file.
  if (path.includes("()")) return undefined;
  const affects = /^os\.environb?(\[|$)/.test(path)
    ? environment
    : /^matplotlib\./.test(path)
      ? figures
      : packageOf(path);
  return { key: path, how, affects };
}

function called(path: string, affects: Affected | undefined): ProcessState {
  return { key: path, how: "called", affects };
}

function setsComputing(option: string | undefined): boolean {
  return option === undefined || computingOption.test(option);
}

/** Of `pandas` methods go everywhere that its tables go, so that nothing tells who needs it. */
function packageOf(path: string): Affected | undefined {
  const [root = path] = path.split(".");
  return ["pandas", "builtins", "sys"].includes(root) ? undefined : { paths: [root] };
}

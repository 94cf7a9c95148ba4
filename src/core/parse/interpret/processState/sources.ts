/** Calls that read what only this machine knows: its environment, `.env` files, a keyring, the keyboard. */
const sources =
  /^(os\.getenvb?|os\.environb?\.(get|pop|setdefault|copy|items|values)|os\.path\.expandvars|getpass\.getpass|keyring\.get_(password|credential)|dotenv\.(main\.)?(dotenv_values|get_key)|decouple\.(config|AutoConfig\(\))|(environs|environ)\.(Env|FileAwareEnv)\(\)(\.\w+)?)$/;

export function readsEnvironment(path: string): boolean {
  return sources.test(path);
}

/** `os.environ` itself, whose items are read or set one by one. */
export function isEnvironment(path: string | undefined): boolean {
  return path !== undefined && /^os\.environb?$/.test(path);
}

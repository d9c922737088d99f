/** How often a call is tried, in the environment and in shared configuration files; anything but a number is refused. */
export const MAX_ATTEMPTS_OPTIONS = {
  environmentVariableSelector: (env: Texts): number | undefined =>
    attempts("Environment variable", "AWS_MAX_ATTEMPTS", env),
  configFileSelector: (profile: Texts): number | undefined =>
    attempts("Shared config file entry", "max_attempts", profile),
  default: 3,
};

/** Which strategy tries calls again. */
export const RETRY_MODE_OPTIONS = {
  environmentVariableSelector: (env: Texts): string | undefined => env["AWS_RETRY_MODE"],
  configFileSelector: (profile: Texts): string | undefined => profile["retry_mode"],
  default: "standard",
};

type Texts = Readonly<Record<string, string | undefined>>;

/** @throws Error where the text isn't a number, with the published message, letter by letter */
const attempts = (kind: string, name: string, texts: Texts): number | undefined => {
  const text = texts[name];
  if (!text) {
    return undefined;
  }
  const value = Number.parseInt(text, 10);
  if (Number.isNaN(value)) {
    throw new Error(`${kind} ${name} mast be a number, got "${text}"`);
  }
  return value;
};

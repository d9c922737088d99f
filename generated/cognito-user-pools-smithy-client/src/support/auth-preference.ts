const VARIABLE = "AWS_AUTH_SCHEME_PREFERENCE";
const PROPERTY = "auth_scheme_preference";

type Texts = Readonly<Record<string, string | undefined>>;

const namesIn = (texts: Texts, key: string): string[] | undefined =>
  key in texts ? (texts[key] ?? "").split(",").flatMap((name) => (texts[key] === "" ? [] : [name.trim()])) : undefined;

/**
 * How Node.js finds the names of the auth schemes to be tried first: `"sigv4, noAuth"` in the environment or in a
 * configuration file. https://docs.aws.amazon.com/sdkref/latest/guide/feature-auth-scheme.html
 */
export const AUTH_SCHEME_PREFERENCE_OPTIONS: {
  environmentVariableSelector: (env: Texts) => string[] | undefined;
  configFileSelector: (profile: Texts) => string[] | undefined;
  default: string[];
} = {
  environmentVariableSelector: (env) => namesIn(env, VARIABLE),
  configFileSelector: (profile) => namesIn(profile, PROPERTY),
  default: [],
};

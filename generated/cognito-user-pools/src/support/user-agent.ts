import { HttpRequest, normalizeProvider } from "@smithy/core/transport";
import type {
  AwsCredentialIdentity,
  HandlerExecutionContext,
  Logger,
  MetadataBearer,
  Pluggable,
  UserAgent,
  UserAgentPair,
} from "@smithy/types";
import type { UserAgentInputConfig, UserAgentResolvedConfig } from "./config-types.js";
import { userAgentPrefix } from "./partitions.js";
import { ask, whenKnown } from "./providers.js";
import { middlewareOf } from "./steps.js";

/** What a client says of itself, as its configuration has it. */
interface UserAgentConfig {
  readonly defaultUserAgentProvider: () => Promise<UserAgent>;
  readonly userAgentAppId: () => Promise<string | undefined>;
  readonly customUserAgent?: UserAgent;
  readonly runtime?: string;
  readonly retryStrategy?: () => Promise<{ readonly mode?: unknown }>;
  readonly accountIdEndpointMode?: () => Promise<string | undefined>;
}

interface UserAgentDefaults {
  readonly defaultUserAgentProvider: UserAgentResolvedConfig["defaultUserAgentProvider"];
  readonly runtime: string;
  readonly logger?: Logger;
}

const LONGEST_APP_ID = 50;

/** What the user adds to the user agent, as the published function of this name has it. */
export const resolveUserAgentConfig = <T>(
  input: T & UserAgentDefaults & UserAgentInputConfig,
): T & UserAgentResolvedConfig => {
  const { customUserAgent } = input;
  const appId = normalizeProvider(input.userAgentAppId);
  return Object.assign(input, {
    customUserAgent: typeof customUserAgent === "string" ? [[customUserAgent]] : customUserAgent,
    userAgentAppId: async () => {
      const given: unknown = await appId();
      if (given !== undefined && (typeof given !== "string" || given.length > LONGEST_APP_ID)) {
        const { logger } = input;
        (logger && logger.constructor?.name !== "NoOpLogger" ? logger : console).warn(
          typeof given === "string"
            ? `The provided userAgentAppId exceeds the maximum length of ${LONGEST_APP_ID} characters.`
            : "userAgentAppId must be a string or undefined.",
        );
      }
      return given;
    },
  }) as T & UserAgentResolvedConfig;
};

/**
 * Says what made the request, as the published middleware of this name does: all that may differ from call to call is
 * asked for in each call, and what was said of it is kept instead of spelled anew.
 */
export const getUserAgentPlugin = <Input extends object, Output extends MetadataBearer>(
  config: object,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(sayUserAgent(config as UserAgentConfig), {
      name: "getUserAgentMiddleware",
      step: "build",
      priority: "low",
      tags: ["SET_USER_AGENT", "USER_AGENT"],
      override: true,
    });
  },
});

const sayUserAgent = (config: UserAgentConfig): never =>
  middlewareOf({
    before: ({ request, context }) => {
      if (!HttpRequest.isInstance(request)) {
        return undefined;
      }
      const asked = [
        ask(config.defaultUserAgentProvider),
        ask(config.userAgentAppId),
        typeof config.retryStrategy === "function" ? ask(config.retryStrategy) : undefined,
        typeof config.accountIdEndpointMode === "function" ? ask(config.accountIdEndpointMode) : undefined,
      ] as const;
      return whenKnown(asked, (client, appId, retryStrategy, accountIdMode) => {
        noteFeatures(context, request, { mode: retryStrategy?.mode, config, accountIdMode });
        setHeaders(request, context, { client: spell(client), appId, config });
      });
    },
  });

interface Said {
  readonly client: Spelled;
  readonly appId: string | undefined;
  readonly config: UserAgentConfig;
}

const setHeaders = (request: HttpRequest, context: HandlerExecutionContext, { client, appId, config }: Said): void => {
  const { headers } = request;
  const custom = spell(config.customUserAgent ?? []);
  const prefix = userAgentPrefix();
  const app = appId ? spell([["app", appId]]).all : "";
  const ofCall = context.userAgent ? spell(context.userAgent).all : "";
  const features = `m/${withinLimit(lettersOf(context))}`;
  const whole = `${prefix ? ` ${prefix}` : ""}${client.all} ${features}${app}${ofCall}${custom.all}`.slice(1);
  if (config.runtime === "browser") {
    headers["x-amz-user-agent"] = whole;
    return;
  }
  const short = (client.sdk + custom.all).slice(1);
  if (short) {
    headers["x-amz-user-agent"] = headers["x-amz-user-agent"] ? `${headers["user-agent"]} ${short}` : short;
  }
  headers["user-agent"] = whole;
};

interface Spelled {
  /** All sections, with a space before each. */
  readonly all: string;
  /** Those that name the SDK. */
  readonly sdk: string;
}

const NOTHING: Spelled = { all: "", sdk: "" };
const MOST_SPELLED = 50;
const known = /* @__PURE__ */ new Map<string, Spelled>();

/** Pairs of a name and a version in the characters that a header may have: `api/dynamodb#1.0`. */
const spell = (pairs: UserAgent): Spelled => {
  if (pairs.length === 0) {
    return NOTHING;
  }
  let key = "";
  for (const [name, version] of pairs) {
    key += `${name}\n${version ?? ""}\n`;
  }
  let spelled = known.get(key);
  if (!spelled) {
    const sections = pairs.map(section);
    spelled = { all: spaced(sections), sdk: spaced(sections.filter((part) => part.startsWith("aws-sdk-"))) };
    if (known.size >= MOST_SPELLED) {
      known.clear();
    }
    known.set(key, spelled);
  }
  return spelled;
};

const spaced = (sections: readonly string[]): string => sections.map((each) => ` ${each}`).join("");

const section = ([name, version]: UserAgentPair): string => {
  const escaped = name.replace(/[^!$%&'*+\-.^_`|~\w/]/g, "-");
  const slash = escaped.indexOf("/");
  const [prefix, rest] = [escaped.slice(0, Math.max(slash, 0)), escaped.slice(slash + 1)];
  const parts = [prefix, prefix === "api" ? rest.toLowerCase() : rest, version?.replace(/[^!$%&'*+\-.^_`|~\w#]/g, "-")];
  const [first = "", second, third] = parts.filter(Boolean);
  return `${first}${second ? `/${second}` : ""}${third ? `#${third}` : ""}`;
};

interface Asked {
  /** Of retries. */
  readonly mode: unknown;
  readonly accountIdMode: string | undefined;
  readonly config: UserAgentConfig;
}

/** What the call does that is counted, each by its letter. */
const noteFeatures = (
  context: HandlerExecutionContext,
  request: HttpRequest,
  { mode, accountIdMode, config }: Asked,
): void => {
  const note = (name: string, letter: string): void => {
    const { __aws_sdk_context: aws = {} } = context as Features;
    aws.features ??= {};
    aws.features[name] = letter;
    (context as Features).__aws_sdk_context = aws;
  };
  if (request.headers["smithy-protocol"] === "rpc-v2-cbor") {
    note("PROTOCOL_RPC_V2_CBOR", "M");
  }
  if (mode === "adaptive") {
    note("RETRY_MODE_ADAPTIVE", "F");
  } else if (mode === "standard") {
    note("RETRY_MODE_STANDARD", "E");
  }
  if (typeof config.accountIdEndpointMode === "function") {
    if (/\d{12}\.ddb/.test(String(context.endpointV2?.url.hostname))) {
      note("ACCOUNT_ID_ENDPOINT", "O");
    }
    const accounts = accountIdMode ?? "";
    const letter = { disabled: "Q", preferred: "P", required: "R" }[accounts];
    if (letter) {
      note(`ACCOUNT_ID_MODE_${accounts.toUpperCase()}`, letter);
    }
  }
  const { identity } = ((context as Contexts).__smithy_context?.["selectedHttpAuthScheme"] ?? {}) as {
    identity?: AwsCredentialIdentity & { readonly $source?: Readonly<Record<string, string>> };
  };
  if (identity?.$source) {
    if (identity.accountId) {
      note("RESOLVED_ACCOUNT_ID", "T");
    }
    for (const [name, letter] of Object.entries(identity.$source)) {
      note(name, letter);
    }
  }
};

interface Features {
  __aws_sdk_context?: { features?: Record<string, string> };
}

type Contexts = Readonly<
  Record<"__smithy_context" | "__aws_sdk_context", Readonly<Record<string, object>> | undefined>
>;

const lettersOf = (context: HandlerExecutionContext): readonly string[] => {
  const { __smithy_context: smithy, __aws_sdk_context: aws } = context as Contexts;
  const [some, others] = [smithy?.["features"], aws?.["features"]];
  return Object.values(some && others ? { ...some, ...others } : (some ?? others ?? {}));
};

/** Letters with commas between them, as many as fit into 1024 characters; what follows the first that doesn't is left out. */
const withinLimit = (letters: readonly string[]): string => {
  let text = "";
  for (const letter of letters) {
    if (text.length + letter.length + 1 > 1024) {
      break;
    }
    text += text === "" ? letter : `,${letter}`;
  }
  return text;
};

import { getUserAgentPrefix, setFeature } from "@aws-sdk/core/client";
import { HttpRequest } from "@smithy/protocol-http";
import type {
  AwsCredentialIdentity,
  BuildMiddleware,
  HandlerExecutionContext,
  MetadataBearer,
  Pluggable,
  UserAgent,
  UserAgentPair,
} from "@smithy/types";

/** What a client says of itself, as its configuration has it. */
interface UserAgentConfig {
  readonly defaultUserAgentProvider: () => Promise<UserAgent>;
  readonly userAgentAppId: () => Promise<string | undefined>;
  readonly customUserAgent?: UserAgent;
  readonly runtime?: string;
  readonly retryStrategy?: () => Promise<{ readonly mode?: unknown }>;
  readonly accountIdEndpointMode?: () => Promise<string | undefined>;
}

/**
 * Says what made the request, as the published middleware of this name does: all that may differ from call to call is
 * asked for in each call, and what was said of it is kept instead of spelled anew.
 */
export const getUserAgentPlugin = <Input extends object, Output extends MetadataBearer>(
  config: object,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(sayUserAgent<Input, Output>(config as UserAgentConfig), {
      name: "getUserAgentMiddleware",
      step: "build",
      priority: "low",
      tags: ["SET_USER_AGENT", "USER_AGENT"],
      override: true,
    });
  },
});

const sayUserAgent =
  <Input extends object, Output extends MetadataBearer>(config: UserAgentConfig): BuildMiddleware<Input, Output> =>
  (next, context) =>
  async (args) => {
    const { request } = args;
    if (!HttpRequest.isInstance(request)) {
      return next(args);
    }
    const client = spell(await config.defaultUserAgentProvider());
    await noteFeatures(context, config, request);
    const features = Object.values({
      ...featuresOf(context, "__smithy_context"),
      ...featuresOf(context, "__aws_sdk_context"),
    });
    const appId = await config.userAgentAppId();
    const custom = spell(config.customUserAgent ?? []);
    const prefix = getUserAgentPrefix();
    const whole = [
      ...(prefix ? [prefix] : []),
      ...client.sections,
      `m/${withinLimit(features)}`,
      ...(appId ? spell([["app", appId]]).sections : []),
      ...spell(context.userAgent ?? []).sections,
      ...custom.sections,
    ].join(" ");
    const { headers } = request;
    if (config.runtime === "browser") {
      headers["x-amz-user-agent"] = whole;
    } else {
      const short = [...client.sdk, ...custom.sections].join(" ");
      if (short) {
        headers["x-amz-user-agent"] = headers["x-amz-user-agent"] ? `${headers["user-agent"]} ${short}` : short;
      }
      headers["user-agent"] = whole;
    }
    return next({ ...args, request });
  };

interface Spelled {
  readonly sections: readonly string[];
  /** Those that name the SDK. */
  readonly sdk: readonly string[];
}

const MOST_SPELLED = 50;
const known = /* @__PURE__ */ new Map<string, Spelled>();

/** Pairs of a name and a version in the characters that a header may have: `api/dynamodb#1.0`. */
const spell = (pairs: UserAgent): Spelled => {
  let key = "";
  for (const [name, version] of pairs) {
    key += `${name}\n${version ?? ""}\n`;
  }
  let spelled = known.get(key);
  if (!spelled) {
    const sections = pairs.map(section);
    spelled = { sections, sdk: sections.filter((part) => part.startsWith("aws-sdk-")) };
    if (known.size >= MOST_SPELLED) {
      known.clear();
    }
    known.set(key, spelled);
  }
  return spelled;
};

const section = ([name, version]: UserAgentPair): string => {
  const escaped = name.replace(/[^!$%&'*+\-.^_`|~\w/]/g, "-");
  const slash = escaped.indexOf("/");
  const [prefix, rest] = [escaped.slice(0, Math.max(slash, 0)), escaped.slice(slash + 1)];
  const parts = [prefix, prefix === "api" ? rest.toLowerCase() : rest, version?.replace(/[^!$%&'*+\-.^_`|~\w#]/g, "-")];
  const [first = "", second, third] = parts.filter(Boolean);
  return `${first}${second ? `/${second}` : ""}${third ? `#${third}` : ""}`;
};

/** What the call does that is counted, each by its letter. */
const noteFeatures = async (
  context: HandlerExecutionContext,
  config: UserAgentConfig,
  request: HttpRequest,
): Promise<void> => {
  const note = (name: string, letter: string) => setFeature(context as never, name as never, letter as never);
  if (request.headers["smithy-protocol"] === "rpc-v2-cbor") {
    note("PROTOCOL_RPC_V2_CBOR", "M");
  }
  if (typeof config.retryStrategy === "function") {
    const { mode } = await config.retryStrategy();
    if (mode === "adaptive") {
      note("RETRY_MODE_ADAPTIVE", "F");
    } else if (mode === "standard") {
      note("RETRY_MODE_STANDARD", "E");
    }
  }
  if (typeof config.accountIdEndpointMode === "function") {
    if (/\d{12}\.ddb/.test(String(context.endpointV2?.url.hostname))) {
      note("ACCOUNT_ID_ENDPOINT", "O");
    }
    const mode = (await config.accountIdEndpointMode()) ?? "";
    const letter = { disabled: "Q", preferred: "P", required: "R" }[mode];
    if (letter) {
      note(`ACCOUNT_ID_MODE_${mode.toUpperCase()}`, letter);
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

type Contexts = Readonly<
  Record<"__smithy_context" | "__aws_sdk_context", Readonly<Record<string, object>> | undefined>
>;

const featuresOf = (context: HandlerExecutionContext, of: keyof Contexts): Record<string, string> | undefined =>
  (context as unknown as Contexts)[of]?.["features"] as Record<string, string> | undefined;

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

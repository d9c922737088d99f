import type { Json, JsonObject } from "./smithy/json.ts";

export const RUNTIMES = ["smithy-core", "smithy-client"] as const;
export const DEFAULTS = ["official", "spec"] as const;
export const VALIDATIONS = ["required", "off"] as const;
export const DOCS = ["markdown", "html"] as const;

/** What can be said about a generated package: by the configuration file, by flags, or left to its default. */
export interface PackageOptions {
  /** The service's shape id; not needed where the model has one service. */
  readonly service?: string;
  /** Operations by name or shape id. All of the service's where absent. */
  readonly operations?: readonly string[];
  /** The protocol's trait by its id or name; where absent, the best that the service speaks. */
  readonly protocol?: string;
  /** Which published packages the generated code imports from: `@smithy/core/*`, or `@smithy/smithy-client` and its kin. */
  readonly runtime: (typeof RUNTIMES)[number];
  readonly packageName?: string;
  readonly packageVersion?: string;
  /** Whether modelled defaults are left to the service (`official`) or sent and filled in (`spec`). */
  readonly defaults?: (typeof DEFAULTS)[number];
  /** Whether a missing required member is refused before a request is sent, unless a client or a call says otherwise. */
  readonly validation: (typeof VALIDATIONS)[number];
  /** Documentation comments as Markdown, or with the model's HTML. */
  readonly docs: (typeof DOCS)[number];

  // What stands in the generated package.json as it is given here.
  readonly license?: string;
  readonly private?: boolean;
  readonly publishConfig?: JsonObject;
  readonly repository?: Json;
  readonly engines?: JsonObject;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly description?: string;
  readonly author?: Json;
  readonly homepage?: string;
  readonly keywords?: readonly string[];
  /** Version ranges by package name, in place of Tinsmith's own. */
  readonly dependencies?: Readonly<Record<string, string>>;
}

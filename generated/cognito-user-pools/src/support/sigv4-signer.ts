import { HttpRequest, HttpResponse } from "@smithy/core/transport";
import type {
  HandlerExecutionContext,
  Identity,
  HttpRequest as Request,
  RequestSigner,
  RequestSigningArguments,
  HttpResponse as Response,
} from "@smithy/types";
import type { PromptSigner } from "./identity.js";
import { type Awaitable, ask, atOnce, when } from "./providers.js";
import type { PromptRequestSigner } from "./request-signer.js";

/** Clocks that are further apart than this, in milliseconds, are why a server refuses a signature. */
const TOO_FAR_APART = 240_000;
/** An answer that took longer than this, in milliseconds, says nothing of the server's clock. */
const TOO_LONG = 900_000;

interface Config {
  readonly signer?: (scheme: unknown) => Promise<RequestSigner>;
  readonly disableClockSkewCorrection?: () => Promise<boolean>;
  systemClockOffset: number;
}

/** What a call tells of how it is signed, and what its answer is measured by. */
interface Properties {
  readonly config?: Config;
  readonly context?: HandlerExecutionContext;
  readonly signingRegion?: string;
  readonly signingName?: string;
  /** Absent where the answer says nothing of clocks that counts. */
  clock?: { readonly sentAt: number; readonly offset: number } | undefined;
}

const needed = <T>(name: string, value: T | undefined): T => {
  if (!value) {
    throw new Error(`Property \`${name}\` is not resolved for AWS SDK SigV4Auth`);
  }
  return value;
};

/**
 * Signs requests with AWS credentials, as the published signer of this name does, and learns from each answer how far the
 * server's clock is from this one.
 */
export class AwsSdkSigV4Signer implements PromptSigner {
  async sign(request: Request, identity: Identity, properties: Record<string, unknown>): Promise<Request> {
    return this.promptly(request, identity, properties);
  }

  promptly(request: Request, _identity: Identity, properties: Record<string, unknown>): Awaitable<Request> {
    if (!HttpRequest.isInstance(request)) {
      throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");
    }
    const call = properties as Properties;
    const context = needed("context", call.context);
    const config = needed("config", call.config);
    const [scheme] = (context.endpointV2?.properties?.["authSchemes"] ?? []) as readonly unknown[];
    const fixed = config.disableClockSkewCorrection && ask(config.disableClockSkewCorrection);
    return when(atOnce(needed("signer", config.signer), scheme), (signer) =>
      when(fixed, (isFixed = false) => {
        const [first, second] = context.authSchemes ?? [];
        const other = first?.name === "sigv4a" && second?.name === "sigv4" ? second : undefined;
        const { eventStream } = (context["__smithy_context"] ?? {}) as {
          readonly eventStream?: { readonly output: boolean };
        };
        call.clock =
          isFixed || eventStream?.output === true
            ? undefined
            : { sentAt: Date.now(), offset: config.systemClockOffset };
        const options = {
          signingDate: new Date(Date.now() + (isFixed ? 0 : config.systemClockOffset)),
          signingRegion: other?.signingRegion ?? call.signingRegion,
          signingService: other?.signingName ?? call.signingName,
        } as RequestSigningArguments;
        const { promptly }: PromptRequestSigner = signer;
        return promptly ? promptly.call(signer, request, options) : (signer.sign(request, options) as Promise<Request>);
      }),
    );
  }

  errorHandler(properties: Record<string, unknown>): (error: Error) => never {
    return (error) => {
      const { ServerTime, $response, $metadata } = error as Error & {
        readonly ServerTime?: string;
        readonly $response?: Response;
        readonly $metadata?: { clockSkewCorrected?: boolean };
      };
      const call = properties as Properties;
      const { clock } = call;
      const offset = clock && readClock(call, $response, ServerTime);
      if (offset !== undefined && Math.abs(offset) >= TOO_FAR_APART && offset !== clock?.offset && $metadata) {
        $metadata.clockSkewCorrected = true;
      }
      throw error;
    };
  }

  successHandler(response: Response | unknown, properties: Record<string, unknown>): void {
    readClock(properties as Properties, response as Response);
  }
}

/** Takes over what an answer says of the server's clock. Gives the offset, or nothing where it doesn't say. */
const readClock = ({ clock, config }: Properties, response?: Response, serverTime?: string): number | undefined => {
  const headers = HttpResponse.isInstance(response) ? (response.headers ?? {}) : {};
  const date = serverTime ?? headers["date"] ?? headers["Date"];
  if (!clock || !date) {
    return undefined;
  }
  const told = needed("config", config);
  const now = Date.now();
  const time = Date.parse(date);
  // An answer out of a cache is as old as its `Age` says.
  const isOfUse =
    (headers["age"] ?? headers["Age"]) === undefined && !Number.isNaN(time) && now - clock.sentAt <= TOO_LONG;
  if (isOfUse) {
    told.systemClockOffset = time - now;
  }
  return told.systemClockOffset;
};

import { getHostHeaderPlugin as publishedHost } from "@aws-sdk/core/client";
import { constructStack } from "@smithy/core/client";
import { HttpRequest, getContentLengthPlugin as publishedLength } from "@smithy/core/protocols";
import { calculateBodyLength } from "@smithy/core/serde";
import type { MetadataBearer, MiddlewareStack, Pluggable } from "@smithy/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getContentLengthPlugin, getHostHeaderPlugin } from "../../../codegen/typescript/support/call-headers.ts";

type Plugin = Pluggable<object, MetadataBearer>;

const config = (handlerProtocol: string | undefined) => ({
  bodyLengthChecker: calculateBodyLength,
  requestHandler: handlerProtocol === undefined ? {} : { metadata: { handlerProtocol } },
});

/** The request as it reaches the request handler, and the names of the middleware on its way. */
const sent = async (plugins: readonly unknown[], request: unknown): Promise<unknown> => {
  const stack: MiddlewareStack<object, MetadataBearer> = constructStack();
  for (const plugin of plugins) stack.use(plugin as Plugin);
  const seen: unknown[] = [];
  stack.add(((next: (args: object) => unknown) => () => next({ input: {}, request })) as never, {
    name: "serializerMiddleware",
    step: "serialize",
  });
  const handler = stack.resolve(async (args) => {
    seen.push(args.request);
    return { response: undefined, output: { $metadata: {} } };
  }, {});
  await handler({ input: {} });
  return { seen, names: stack.identify() };
};

const headerName = fc.constantFrom("content-length", "Content-Length", "host", "Host", ":authority", "x-other");
const request = fc.record({
  hostname: fc.constantFrom("example.com", "localhost"),
  port: fc.constantFrom(undefined, 8080),
  headers: fc.dictionary(headerName, fc.constantFrom("", "7", "other.example.com"), { maxKeys: 3 }),
  body: fc.oneof(
    fc.string(),
    fc.uint8Array({ maxLength: 9 }),
    fc.constantFrom(undefined, null, { stream: true }, { byteLength: 5 }, { size: 6 }, 12),
  ),
});

describe("the headers of a call", () => {
  it("are what the published middleware gives, under the same names", async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.constantFrom(undefined, "h2", "http/1.1"), async (parts, protocol) => {
        const make = () => new HttpRequest({ ...parts, headers: { ...parts.headers } } as never);
        const ours = [getContentLengthPlugin(config(protocol)), getHostHeaderPlugin(config(protocol))];
        const theirs = [publishedLength(config(protocol)), publishedHost(config(protocol) as never)];
        expect(await sent(ours, make())).toEqual(await sent(theirs, make()));
      }),
    );
  });

  it("leave alone what isn't an HTTP request", async () => {
    const ours = [getContentLengthPlugin(config("h2")), getHostHeaderPlugin(config("h2"))];
    expect(await sent(ours, { body: "text" })).toMatchObject({ seen: [{ body: "text" }] });
  });
});

import { constructStack } from "@smithy/core/client";
import { HttpRequest, HttpResponse } from "@smithy/core/protocols";
import { describe, expect, it } from "vitest";
import { ResponseBodyError } from "../../../codegen/typescript/support/response-error.ts";
import { wireLogPlugin } from "../../../codegen/typescript/support/wire-log.ts";

interface Input {
  Username: string;
  Password: string;
}

const filters = {
  inputFilterSensitiveLog: (input: Input) => ({ ...input, Password: "***" }),
  outputFilterSensitiveLog: (output: object) => ("Token" in output ? { ...output, Token: "***" } : output),
};

const run = async (answer: () => Promise<{ response: HttpResponse; output: { $metadata: object } }>) => {
  const lines: [level: string, content: unknown][] = [];
  const stack = constructStack<Input, { $metadata: object }>();
  const logger = {
    debug: (content: unknown) => lines.push(["debug", content]),
    error: (content: unknown) => lines.push(["error", content]),
  };
  stack.use(wireLogPlugin({ logger }));
  stack.add(
    (next) => (args) =>
      next({
        ...args,
        request: new HttpRequest({
          method: "POST",
          hostname: "idp.example.com",
          headers: { authorization: "AWS4-HMAC-SHA256 hunter2", "X-Amz-Security-Token": "hunter2", host: "h" },
          body: '{"Password":"hunter2"}',
        }),
      }),
    { step: "serialize" },
  );
  const handler = stack.resolve(answer, { clientName: "C", commandName: "PingCommand", ...filters });
  await handler({ input: { Username: "u", Password: "hunter2" } }).catch(() => {});
  return lines;
};

const response = new HttpResponse({ statusCode: 200, headers: { "set-cookie": "hunter2", "x-amzn-requestid": "r" } });

describe("the log of the wire", () => {
  it("shows requests and responses without their secrets", async () => {
    const lines = await run(async () => ({ response, output: { $metadata: {}, Token: "hunter2", Done: true } }));
    expect(JSON.stringify(lines)).not.toContain("hunter2");
    expect(lines).toMatchObject([
      [
        "debug",
        {
          commandName: "PingCommand",
          request: {
            method: "POST",
            url: "https://idp.example.com/",
            headers: { authorization: "***", "X-Amz-Security-Token": "***", host: "h" },
          },
          input: { Username: "u", Password: "***" },
        },
      ],
      ["debug", { response: { statusCode: 200 }, output: { Token: "***", Done: true } }],
    ]);
  });

  it("shows how an attempt failed, with its response where there was one", async () => {
    const failed = Object.assign(new Error("no"), { name: "BusyException", $response: response });
    expect((await run(() => Promise.reject(failed)))[1]).toMatchObject([
      "error",
      { response: { statusCode: 200 }, error: "BusyException: no" },
    ]);
    const cut = new ResponseBodyError("the body is not JSON", response, '{"Token":"hunter2');
    expect(JSON.stringify(await run(() => Promise.reject(cut)))).not.toContain("hunter2");
    expect((await run(() => Promise.reject(new Error("refused"))))[1]).toEqual([
      "error",
      { clientName: "C", commandName: "PingCommand", error: "Error: refused" },
    ]);
  });
});

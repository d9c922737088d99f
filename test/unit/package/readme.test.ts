import { describe, expect, test } from "vitest";
import type { PackageOptions } from "../../../codegen/options.ts";
import { firstSentence, plainWords } from "../../../codegen/typescript/docs/sentence.ts";
import { packageReadme } from "../../../codegen/typescript/files/package-readme.ts";
import { emissionOf } from "./emission.ts";

const cognito = (options: Partial<PackageOptions> = {}): string =>
  packageReadme(emissionOf("model/cognito-user-pools.json", options)).text;

describe("a package of four operations", () => {
  test("calls one of them with what its input needs", () => {
    expect(cognito({ packageName: "@example/codes" })).toContain(`
const client = new CognitoIdentityProviderClient({ region: "eu-central-1" });
const input: ForgotPasswordCommandInput = { // ForgotPasswordRequest
  ClientId: "STRING_VALUE", // required
  Username: "STRING_VALUE", // required
};
const output = await client.send(new ForgotPasswordCommand(input));
\`\`\``);
  });

  test("lists them all, with how they are authorised", () => {
    const rows = cognito().match(/^\| `\w+Command` \| .* \| .* \|$/gm) ?? [];
    expect(rows.map((row) => row.split(" | ").at(-1))).toEqual(["SigV4 |", "none |", "none |", "none |"]);
  });

  test("says where credentials come from", () => {
    expect(cognito()).toContain("Credentials are looked for in the usual places");
  });
});

test("a slice without a signed operation says that it depends on no signing", () => {
  expect(cognito({ operations: ["ForgotPassword"] })).toContain("No operation of this package is signed");
});

test("a package of re-exports says that it bundles worse", () => {
  expect(cognito({ runtime: "smithy-client" })).toContain("which are thin");
  expect(cognito({ runtime: "smithy-core" })).not.toContain("which are thin");
});

test("a service that isn't AWS's has no region, and needs an endpoint", () => {
  const readme = packageReadme(emissionOf("test/models/weather.json")).text;
  expect(readme).toContain('{ endpoint: "https://service.example.com", token: { token: "TOKEN" } }');
  expect(readme).not.toContain("`region`");
});

test("a model's texts add no heading, no fence, no row and no HTML", () => {
  const readme = packageReadme(emissionOf("test/models/hostile.json")).text;
  const outsideOfCode = readme.replace(/^```[\s\S]*?^```/gm, "");
  expect(outsideOfCode).not.toMatch(/(?<!\\)<[a-z/!]/i);
  expect(outsideOfCode).not.toMatch(
    /^#+ (?!client-hostile|Install|Use|Errors|Operations|Configuration|Signing|Time|Valid|What)/m,
  );
  for (const row of readme.match(/^\|.*$/gm) ?? []) {
    expect(row.match(/(?<!\\)\|/g)?.length).toBe(
      /^\| `\w+Command`|^\| command|^\| --- \| --- \| ---/.test(row) ? 4 : 3,
    );
  }
});

describe("the first sentence of a documentation", () => {
  test.each([
    ["Sends a code. Then waits.", "Sends a code."],
    ["Such as `a. B`, e.g. a word, i.e. One. Two", "Such as `a. B`, e.g. a word, i.e. One."],
    ["Version 1.5 of it! More", "Version 1.5 of it!"],
    ["See [the guide](https://example.com/a_b) now. More", "See the guide now."],
    ["![A picture. Really](https://example.com/x.png) of it", "A picture. Really of it"],
    ["A <script>alert(1)</script> here", "A \\<script>alert(1)\\</script> here"],
    ["[![a](b)](https://example.com)", "\\[a\\](https://example.com)"],
    ["<p>In <b>HTML</b>. More</p>", "In **HTML**."],
    ["One line\nand another. More", "One line and another."],
    ["# A heading\n\ntext", ""],
    ["- a list", ""],
    ["**Old.** More", "**Old.**"],
    ["-5 is cold. More", "-5 is cold."],
    ["", ""],
    [undefined, ""],
  ])("of %j is %j", (documentation, sentence) => {
    expect(firstSentence(documentation)).toBe(sentence);
  });

  test("is cut between two words where it doesn't end", () => {
    const sentence = firstSentence("word ".repeat(1000));
    expect(sentence).toMatch(/^(word ){50,60}…$/);
  });
});

test("plain words show as they are", () => {
  expect(plainWords("a*b <c>\n|d|")).toBe("a\\*b \\<c> \\|d\\|");
});

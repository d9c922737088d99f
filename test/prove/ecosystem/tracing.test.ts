import { describe, expect, it } from "vitest";
import { COGNITO_CALLS, type Form, forms, peers, spansOf, WEATHER_CALLS } from "../../client/tracing.ts";
import { generate, modelAt } from "../../golden/generate.ts";
import { installPackage } from "../../support/installed-package.ts";
import { generatedPackages, type PackageFiles } from "../../support/package-source.ts";
import { repositoryPath } from "../../support/paths.ts";

const model = modelAt(repositoryPath("model", "cognito-user-pools.json"));
const operations = ["ForgotPassword", "ResendConfirmationCode", "GetUserAttributeVerificationCode"];
const packages: readonly (readonly [string, keyof typeof peers, string | PackageFiles])[] = [
  ...generatedPackages().map(({ name, folder, runtime }) => [name, runtime, folder] as const),
  // A package that loads less than the others, so that less of it is there to be patched.
  ...(["smithy-core", "smithy-client"] as const).map((runtime) => {
    const options = { operations, runtime, packageName: `@example/unsigned-${runtime}` };
    return [`unsigned operations, ${runtime}`, runtime, generate(model, options)] as const;
  }),
];

describe.each(packages)("OpenTelemetry's instrumentation of the AWS SDK sees %s", (_, runtime, source) => {
  it.each(Object.keys(forms) as Form[])("as the official client of its generation: %s", async (form) => {
    const { name, project } = await installPackage(source);
    const ours = await spansOf(project, name, form, COGNITO_CALLS);
    expect(ours).toEqual(await spansOf(project, peers[runtime], form, COGNITO_CALLS));
    expect(ours).toHaveLength(6);
    expect(ours[0]).toMatchObject({
      name: "CognitoIdentityProvider.ForgotPassword",
      attributes: { "rpc.method": "ForgotPassword", "cloud.region": "eu-west-1", "aws.request.id": "request" },
    });
    expect(ours[4]).toMatchObject({ status: { code: 2, message: "No such user." }, events: ["exception"] });
  });
});

describe.each(["smithy-core", "smithy-client"] as const)(
  "OpenTelemetry's instrumentation of the AWS SDK",
  (runtime) => {
    it.each(Object.keys(forms) as Form[])(`sees a service that isn't of AWS, ${runtime}: %s`, async (form) => {
      const weather = modelAt(repositoryPath("test", "models", "weather.json"));
      const { name, project } = await installPackage(
        generate(weather, { runtime, packageName: `@example/weather-${runtime}` }),
      );
      const spans = await spansOf(project, name, form, WEATHER_CALLS);
      expect(spans).toMatchObject([
        { name: "WeatherService.CheckHealth", attributes: { "http.response.status_code": 200 } },
        { name: "WeatherService.ListStations", attributes: { "http.response.status_code": 200 } },
      ]);
    });
  },
);

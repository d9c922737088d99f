import { officialTests } from "./suite.ts";

officialTests("smithy-core");

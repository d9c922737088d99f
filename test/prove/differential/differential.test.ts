import { differentialSuites, extentOf } from "../../differential/suite.ts";

differentialSuites(extentOf(10_000));

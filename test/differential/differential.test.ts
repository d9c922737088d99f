import { differentialSuites, extentOf } from "./suite.ts";

// Each run takes other cases. `npm run prove` takes more.
differentialSuites(extentOf(300));

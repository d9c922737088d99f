import { differentialSuites, extentOf } from "./suite.ts";

// The same cases each time, so that a change alone makes them fail. `npm run prove` takes more, and other ones.
differentialSuites(extentOf(300, 20_261_121));

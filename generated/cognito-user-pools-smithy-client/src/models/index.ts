export * from "./enums.js";
export * from "./errors.js";
export * from "./models_0.js";

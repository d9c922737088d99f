// What is loaded where there is something to read. By name and in a file of its own, since a bundler that sees a whole
// package imported on demand keeps all of it, and where another part of the program uses some of it, loads all at start.
export { loadConfig, NODE_REGION_CONFIG_OPTIONS, resolveDefaultsModeConfig } from "@smithy/core/config";
export { resolveEndpointConfig } from "@smithy/core/endpoints";

// What is loaded where there is something to read. By name and in a file of its own, since a bundler that sees a whole
// package imported on demand keeps all of it, and where another part of the program uses some of it, loads all at start.
export { loadConfig } from "@smithy/node-config-provider";
export { NODE_REGION_CONFIG_OPTIONS } from "@smithy/config-resolver";
export { resolveDefaultsModeConfig } from "@smithy/util-defaults-mode-node";
export { resolveEndpointConfig } from "@smithy/middleware-endpoint";

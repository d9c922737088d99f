import abort from "./support/abort.ts?text";
import authPlugin from "./support/auth-plugin.ts?text";
import authPreference from "./support/auth-preference.ts?text";
import authSchemes from "./support/auth-schemes.ts?text";
import basicAuth from "./support/basic-auth.ts?text";
import bigNumbers from "./support/big-numbers.ts?text";
import bodyBytes from "./support/body-bytes.ts?text";
import bytesBrowser from "./support/bytes.browser.ts?text";
import bytes from "./support/bytes.ts?text";
import callHeaders from "./support/call-headers.ts?text";
import callOptions from "./support/call-options.ts?text";
import canonicalRequest from "./support/canonical-request.ts?text";
import cborBody from "./support/cbor-body.ts?text";
import cborReader from "./support/cbor-reader.ts?text";
import cborWriter from "./support/cbor-writer.ts?text";
import clockSkewBrowser from "./support/clock-skew.browser.ts?text";
import clockSkew from "./support/clock-skew.ts?text";
import collectWebBody from "./support/collect-web-body.ts?text";
import command from "./support/command.ts?text";
import configTypes from "./support/config-types.ts?text";
import configuredEndpointBrowser from "./support/configured-endpoint.browser.ts?text";
import configuredEndpoint from "./support/configured-endpoint.ts?text";
import contentMd5 from "./support/content-md5.ts?text";
import credentials from "./support/credentials.ts?text";
import defaultsModeBrowser from "./support/defaults-mode.browser.ts?text";
import defaultsMode from "./support/defaults-mode.ts?text";
import discardBody from "./support/discard-body.ts?text";
import endpointAddress from "./support/endpoint-address.ts?text";
import endpointAsciiSubstring from "./support/endpoint-ascii-substring.ts?text";
import endpointAt from "./support/endpoint-at.ts?text";
import endpointAuth from "./support/endpoint-auth.ts?text";
import endpointCache from "./support/endpoint-cache.ts?text";
import endpointConfig from "./support/endpoint-config.ts?text";
import endpointImplicitGlobalRegion from "./support/endpoint-implicit-global-region.ts?text";
import endpointParseUrl from "./support/endpoint-parse-url.ts?text";
import endpointPlugin from "./support/endpoint-plugin.ts?text";
import endpointSigning from "./support/endpoint-signing.ts?text";
import endpointSplitString from "./support/endpoint-split-string.ts?text";
import errorTable from "./support/error-table.ts?text";
import extensionParts from "./support/extension-parts.ts?text";
import glacier from "./support/glacier.ts?text";
import hostPrefix from "./support/host-prefix.ts?text";
import httpBindings from "./support/http-bindings.ts?text";
import httpBody from "./support/http-body.ts?text";
import httpPayload from "./support/http-payload.ts?text";
import httpReaders from "./support/http-readers.ts?text";
import httpRequest from "./support/http-request.ts?text";
import httpStream from "./support/http-stream.ts?text";
import identity from "./support/identity.ts?text";
import jsonBody from "./support/json-body.ts?text";
import jsonError from "./support/json-error.ts?text";
import jsonNumbers from "./support/json-numbers.ts?text";
import jsonRpc from "./support/json-rpc.ts?text";
import jsonStrings from "./support/json-strings.ts?text";
import knownLength from "./support/known-length.ts?text";
import loggerAndTrace from "./support/logger-and-trace.ts?text";
import nodeUserAgent from "./support/node-user-agent.ts?text";
import nodeVersion from "./support/node-version.ts?text";
import partitions from "./support/partitions.ts?text";
import pause from "./support/pause.ts?text";
import predictEndpoint from "./support/predict-endpoint.ts?text";
import providers from "./support/providers.ts?text";
import publishedSettings from "./support/published-settings.ts?text";
import queryErrors from "./support/query-errors.ts?text";
import queryWriters from "./support/query-writers.ts?text";
import readNumber from "./support/read-number.ts?text";
import regionConfig from "./support/region-config.ts?text";
import rememberOrder from "./support/remember-order.ts?text";
import requestBody from "./support/request-body.ts?text";
import requestHandlerBrowser from "./support/request-handler.browser.ts?text";
import requestHandler from "./support/request-handler.ts?text";
import requestSigner from "./support/request-signer.ts?text";
import requestTarget from "./support/request-target.ts?text";
import responseError from "./support/response-error.ts?text";
import resultMetadata from "./support/result-metadata.ts?text";
import retryAfter from "./support/retry-after.ts?text";
import retryConfig from "./support/retry-config.ts?text";
import retryErrors from "./support/retry-errors.ts?text";
import retryOptions from "./support/retry-options.ts?text";
import retryPlugin from "./support/retry-plugin.ts?text";
import retryRateLimit from "./support/retry-rate-limit.ts?text";
import retryStrategy from "./support/retry-strategy.ts?text";
import s3Session from "./support/s3-session.ts?text";
import serdePlugin from "./support/serde-plugin.ts?text";
import settings from "./support/settings.ts?text";
import sha256Browser from "./support/sha256.browser.ts?text";
import sha256 from "./support/sha256.ts?text";
import sha256Js from "./support/sha256-js.ts?text";
import sigv4Config from "./support/sigv4-config.ts?text";
import sigv4Signer from "./support/sigv4-signer.ts?text";
import sigv4Types from "./support/sigv4-types.ts?text";
import steps from "./support/steps.ts?text";
import streamCollectorBrowser from "./support/stream-collector.browser.ts?text";
import streamCollector from "./support/stream-collector.ts?text";
import structures from "./support/structures.ts?text";
import timestampReaders from "./support/timestamp-readers.ts?text";
import timestamps from "./support/timestamps.ts?text";
import tokens from "./support/tokens.ts?text";
import uriEncode from "./support/uri-encode.ts?text";
import userAgent from "./support/user-agent.ts?text";
import uuid from "./support/uuid.ts?text";
import validation from "./support/validation.ts?text";
import values from "./support/values.ts?text";
import wireLog from "./support/wire-log.ts?text";
import xmlBody from "./support/xml-body.ts?text";
import xmlError from "./support/xml-error.ts?text";
import xmlParser from "./support/xml-parser.ts?text";
import xmlPlain from "./support/xml-plain.ts?text";
import xmlReaders from "./support/xml-readers.ts?text";
import xmlValues from "./support/xml-values.ts?text";
import xmlWriters from "./support/xml-writers.ts?text";

/** Every support file by its name, as it is copied into packages. */
export const SUPPORT_TEXTS: ReadonlyMap<string, string> = new Map([
  ["abort", abort],
  ["auth-plugin", authPlugin],
  ["auth-preference", authPreference],
  ["auth-schemes", authSchemes],
  ["basic-auth", basicAuth],
  ["big-numbers", bigNumbers],
  ["body-bytes", bodyBytes],
  ["bytes", bytes],
  ["bytes.browser", bytesBrowser],
  ["call-headers", callHeaders],
  ["call-options", callOptions],
  ["canonical-request", canonicalRequest],
  ["cbor-body", cborBody],
  ["cbor-reader", cborReader],
  ["cbor-writer", cborWriter],
  ["clock-skew", clockSkew],
  ["clock-skew.browser", clockSkewBrowser],
  ["collect-web-body", collectWebBody],
  ["command", command],
  ["config-types", configTypes],
  ["configured-endpoint", configuredEndpoint],
  ["configured-endpoint.browser", configuredEndpointBrowser],
  ["content-md5", contentMd5],
  ["credentials", credentials],
  ["defaults-mode", defaultsMode],
  ["defaults-mode.browser", defaultsModeBrowser],
  ["discard-body", discardBody],
  ["endpoint-address", endpointAddress],
  ["endpoint-ascii-substring", endpointAsciiSubstring],
  ["endpoint-at", endpointAt],
  ["endpoint-auth", endpointAuth],
  ["endpoint-cache", endpointCache],
  ["endpoint-config", endpointConfig],
  ["endpoint-implicit-global-region", endpointImplicitGlobalRegion],
  ["endpoint-parse-url", endpointParseUrl],
  ["endpoint-plugin", endpointPlugin],
  ["endpoint-signing", endpointSigning],
  ["endpoint-split-string", endpointSplitString],
  ["error-table", errorTable],
  ["extension-parts", extensionParts],
  ["glacier", glacier],
  ["host-prefix", hostPrefix],
  ["http-bindings", httpBindings],
  ["http-body", httpBody],
  ["http-payload", httpPayload],
  ["http-readers", httpReaders],
  ["http-request", httpRequest],
  ["http-stream", httpStream],
  ["identity", identity],
  ["json-body", jsonBody],
  ["json-error", jsonError],
  ["json-numbers", jsonNumbers],
  ["json-rpc", jsonRpc],
  ["json-strings", jsonStrings],
  ["known-length", knownLength],
  ["logger-and-trace", loggerAndTrace],
  ["node-user-agent", nodeUserAgent],
  ["node-version", nodeVersion],
  ["partitions", partitions],
  ["pause", pause],
  ["predict-endpoint", predictEndpoint],
  ["providers", providers],
  ["published-settings", publishedSettings],
  ["query-errors", queryErrors],
  ["query-writers", queryWriters],
  ["read-number", readNumber],
  ["region-config", regionConfig],
  ["remember-order", rememberOrder],
  ["request-body", requestBody],
  ["request-handler", requestHandler],
  ["request-handler.browser", requestHandlerBrowser],
  ["request-signer", requestSigner],
  ["request-target", requestTarget],
  ["response-error", responseError],
  ["result-metadata", resultMetadata],
  ["retry-after", retryAfter],
  ["retry-config", retryConfig],
  ["retry-errors", retryErrors],
  ["retry-options", retryOptions],
  ["retry-plugin", retryPlugin],
  ["retry-rate-limit", retryRateLimit],
  ["retry-strategy", retryStrategy],
  ["s3-session", s3Session],
  ["serde-plugin", serdePlugin],
  ["settings", settings],
  ["sha256", sha256],
  ["sha256-js", sha256Js],
  ["sha256.browser", sha256Browser],
  ["sigv4-config", sigv4Config],
  ["sigv4-signer", sigv4Signer],
  ["sigv4-types", sigv4Types],
  ["steps", steps],
  ["stream-collector", streamCollector],
  ["stream-collector.browser", streamCollectorBrowser],
  ["structures", structures],
  ["timestamp-readers", timestampReaders],
  ["timestamps", timestamps],
  ["tokens", tokens],
  ["uri-encode", uriEncode],
  ["user-agent", userAgent],
  ["uuid", uuid],
  ["validation", validation],
  ["values", values],
  ["wire-log", wireLog],
  ["xml-body", xmlBody],
  ["xml-error", xmlError],
  ["xml-parser", xmlParser],
  ["xml-plain", xmlPlain],
  ["xml-readers", xmlReaders],
  ["xml-values", xmlValues],
  ["xml-writers", xmlWriters],
]);

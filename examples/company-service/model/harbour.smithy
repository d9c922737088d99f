$version: "2.0"

namespace example.harbour

use aws.protocols#restJson1
use smithy.protocols#rpcv2Cbor

/// What a number counts. A trait of the company's own, for its documentation.
@trait(selector: "member :test(> number)")
string unit

/// Tides at the coast: stations measure the water's level, and anyone may look up when it is high.
///
/// Reading needs an API key, or the token of someone who is signed in. Reporting a level takes a token.
@restJson1
@rpcv2Cbor
@title("Harbour")
@httpBearerAuth
@httpApiKeyAuth(name: "X-Api-Key", in: "header")
@auth([httpApiKeyAuth, httpBearerAuth])
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "pageSize")
service Harbour {
    version: "2026-11-01"
    operations: [
        ListStations
        GetTide
        ReportLevel
        GetChart
    ]
    errors: [
        Busy
    ]
}

/// The stations, page by page. No key is needed.
@auth([])
@readonly
@http(method: "GET", uri: "/stations")
@paginated(items: "stations")
operation ListStations {
    input := {
        /// Only stations at this coast.
        @httpQuery("coast")
        coast: Coast

        @httpQuery("pageSize")
        @range(min: 1, max: 100)
        pageSize: Integer

        @httpQuery("nextToken")
        nextToken: String
    }

    output := {
        @required
        stations: Stations

        /// Where the next page begins; absent on the last one.
        nextToken: String
    }
}

/// The tide at a station: what was measured, or why nothing was.
@readonly
@http(method: "GET", uri: "/stations/{station}/tide")
operation GetTide {
    input := {
        @required
        @httpLabel
        station: StationId

        /// The moment that is asked about; now, where it is left out.
        @httpQuery("at")
        at: Timestamp
    }

    output := {
        @required
        reading: Reading

        /// When the water is next at its highest.
        nextHigh: Timestamp
    }

    errors: [
        StationNotFound
    ]
}

/// Reports a level that somebody measured.
@idempotent
@auth([httpBearerAuth])
@http(method: "PUT", uri: "/stations/{station}/levels", code: 201)
operation ReportLevel {
    input := {
        @required
        @httpLabel
        station: StationId

        @required
        level: Level

        /// So that a report that is sent twice counts once.
        @idempotencyToken
        @httpHeader("X-Report")
        report: String

        /// Remarks, by their subject.
        remarks: Remarks
    }

    output := {
        /// The level's number at the station.
        @required
        number: Long
    }

    errors: [
        StationNotFound
        ImplausibleLevel
    ]
}

/// The day's curve as a picture.
@readonly
@http(method: "GET", uri: "/stations/{station}/chart")
operation GetChart {
    input := {
        @required
        @httpLabel
        station: StationId
    }

    output := {
        @required
        @httpPayload
        picture: Svg

        @httpHeader("X-Drawn-At")
        drawnAt: Timestamp
    }

    errors: [
        StationNotFound
    ]
}

/// Three letters, and a number from 1: `BRE7`.
@pattern("^[A-Z]{3}[1-9][0-9]*$")
@length(max: 12)
string StationId

enum Coast {
    NORTH = "north"
    EAST = "east"
}

list Stations {
    member: Station
}

structure Station {
    @required
    id: StationId

    @required
    name: String

    coast: Coast

    /// Whether it measures at present.
    working: Boolean = true
}

/// What a station gives: a level, or the fault that keeps it from measuring.
union Reading {
    level: Level
    fault: Fault
}

structure Level {
    @required
    @unit("metres over the chart's zero")
    @range(min: -20, max: 20)
    height: Double

    @required
    at: Timestamp
}

structure Fault {
    @required
    since: Timestamp

    reason: String
}

map Remarks {
    key: String
    value: String
}

@mediaType("image/svg+xml")
blob Svg

/// No station has this id.
@error("client")
@httpError(404)
structure StationNotFound {
    @required
    message: String

    station: StationId
}

/// The level differs too much from what was measured around that time.
@error("client")
@httpError(422)
structure ImplausibleLevel {
    @required
    message: String

    /// What would have been believed.
    expected: Level
}

/// Too many calls at once. Clients try again by themselves.
@error("server")
@retryable(throttling: true)
@httpError(503)
structure Busy {
    @required
    message: String

    @httpHeader("Retry-After")
    @unit("seconds")
    after: Integer
}

package kith.graphql.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.metadata.problem.ProblemKind;

/** The media types of answers. They differ in what the status tells. */
public enum AnswerFormat {
    /** Every answer to a well-formed request has the status 200. */
    JSON("application/json"),
    /** The status tells whether the request was carried out. */
    GRAPHQL_RESPONSE("application/graphql-response+json");

    private static final String EVENTS = "text/event-stream";

    private final String mediaType;

    AnswerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The value of the header Content-Type. */
    public String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /** The status of an answer without data. */
    int refusalStatus(ProblemKind kind) {
        if (this == JSON) {
            return 200;
        }
        return switch (kind) {
            case INVALID, LIMIT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }

    /**
     * The format that the header Accept prefers; plain JSON where it does not say; empty where it
     * takes neither.
     */
    public static Optional<AnswerFormat> preferred(Optional<String> accept) {
        if (accept.filter(header -> !header.isBlank()).isEmpty()) {
            return Optional.of(JSON);
        }
        List<Range> ranges = ranges(accept.get());
        double json = JSON.quality(ranges);
        double graphql = GRAPHQL_RESPONSE.quality(ranges);
        if (json == 0 && graphql == 0) {
            return Optional.empty();
        }
        boolean isGraphqlPreferred =
                graphql > json || (graphql == json && GRAPHQL_RESPONSE.isNamed(ranges));
        return Optional.of(isGraphqlPreferred ? GRAPHQL_RESPONSE : JSON);
    }

    /**
     * Whether the header Accept asks for server-sent events: of them and the formats that it names,
     * they have the most weight, or stand first among those with the same.
     */
    public static boolean prefersEvents(String accept) {
        return ranges(accept).stream()
                .filter(range -> range.quality() > 0 && range.isNamed())
                .reduce((best, next) -> next.quality() > best.quality() ? next : best)
                .filter(best -> best.type().equals(EVENTS))
                .isPresent();
    }

    private static List<Range> ranges(String accept) {
        return Arrays.stream(accept.split(",", -1)).map(Range::of).toList();
    }

    private double quality(List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(range -> range.type().length()))
                .map(Range::quality)
                .orElse(0.0);
    }

    private boolean isNamed(List<Range> ranges) {
        return ranges.stream().anyMatch(range -> range.type().equals(mediaType));
    }

    /** One entry of the header Accept. */
    private record Range(String type, double quality) {

        static Range of(String text) {
            String[] parts = text.trim().toLowerCase(Locale.ROOT).split(";", -1);
            double quality = 1;
            for (String part : parts) {
                String parameter = part.trim();
                if (parameter.startsWith("q=")) {
                    quality = number(parameter.substring(2));
                }
            }
            return new Range(parts[0].trim(), quality);
        }

        private static double number(String text) {
            return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
        }

        boolean isNamed() {
            return type.equals(EVENTS)
                    || type.equals(JSON.mediaType)
                    || type.equals(GRAPHQL_RESPONSE.mediaType);
        }

        boolean matches(String mediaType) {
            return type.equals(mediaType) || type.equals("*/*") || type.equals("application/*");
        }
    }
}

package kith.runtime.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.read.EventsPlan;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is new in a stream: what it is about, and what subscribers are told of it. */
public final class EventReader {

    private static final String HEADLINES =
            """
            (select coalesce(json_agg(json_build_array(c.position, c.object, c.record) order by c.position), '[]')
            from (
                select position, object, record from outbox
                where tenant = {} and position > {} order by position limit {}
            ) c)\
            """;

    private final Database database;

    public EventReader(Database database) {
        this.database = database;
    }

    /** What is behind a position, so many at most, in their order. */
    public Mono<List<Headline>> headlines(TenantExpectation expected, long after, int atMost) {
        return database.read(
                        expected,
                        Sql.of(
                                HEADLINES,
                                Sql.bind(expected.tenant()),
                                Sql.bind(after),
                                Sql.number(atMost)))
                .map(EventReader::parsed);
    }

    /**
     * What subscribers are told of the changes between two positions, in one statement.
     *
     * @return a JSON object whose keys are the places of the plans in the list, from 0; each value
     *     is an object of the events by their positions
     */
    public Mono<byte[]> events(
            Caller caller, Catalog catalog, List<EventsPlan> plans, long after, long until) {
        Sql from = Sql.bind(after);
        Sql to = Sql.bind(until);
        List<Sql> pairs = new ArrayList<>();
        for (int place = 0; place < plans.size(); place++) {
            pairs.add(Sql.of("'{}', {}", Sql.number(place), plans.get(place).sql(from, to)));
        }
        return database.read(
                TenantExpectation.of(caller, catalog),
                Sql.of("json_build_object({})", Sql.join(", ", pairs)));
    }

    private static List<Headline> parsed(byte[] json) {
        List<Headline> headlines = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared().readTree(json)) {
            headlines.add(
                    new Headline(
                            each.get(0).asLong(),
                            each.get(1).asInt(),
                            UUID.fromString(each.get(2).asString())));
        }
        return headlines;
    }

    /**
     * What a change is about.
     *
     * @param object the object's key
     */
    public record Headline(long position, int object, UUID record) {}
}

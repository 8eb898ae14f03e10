package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.access.RowFilter;
import kith.runtime.catalog.Catalogs;
import kith.runtime.search.SearchUpkeep;
import kith.runtime.stream.Sequencer;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import kith.runtime.word.SearchTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SearchRightsIT {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final ObjectType ACCOUNT = CATALOG.require("Account");
    private static final ObjectType CONTACT = CATALOG.require("Contact");

    private static RuntimeDatabase runtime;
    private static Tenant tenant;

    @BeforeAll
    static void fill() throws SQLException {
        runtime = RuntimeDatabase.fresh("search_rights");
        tenant = runtime.tenant("search", CATALOG.version());
        try (SampleRecords records = SampleRecords.into(runtime, tenant)) {
            records.add(
                    ACCOUNT,
                    SampleRecords.id(1),
                    Map.of(field(ACCOUNT, "name"), "Acme", field(ACCOUNT, "motto"), "hidden"));
            records.add(
                    CONTACT,
                    SampleRecords.id(2),
                    Map.of(
                            field(CONTACT, "name"),
                            "Ann Acme",
                            field(CONTACT, "email"),
                            "hidden@acme.example"));
        }
        new SearchUpkeep(runtime.database(), new OneCatalog(), new Sequencer(runtime.database()))
                .follow(tenant)
                .block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void findsWordsInFieldsThatMayBeRead() {
        assertThat(found("hidden", _ -> true, RowFilter.EVERYTHING))
                .isEqualTo(
                        "{\"found\" : {\"nodes\" : [{\"name\" : \"Ann Acme\"}, {\"name\" : \"Acme\"}]}}");
    }

    @Test
    void countsNoWordsOfFieldsThatMayNotBeRead() {
        assertThat(found("hidden", field -> !field.name().equals("email"), RowFilter.EVERYTHING))
                .isEqualTo("{\"found\" : {\"nodes\" : [{\"name\" : \"Acme\"}]}}");
        assertThat(
                        found(
                                "hiden",
                                field -> !field.name().matches("email|motto"),
                                RowFilter.EVERYTHING))
                .isEqualTo("{\"found\" : {\"nodes\" : []}}");
    }

    @Test
    void findsNoRecordsThatMayNotBeSeen() {
        assertThat(found("acme", _ -> true, RowFilter.NOTHING))
                .isEqualTo("{\"found\" : {\"nodes\" : [{\"name\" : \"Ann Acme\"}]}}");
    }

    private static String found(String text, Predicate<Field> readable, RowFilter accounts) {
        List<ReadRequest.PerObject> selections =
                List.of(ACCOUNT, CONTACT).stream()
                        .map(object ->
                                new ReadRequest.PerObject(
                                        object,
                                        new RecordSelection(
                                                List.of(
                                                        new RecordSelection.Value(
                                                                "name", field(object, "name"))))))
                        .toList();
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.Search(
                                        "found",
                                        SearchTerms.of(text),
                                        List.of(ACCOUNT, CONTACT),
                                        10,
                                        new SearchSelection(
                                                List.of(
                                                        new SearchSelection.Nodes(
                                                                "nodes", selections))))));
        byte[] answer =
                new PostgresRecordReader(runtime.database(), new SomeAccess(readable, accounts))
                        .read(
                                new Caller(tenant, Optional.empty(), false, Caller.Origin.API),
                                CATALOG,
                                request)
                        .block(Duration.ofSeconds(30));
        return new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8);
    }

    private static Field field(ObjectType object, String name) {
        return object.field(name).orElseThrow();
    }

    /** Members' access, less than that. */
    private record SomeAccess(Predicate<Field> readable, RowFilter accounts) implements Access {

        @Override
        public RowFilter rows(Caller caller, ObjectType object) {
            return object.equals(ACCOUNT) ? accounts : RowFilter.EVERYTHING;
        }

        @Override
        public String readKey(Caller caller) {
            return new MemberAccess().readKey(caller);
        }

        @Override
        public boolean mayRead(Caller caller, Field field) {
            return readable.test(field);
        }

        @Override
        public boolean mayWrite(Caller caller, Field field) {
            return new MemberAccess().mayWrite(caller, field);
        }

        @Override
        public void require(Caller caller, ObjectRight right, ObjectType object) {
            new MemberAccess().require(caller, right, object);
        }
    }

    private static final class OneCatalog implements Catalogs {
        @Override
        public Mono<Catalog> current(Tenant tenant) {
            return Mono.just(CATALOG);
        }

        @Override
        public Mono<Catalog> atLeast(Tenant tenant, long version) {
            return Mono.just(CATALOG);
        }
    }
}

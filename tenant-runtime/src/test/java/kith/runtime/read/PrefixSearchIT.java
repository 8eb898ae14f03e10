package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The range of the index in which a prefix is looked up leaves out nothing that starts with it. */
class PrefixSearchIT {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final ObjectType ACCOUNT = CATALOG.require("Account");
    private static final Field NAME = ACCOUNT.field("name").orElseThrow();

    /** Letters in all their forms, joined marks, and what sorts oddly. */
    private static final String[] LETTERS = {
        "a", "A", "ä", "Ä", "a\u0308", "ạ", "\u0323", "\u0301", "e", "é", "E", "i", "I", "ı", "İ",
        "ß", "ẞ", "s", "S", "ſ", "ss", "o", "ø", "Ø", "œ", "l", "ł", "·", "ǆ", "n", "z", "Z",
        "\uFB01", "1", "9", " ", "-", "_", ".", "@", "\u00AD", "K"
    };

    private static RuntimeDatabase runtime;
    private static Caller caller;
    private static RecordReader reader;
    private static final SequencedSet<String> NAMES = new TreeSet<>();

    @BeforeAll
    static void load() throws SQLException {
        runtime = RuntimeDatabase.fresh("prefix_search");
        Tenant tenant = runtime.tenant("acme", CATALOG.version());
        caller = new Caller(tenant, Optional.empty(), false, Caller.Origin.API);
        reader = new PostgresRecordReader(runtime.database(), new MemberAccess());
        Random random = new Random(3);
        while (NAMES.size() < 600) {
            NAMES.add(word(random, 1 + random.nextInt(4)));
        }
        try (SampleRecords records = SampleRecords.into(runtime, tenant)) {
            int number = 0;
            for (String name : NAMES) {
                records.add(ACCOUNT, SampleRecords.id(++number), Map.of(NAME, name));
            }
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int index = 0; index < length; index++) {
            word.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return word.toString();
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void findsAllThatStartsWithALetterOrTwo() {
        Random random = new Random(5);
        List<String> prefixes = new ArrayList<>(Stream.of(LETTERS).toList());
        for (int number = 0; number < 150; number++) {
            prefixes.add(word(random, 2));
        }
        assertFinds(prefixes, Predicate.Operator.STARTS_WITH, String::startsWith);
    }

    /** Without a range: the same condition behind something that no index knows. */
    @Test
    void findsWhateverTheCaseWhatAScanFinds() {
        Random random = new Random(6);
        List<String> prefixes = new ArrayList<>(Stream.of(LETTERS).toList());
        for (int number = 0; number < 100; number++) {
            prefixes.add(word(random, 2));
        }
        for (String prefix : prefixes) {
            List<String> scanned = scanned(prefix);
            List<String> found = found(prefix, Predicate.Operator.STARTS_WITH_CI);

            assertThat(found).as(prefix).containsExactlyInAnyOrderElementsOf(scanned);
        }
    }

    private static List<String> scanned(String prefix) {
        String names =
                runtime.asOwner(
                        caller.tenant(),
                        """
                        select json_agg(name) from record
                        where lower(name) like replace(lower('%s' collate "und-x-icu"), '_', '\\_') || '%%'
                        """
                                .formatted(prefix));
        List<String> found = new ArrayList<>();
        if (!names.equals("null")) {
            new JsonMapper().readTree(names).forEach(name -> found.add(name.asString()));
        }
        return found;
    }

    private static void assertFinds(
            List<String> prefixes,
            Predicate.Operator operator,
            BiPredicate<String, String> startsWith) {
        for (String prefix : prefixes) {
            assertThat(found(prefix, operator))
                    .as(prefix)
                    .containsExactlyInAnyOrderElementsOf(
                            NAMES.stream().filter(name -> startsWith.test(name, prefix)).toList());
        }
    }

    private static List<String> found(String prefix, Predicate.Operator operator) {
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.Listing(
                                        "found",
                                        ACCOUNT,
                                        new ListArguments(
                                                new Predicate.Compare(NAME, operator, prefix),
                                                List.of(),
                                                new Page(
                                                        1_000,
                                                        Page.Direction.FORWARD,
                                                        Optional.empty())),
                                        new ConnectionSelection(
                                                List.of(
                                                        new ConnectionSelection.Nodes(
                                                                "nodes",
                                                                new RecordSelection(
                                                                        List.of(
                                                                                new RecordSelection
                                                                                        .Value(
                                                                                        "name",
                                                                                        NAME)))))))));
        byte[] answer = Objects.requireNonNull(reader.read(caller, CATALOG, request).block());
        JsonNode json = new JsonMapper().readTree(new String(answer, StandardCharsets.UTF_8));
        return json.at("/found/nodes").findValuesAsString("name");
    }
}

package kith.runtime.read;

import static kith.runtime.read.ExplainedReads.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Lists that are filtered through a reference, whichever way they are read: of pages of five, 100
 * referenced records are few and 200 too many to be kept.
 */
class ReferencedWalkIT {

    private static final int FEW = 10;
    private static final int MORE = 150;
    private static final int MANY = 300;
    private static final int NAMES = 100_003;
    private static final int PAGE = 5;

    private static RuntimeDatabase runtime;
    private static RecordReader reader;
    private static Caller caller;

    @BeforeAll
    static void fill() {
        runtime = RuntimeDatabase.fresh("referenced_walk");
        caller =
                new Caller(
                        runtime.tenant("walk", CATALOG.version()),
                        Optional.empty(),
                        false,
                        Caller.Origin.API);
        reader = new PostgresRecordReader(runtime.database(), new MemberAccess());
        accounts("Retail", 1, FEW);
        accounts("Tech", 1_000, MORE);
        accounts("Energy", 2_000, MANY);
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    /** Each with a contact of its own number. */
    private static void accounts(String industry, int first, int count) {
        runtime.asOwner(
                caller.tenant(),
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, text_1)
                select %1$d, 2001, %2$s, 1, 'Account ' || n, now(), now(), '%3$s' from generate_series(%4$d, %5$d) n
                """
                        .formatted(
                                caller.tenant().key(),
                                id("n"),
                                industry,
                                first,
                                first + count - 1));
        contacts(first, first + count - 1, "n", "");
    }

    private static void contacts(int first, int last, String account, String prefix) {
        runtime.asOwner(
                caller.tenant(),
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, ref_1)
                select %1$d, 2002, gen_random_uuid(), 1, '%2$s' || lpad((n * 7919 %% %3$d)::text, 6, '0'), now(), now(), %4$s
                from generate_series(%5$d, %6$d) n
                """
                        .formatted(caller.tenant().key(), prefix, NAMES, id(account), first, last));
    }

    private static String id(String number) {
        return "('01900000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(number);
    }

    private static List<String> names(String filter) {
        byte[] answer =
                Objects.requireNonNull(
                        reader.read(
                                        caller,
                                        CATALOG,
                                        new RequestYaml(CATALOG)
                                                .request(
                                                        new YAMLMapper()
                                                                .readTree(
                                                                        """
                                                                        l: { of: Contact, filter: { %s }, order: [ name ], first: %d, page: { nodes: [ name ] } }
                                                                        """
                                                                                .formatted(
                                                                                        filter,
                                                                                        PAGE))))
                                .block());
        List<String> names = new ArrayList<>();
        JsonMapper.shared()
                .readTree(answer)
                .at("/l/nodes")
                .forEach(node -> names.add(node.path("name").asString()));
        return names;
    }

    private static List<String> firstOf(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> "%06d".formatted(number * 7919L % NAMES))
                .sorted()
                .limit(PAGE)
                .toList();
    }

    @Test
    void sortsTheRecordsOfFew() {
        assertThat(names("account: { industry: { eq: Retail } }")).isEqualTo(firstOf(1, FEW));
    }

    @Test
    void walksWhereMoreAreKnown() {
        assertThat(names("account: { industry: { eq: Tech } }")).isEqualTo(firstOf(1_000, MORE));
    }

    @Test
    void walksWhereTooManyMatch() {
        assertThat(names("account: { industry: { eq: Energy } }")).isEqualTo(firstOf(2_000, MANY));
    }

    @Test
    void keepsTheRestOfTheFilter() {
        for (String industry : List.of("Retail", "Tech", "Energy")) {
            assertThat(
                            names(
                                    "account: { industry: { eq: %s } }, name: { gt: \"099000\" }"
                                            .formatted(industry)))
                    .hasSizeLessThanOrEqualTo(PAGE)
                    .allSatisfy(name -> assertThat(name).isGreaterThan("099000"));
        }
        assertThat(names("account: { industry: { eq: Tech } }, name: { lt: \"000000\" }"))
                .isEmpty();
    }

    @Test
    void findsWhatLiesBeyondTheWalk() {
        contacts(10_000, 12_999, "1", "!");
        try {
            assertThat(names("account: { industry: { eq: Tech } }"))
                    .isEqualTo(firstOf(1_000, MORE));
            assertThat(names("account: { industry: { eq: Energy } }"))
                    .isEqualTo(firstOf(2_000, MANY));
        } finally {
            runtime.asOwner(
                    caller.tenant(),
                    "delete from record where tenant = %d and object = 2002 and name like '!%%'"
                            .formatted(caller.tenant().key()));
        }
    }
}

package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.runtime.search.SearchUpkeep;
import kith.runtime.stream.Sequencer;
import kith.runtime.tenant.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static SampleTenant sample;
    private static SearchUpkeep upkeep;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("search");
        upkeep =
                new SearchUpkeep(
                        sample.runtime().database(),
                        sample.catalogs(),
                        new Sequencer(sample.runtime().database()));
        write(SampleCatalog.resource("/kith/graphql/search.graphql"));
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "davolio | Davolio Legal; Nancy Davolio",
                "Nancy davo | Nancy Davolio; Davolio Legal; Nancy",
                "callahan | Laura Callahan",
                "calahan | Laura Callahan",
                "callahna | Laura Callahan",
                "Muller | Jörg Müller; Eva Mueller",
                "Mueller | Eva Mueller; Jörg Müller",
                "MÜLLER | Eva Mueller; Jörg Müller",
                "joerg | Jörg Müller",
                "Jorg | Jörg Müller",
                "rene | René Café",
                "CAFÉ | René Café",
                "030 9988 | Jörg Müller",
                "+49 30 998877 | Jörg Müller",
                "0309988 | Jörg Müller",
                "laura@north.example | Laura Callahan; Nancy Davolio; Nancy; Janet; Acme"
            })
    void findsPeopleByWhatIsTyped(String text, String names) {
        assertThat(names(text, "[\"Contact\", \"Account\"]"))
                .containsExactlyInAnyOrder(names.split("; ", -1))
                .startsWith(names.split("; ", -1)[0]);
    }

    @Test
    void putsWholeWordsBeforeBeginningsBeforeTypingErrorsAndNamesFirst() {
        assertThat(names("stellar", "null"))
                .containsExactly("Stellar", "Work", "Stellarium", "Sky", "Stelar", "Blur");
    }

    @Test
    void putsRecordsWithMoreOfTheWordsFirst() {
        assertThat(names("quick brown fox", "null"))
                .containsExactly("Fox and brown, quick", "Brown fox", "Fox");
    }

    @Test
    void putsNewerRecordsFirstWhereNothingElseTells() {
        assertThat(names("twin", "null")).containsExactly("Twin two", "Twin one");
    }

    @Test
    void tellsWhereTheWordsStand() {
        JsonNode edge =
                search(
                                """
                                search(text: "davolio nancy", objects: ["Contact"], first: 1) { __typename edges { score
                                  node { __typename id ... on Contact { name } }
                                  matches { field label snippet { text isMatch } } } }
                                """)
                        .at("/edges/0");

        assertThat(edge.get("node").toString())
                .isEqualTo(
                        json(
                                """
                                {"__typename":"Contact","id":"01900000-0000-7000-8000-00000000c001","name":"Nancy Davolio"}
                                """));
        assertThat(edge.get("score").asDouble()).isEqualTo(1.0);
        assertThat(edge.get("matches").toString())
                .isEqualTo(
                        json(
                                """
                                [{"field":"name","label":"Name","snippet":[{"text":"Nancy","isMatch":true},
                                  {"text":" ","isMatch":false},{"text":"Davolio","isMatch":true}]},
                                 {"field":"email","label":"Email","snippet":[{"text":"nancy","isMatch":true},
                                  {"text":".","isMatch":false},{"text":"davolio","isMatch":true},
                                  {"text":"@north.example","isMatch":false}]}]
                                """));
    }

    @Test
    void cutsLongTextsAroundTheWord() {
        StringBuilder joined = new StringBuilder();
        search(
                        """
                        search(text: "needle", first: 1) { edges { matches { snippet { text isMatch } } } }
                        """)
                .at("/edges/0/matches/0/snippet")
                .forEach(piece ->
                        joined.append(
                                piece.get("isMatch").asBoolean()
                                        ? "[" + piece.get("text").asString() + "]"
                                        : piece.get("text").asString()));

        assertThat(joined.toString())
                .startsWith("…")
                .contains("😀 <b>[Needle]</b>")
                .endsWith("…")
                .hasSizeLessThan(230);
    }

    @Test
    void answersEveryRootInOneStatement() {
        sample.statements().forget();

        JsonNode data =
                sample.json(
                                sample.ada(),
                                Requests.post(
                                        """
                                        { a: search(text: "nancy quick 030 998877") { nodes { id ... on Contact { account { name } } } edges { matches { field } } }
                                          b: search(text: "davolio") { nodes { id } } accounts(first: 1) { nodes { id } } }
                                        """))
                        .get("data");

        assertThat(data.at("/a/nodes").size()).isPositive();
        assertThat(data.at("/b/nodes").size()).isPositive();
        assertThat(sample.statements().dataCount()).isEqualTo(1);
        assertThat(sample.statements().controlCount()).isZero();
    }

    @Test
    void findsOnlyTheAskedObjects() {
        assertThat(names("davolio", "[\"Account\"]")).containsExactly("Davolio Legal");
        assertThat(names("davolio", "[]")).isEmpty();
    }

    @Test
    void refusesObjectsThatAreNotThere() {
        JsonNode error =
                sample.json(
                                sample.ada(),
                                Requests.post(
                                        "{ search(text: \"x\", objects: [\"Contact\", \"Acount\"]) { nodes { id } } }"))
                        .at("/errors/0");

        assertThat(error.get("message").asString()).isEqualTo("There is no object Acount");
        assertThat(error.at("/extensions/hint").asString()).isEqualTo("Did you mean `Account`?");
        assertThat(error.get("path").toString()).isEqualTo("[\"search\",\"objects\",1]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void refusesPagesOfOtherSizes(int first) {
        assertThat(
                        sample.json(
                                        sample.ada(),
                                        Requests.post(
                                                "{ search(text: \"x\", first: %d) { nodes { id } } }"
                                                        .formatted(first)))
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("PAGE_TOO_LARGE");
    }

    @Test
    void followsChangesDeletionsAndRestores() {
        String id = "01900000-0000-7000-8000-00000000d001";
        write(
                "mutation { createContact(data: { id: \"%s\", name: \"Zebulon\" }) { id } }"
                        .formatted(id));
        assertThat(names("zebulon", "null")).containsExactly("Zebulon");
        write(
                "mutation { updateContact(id: \"%s\", data: { name: \"Quentin\" }) { id } }"
                        .formatted(id));
        assertThat(names("zebulon", "null")).isEmpty();
        assertThat(names("quentin", "null")).containsExactly("Quentin");
        answer("mutation { deleteContact(id: \"%s\") { id } }".formatted(id));
        assertThat(names("quentin", "null")).as("deleted, not followed yet").isEmpty();
        follow();
        assertThat(words(id)).isEqualTo("0");
        write("mutation { restoreContact(id: \"%s\") { id } }".formatted(id));
        assertThat(names("quentin", "null")).containsExactly("Quentin");
        write("mutation { deleteContact(id: \"%s\") { id } }".formatted(id));
        write("mutation { destroyContact(id: \"%s\") { id } }".formatted(id));
        assertThat(words(id)).isEqualTo("0");
    }

    @Test
    void findsNothingOfOtherTenants() {
        Tenant other = sample.runtime().tenant("other", 1);
        sample.runtime()
                .asOwner(
                        other,
                        """
                        insert into search_word (tenant, record, word, field, weight, at, until)
                        select %d, gen_random_uuid(), 'secretword', '%s', 0, 1, 5
                        """
                                .formatted(
                                        other.key(),
                                        SampleCatalog.standard().require("Contact").id()));

        assertThat(names("secretword", "null")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table record; --",
                "\" \\ %_ $1 {}",
                "\u0000\u0007\u001b[2J",
                "😀🎉👩‍👩‍👧",
                "\u202eגנב שלום\u202c",
                "\ud83d broken",
                "﷽﷽﷽﷽﷽﷽﷽﷽",
                "a\u0308\u0308\u0308\u0308\u0308"
            })
    void staysCalmWhateverIsTyped(String text) {
        assertThat(names(text, "null")).isNotNull();
    }

    @Test
    void staysCalmWithVeryLongTexts() {
        assertThat(names("x".repeat(10_000), "null")).isEmpty();
        assertThat(names("nancy ".repeat(2_000), "[\"Contact\"]")).contains("Nancy");
        assertThat(names("a b ".repeat(2_500), "null")).isNotNull();
    }

    private static List<String> names(String text, String objects) {
        List<String> names = new ArrayList<>();
        JsonNode answer =
                sample.json(
                        sample.ada(),
                        Requests.post(
                                """
                                query ($text: String!) { search(text: $text, objects: %s, first: 50) {
                                  nodes { ... on Contact { name } ... on Account { name } ... on Invoice { name } } } }
                                """
                                        .formatted(objects),
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("text", text)
                                        .toString()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        answer.at("/data/search/nodes").forEach(node -> names.add(node.path("name").asString()));
        return names;
    }

    private static JsonNode search(String query) {
        return answer("{ " + query + " }").at("/data/search");
    }

    private static String json(String text) {
        return JsonMapper.shared().readTree(text).toString();
    }

    private static String words(String record) {
        return sample.runtime()
                .asOwner(
                        sample.tenant(),
                        "select count(*) from search_word where record = '%s'".formatted(record));
    }

    private static void write(String mutation) {
        answer(mutation);
        follow();
    }

    private static JsonNode answer(String document) {
        JsonNode answer = sample.json(sample.ada(), Requests.post(document));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer;
    }

    private static void follow() {
        upkeep.follow(sample.tenant()).block(PATIENCE);
    }
}

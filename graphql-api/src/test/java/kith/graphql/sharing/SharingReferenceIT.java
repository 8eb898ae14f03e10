package kith.graphql.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kith.runtime.access.Caller;
import kith.runtime.search.SearchUpkeep;
import kith.runtime.share.AccessReasons;
import kith.runtime.stream.Sequencer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every way to records shows the same ones: those that the model says. */
class SharingReferenceIT {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void showsEachUserWhatTheModelSays(long seed) {
        try (SharingWorld world = new SharingWorld("sharing_" + seed, seed).filled()) {
            new SearchUpkeep(
                            world.sample.runtime().database(),
                            world.sample.catalogs(),
                            new Sequencer(world.sample.runtime().database()))
                    .follow(world.sample.tenant())
                    .block(Duration.ofSeconds(30));
            for (String user : world.people) {
                reads(world, user);
            }
            for (String user : world.people) {
                writes(world, user);
            }
        }
    }

    private static void reads(SharingWorld world, String user) {
        Set<String> seen = ids(world, id -> world.model.sees(user, id));
        Set<String> deals =
                ids(world, id -> seen.contains(id) && world.objectOf(id).equals("Deal"));
        Set<String> diaries =
                ids(world, id -> seen.contains(id) && world.objectOf(id).equals("Diary"));
        for (int time = 0; time < 3; time++) {
            JsonNode lists =
                    world.ask(
                                    user,
                                    """
                                    { deals(first: 100) { totalCount nodes { id } }
                                      byName: deals(first: 100, filter: { name: { startsWith: "word" } }, orderBy: [{ name: ASC }]) { nodes { id } }
                                      diaries(first: 100) { totalCount nodes { id } }
                                      dealsAggregate { groups { count } }
                                      accounts(first: 100) { nodes { deals(first: 100) { nodes { id } } } }
                                      changes(first: 1000, objects: ["Deal", "Diary"]) { nodes { recordId } }
                                      search(text: "word", objects: ["Deal", "Diary", "Account"], first: 50) { nodes { id } } }
                                    """)
                            .get("data");
            assertThat(ids(lists.at("/deals/nodes"), "id")).as("list").isEqualTo(deals);
            assertThat(ids(lists.at("/byName/nodes"), "id")).as("walk").isEqualTo(deals);
            assertThat(ids(lists.at("/diaries/nodes"), "id")).isEqualTo(diaries);
            assertThat(lists.at("/deals/totalCount").asInt()).isEqualTo(deals.size());
            assertThat(lists.at("/dealsAggregate/groups/0/count").asInt(0)).isEqualTo(deals.size());
            assertThat(nested(lists.at("/accounts/nodes"))).as("nested").isSubsetOf(deals);
            assertThat(ids(lists.at("/changes/nodes"), "recordId"))
                    .as("changes")
                    .isEqualTo(union(deals, diaries));
            assertThat(ids(lists.at("/search/nodes"), "id")).as("search").isEqualTo(seen);
        }
        for (String id : world.records) {
            explained(world, user, id);
            JsonNode one =
                    world.ask(
                                    user,
                                    "{ node(id: \"%s\") { id } deal(id: \"%s\") { id history { nodes { kind } } } }"
                                            .formatted(id, id))
                            .get("data");
            assertThat(one.at("/node/id").asString("")).isEqualTo(seen.contains(id) ? id : "");
            assertThat(one.at("/deal/history/nodes/0/kind").asString(""))
                    .isEqualTo(deals.contains(id) ? "CREATE" : "");
        }
    }

    private static void explained(SharingWorld world, String user, String id) {
        JsonNode reasons =
                Objects.requireNonNull(
                        new AccessReasons(world.sample.runtime().database())
                                .of(
                                        Caller.platform(world.sample.tenant()),
                                        world.catalog,
                                        world.objectOf(id),
                                        UUID.fromString(id),
                                        UUID.fromString(user))
                                .block(Duration.ofSeconds(30)));
        assertThat(reasons.get("sees").asBoolean()).isEqualTo(world.model.sees(user, id));
        assertThat(reasons.get("changes").asBoolean()).isEqualTo(world.model.changes(user, id));
    }

    private static void writes(SharingWorld world, String user) {
        for (String id : world.records) {
            String object = world.objectOf(id);
            JsonNode answer =
                    world.ask(
                            user,
                            "mutation { update%s(id: \"%s\", data: { name: \"word %s\" }) { id } }"
                                    .formatted(object, id, user));
            String code = answer.at("/errors/0/extensions/code").asString("written");
            assertThat(code)
                    .isEqualTo(
                            world.model.changes(user, id)
                                    ? "written"
                                    : world.model.sees(user, id)
                                            ? "RECORD_NOT_CHANGEABLE"
                                            : "RECORD_NOT_FOUND");
        }
        JsonNode many =
                world.ask(
                        user,
                        "mutation { updateDeals(filter: { id: { isNull: false } }, data: { name: \"word\" }) { count } }");
        assertThat(many.at("/data/updateDeals/count").asInt())
                .as(many.toString())
                .isEqualTo(
                        ids(
                                        world,
                                        id ->
                                                world.objectOf(id).equals("Deal")
                                                        && world.model.changes(user, id))
                                .size());
    }

    private static Set<String> ids(SharingWorld world, Predicate<String> isMeant) {
        return world.records.stream()
                .filter(isMeant)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(JsonNode nodes, String member) {
        return nodes.valueStream()
                .map(node -> node.get(member).asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> nested(JsonNode accounts) {
        List<String> ids = new ArrayList<>();
        accounts.forEach(account -> ids.addAll(ids(account.at("/deals/nodes"), "id")));
        return ids;
    }

    private static Set<String> union(Collection<String> one, Collection<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}

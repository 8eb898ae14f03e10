package kith.graphql.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.live.Listening.Listener;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class LiveHubIT {

    private static final String ALL =
            "subscription { tagChanged { kind recordId cursor node { id name } } }";

    private SampleTenant sample;
    private Listening live;

    @BeforeEach
    void start(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        sample = SampleTenant.fresh("live_" + name.substring(0, Math.min(20, name.length())));
        live = new Listening(sample);
    }

    @AfterEach
    void stop() {
        live.close();
        sample.close();
    }

    @Test
    void tellsEveryKindOfChangeInItsOrder() {
        try (Listener listener = live.listen(ALL)) {
            String id = tag("one");
            live.write("mutation { updateTag(id: \"%s\", data: { name: \"two\" }) { id } }", id);
            live.write("mutation { deleteTag(id: \"%s\") { id } }", id);
            live.write("mutation { restoreTag(id: \"%s\") { id } }", id);

            List<JsonNode> told = listener.next(4);
            assertThat(told)
                    .extracting(event -> event.get("kind").asString())
                    .containsExactly("CREATED", "UPDATED", "DELETED", "RESTORED");
            assertThat(told).extracting(event -> event.at("/node/id").asString()).containsOnly(id);

            live.write("mutation { destroyTag(id: \"%s\") { id } }", id);
            JsonNode last = listener.next();
            assertThat(last.get("kind").asString()).isEqualTo("DESTROYED");
            assertThat(last.get("recordId").asString()).isEqualTo(id);
            assertThat(last.get("node").isNull()).isTrue();
        }
    }

    @Test
    void tellsOnlyOfRecordsThatMatchAndOfThoseThatStop() {
        String query =
                """
                subscription { accountChanged(filter: { employees: { gte: 10 } }) { kind recordId node { employees } } }
                """;
        try (Listener listener = live.listen(query)) {
            String small = account(5);
            String large = account(50);
            JsonNode made = listener.next();
            live.write(
                    "mutation { updateAccount(id: \"%s\", data: { notes: \"x\" }) { id } }", small);
            live.write(
                    "mutation { updateAccount(id: \"%s\", data: { employees: 9 }) { id } }", large);
            JsonNode left = listener.next();
            live.write(
                    "mutation { updateAccount(id: \"%s\", data: { employees: 10 }) { id } }",
                    small);
            JsonNode entered = listener.next();

            assertThat(List.of(made, left, entered))
                    .extracting(event -> event.get("recordId").asString())
                    .containsExactly(large, large, small);
            assertThat(left.get("kind").asString()).isEqualTo("REMOVED");
            assertThat(left.get("node").isNull()).isTrue();
            assertThat(entered.get("kind").asString()).isEqualTo("UPDATED");
        }
    }

    @Test
    void filtersByRelatedRecordsAndTellsRemovals() {
        String query =
                """
                subscription { contactChanged(filter: { account: { name: { eq: "Acme" } } }) { kind node { name } } }
                """;
        try (Listener listener = live.listen(query)) {
            String id =
                    live.write(
                                    "mutation { createContact(data: { name: \"New\", account: { externalKey: \"A-1\" } }) { id } }")
                            .at("/createContact/id")
                            .asString();
            String made = listener.next().get("kind").asString();
            live.write(
                    "mutation { updateContact(id: \"%s\", data: { account: { externalKey: \"B-1\" } }) { id } }",
                    id);

            assertThat(List.of(made, listener.next().get("kind").asString()))
                    .containsExactly("CREATED", "REMOVED");
        }
    }

    @Test
    void goesOnAfterACursorWithoutGapOrRepetitionWhileOthersWrite() throws Exception {
        int writes = 120;
        String cursor =
                sample.json(sample.ada(), Requests.post("{ changes { latestCursor } }"))
                        .at("/data/changes/latestCursor")
                        .asString();
        CompletableFuture<List<String>> writing =
                CompletableFuture.supplyAsync(() -> {
                    List<String> ids = new ArrayList<>();
                    for (int number = 0; number < writes; number++) {
                        ids.add(tag("n" + number));
                    }
                    return ids;
                });
        List<String> told = new ArrayList<>();
        while (told.size() < writes) {
            String query = ALL.replace("tagChanged", "tagChanged(after: \"" + cursor + "\")");
            try (Listener listener = live.listen(query)) {
                for (int number = 0; number < 15 && told.size() < writes; number++) {
                    JsonNode event = listener.next();
                    told.add(event.get("recordId").asString());
                    cursor = event.get("cursor").asString();
                }
            }
        }

        assertThat(told).isEqualTo(writing.get(60, TimeUnit.SECONDS));
    }

    @Test
    void readsOnceForAThousandWhoAreToldTheSame() {
        List<Listener> listeners = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            listeners.add(
                    new Listener(
                            live.events(number % 2 == 0 ? sample.ada() : sample.grace(), ALL)));
        }
        listeners.getFirst().awaitUntil(() -> live.hub().size() == 1_000);
        tag("warm");
        listeners.forEach(Listener::next);
        sample.statements().forget();

        tag("counted");
        listeners.forEach(Listener::next);

        // The write itself, and one round or two: ordering, headlines and events.
        assertThat(sample.statements().dataCount()).isLessThan(40);
        listeners.forEach(Listener::close);
        assertThat(live.hub().size()).isZero();
    }

    @Test
    void readsNothingForRecordsThatDidNotChange() {
        List<Listener> listeners = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            listeners.add(
                    new Listener(
                            live.events(
                                    sample.ada(),
                                    "subscription { tagChanged(filter: { id: { eq: \"%s\" } }) { kind } }"
                                            .formatted(UUID.randomUUID()))));
        }
        try (Listener other = live.listen(ALL)) {
            other.awaitUntil(() -> live.hub().size() == 201);
            sample.statements().forget();

            tag("other");
            other.next();

            assertThat(sample.statements().dataCount()).isLessThan(40);
            assertThat(listeners).allMatch(Listener::isSilent);
        }
        listeners.forEach(Listener::close);
    }

    @Test
    void tellsALargeWriteToWhoTakesItSlowly() {
        List<LiveEvent> taken = new CopyOnWriteArrayList<>();
        BaseSubscriber<LiveEvent> slow =
                new BaseSubscriber<>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        request(1);
                    }

                    @Override
                    protected void hookOnNext(LiveEvent event) {
                        taken.add(event);
                        request(1);
                    }
                };
        live.events(sample.ada(), ALL).subscribe(slow);
        live.awaitOpen(1);
        StringBuilder tags = new StringBuilder();
        for (int number = 0; number < 700; number++) {
            tags.append("{ name: \"many").append(number).append("\" } ");
        }
        try (Listener quick = live.listen(ALL)) {
            live.write("mutation { createTags(data: [%s]) { id } }", tags);

            quick.next(700);
            quick.awaitUntil(() -> taken.size() == 700);
        }
        slow.cancel();
    }

    @Test
    void givesNothingToThoseWhoTakeNothing() {
        BaseSubscriber<LiveEvent> still =
                new BaseSubscriber<>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {}
                };
        live.events(sample.ada(), ALL).subscribe(still);
        live.awaitOpen(1);
        try (Listener other = live.listen(ALL)) {
            tag("one");
            other.next();
        }
        assertThat(live.hub().size()).isOne();
        still.cancel();
    }

    @Test
    void endsWhenTheTenantIsSuspended() {
        try (Listener listener = live.listen(ALL)) {
            sample.runtime()
                    .asOwner(
                            sample.tenant(),
                            "update tenant set status = 'SUSPENDED' where key = "
                                    + sample.tenant().key());

            listener.awaitUntil(() -> listener.failure != null);

            assertThat(listener.failure)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("TENANT_SUSPENDED");
            assertThat(live.hub().size()).isZero();
        }
    }

    @Test
    void endsSoonAfterTheUserWasDeactivated() {
        Mono<Caller> again =
                Mono.error(new ProblemException(Problem.of(AccessProblem.WRITE_FORBIDDEN, "out")));
        try (Listener listener = new Listener(live.events(sample.grace(), ALL, again))) {
            listener.awaitUntil(() -> live.hub().size() == 1);
            live.write(
                    "mutation { updateUser(id: \"%s\", data: { active: false }) { id } }",
                    SampleTenant.GRACE);

            listener.awaitUntil(() -> listener.failure != null);
        }
    }

    @Test
    void goesOnUnderANewCatalogOrEndsWithWhatItLacks() {
        try (Listener staying = live.listen(ALL);
                Listener leaving =
                        live.listen("subscription { accountChanged { kind node { notes } } }")) {
            String yaml =
                    SampleCatalog.resource("/kith/graphql/catalog.yaml")
                            .replace("name: notes\n", "name: remarks\n");
            sample.advance(later(SampleCatalog.of(yaml)));

            leaving.awaitUntil(() -> leaving.failure != null);
            assertThat(leaving.failure).isInstanceOf(GraphqlRefusal.class);
            tag("after");
            assertThat(staying.next().get("kind").asString()).isEqualTo("CREATED");
        }
    }

    @Test
    void takesNoCursorOfAnotherTenantAndTellsNothingOfIt() {
        try (SampleTenant other = SampleTenant.fresh("live_other")) {
            String theirs =
                    other.json(other.ada(), Requests.post("{ changes { latestCursor } }"))
                            .at("/data/changes/latestCursor")
                            .asString();
            String query = ALL.replace("tagChanged", "tagChanged(after: \"" + theirs + "\")");

            try (Listener listener = new Listener(live.events(sample.ada(), query));
                    Listener mine = live.listen(ALL)) {
                listener.awaitUntil(() -> listener.failure != null);
                assertThat(listener.failure).hasMessageContaining("CURSOR_UNKNOWN");

                other.json(
                        other.ada(),
                        Requests.post("mutation { createTag(data: { name: \"theirs\" }) { id } }"));
                live.hub().signalled(sample.tenant().key());
                String id = tag("mine");
                assertThat(mine.next().get("recordId").asString()).isEqualTo(id);
            }
        }
    }

    @Test
    void hearsOfWritesWithoutAnySignal() {
        try (Listener listener = live.listen(ALL)) {
            sample.json(
                    sample.ada(),
                    Requests.post("mutation { createTag(data: { name: \"silent\" }) { id } }"));

            assertThat(listener.next().at("/node/name").asString()).isEqualTo("silent");
        }
    }

    @Test
    void refusesSubscriptionsWhereAnswersAreSingle() {
        JsonNode answer = sample.json(sample.ada(), Requests.post(ALL));

        assertThat(answer.at("/errors/0/extensions/code").asString())
                .isEqualTo("SUBSCRIPTION_NEEDS_STREAM");
    }

    private static Catalog later(Catalog catalog) {
        return new Catalog(9, "renamed", catalog.components(), catalog.objects());
    }

    private String tag(String name) {
        return live.write("mutation { createTag(data: { name: \"%s\" }) { id } }", name)
                .at("/createTag/id")
                .asString();
    }

    private String account(int employees) {
        return live.write(
                        "mutation { createAccount(data: { name: \"A\", employees: %d }) { id } }",
                        employees)
                .at("/createAccount/id")
                .asString();
    }
}

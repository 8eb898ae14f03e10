package kith.graphql.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kith.graphql.sharing.SharingModel.Kept;
import kith.graphql.sharing.SharingModel.Membership;
import kith.graphql.sharing.SharingModel.Party;
import kith.graphql.sharing.SharingModel.Rule;
import kith.graphql.sharing.SharingModel.Share;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import tools.jackson.databind.JsonNode;

/** A tenant with random people, roles, groups, records and shares, and the model of it. */
final class SharingWorld implements AutoCloseable {

    final Catalog catalog =
            SampleCatalog.of(SampleCatalog.resource("/kith/graphql/sharing/catalog.yaml"));
    final SampleTenant sample;
    final SharingModel model = new SharingModel();
    final List<String> people = new ArrayList<>();
    final List<String> groups = new ArrayList<>();
    final List<String> records = new ArrayList<>();

    private final Random random;

    SharingWorld(String name, long seed) {
        this.sample = SampleTenant.empty(name, catalog);
        this.random = new Random(seed);
    }

    /** Fills it at random. */
    SharingWorld filled() {
        for (int number = 0; number < 6; number++) {
            role(
                    model.roles.isEmpty() || random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(pick(List.copyOf(model.roles.keySet()))));
        }
        for (int number = 0; number < 8; number++) {
            user(
                    random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(pick(List.copyOf(model.roles.keySet()))));
        }
        for (int number = 0; number < 4; number++) {
            group();
        }
        for (int number = 0; number < 10; number++) {
            member(pick(groups), party());
        }
        queue(pick(groups));
        List<String> owners = List.copyOf(model.users.keySet());
        for (int number = 0; number < 24; number++) {
            record(pick(List.of("Account", "Deal", "Deal", "Diary")), pick(owners));
        }
        for (int number = 0; number < 3; number++) {
            rule(pick(List.of("Account", "Deal", "Diary")), side(), side(), random.nextBoolean());
        }
        for (int number = 0; number < 12; number++) {
            share(pick(records), party(), random.nextBoolean(), random.nextInt(4) == 0);
        }
        return this;
    }

    String role(Optional<String> parent) {
        String id =
                create(
                        "AccessRole",
                        "name: \"R%d\"%s"
                                .formatted(
                                        model.roles.size(),
                                        parent.map(up -> link("parent", up)).orElse("")));
        model.roles.put(id, parent);
        return id;
    }

    String user(Optional<String> role) {
        int number = model.users.size();
        String id =
                create(
                        "User",
                        "name: \"U%d\", email: \"u%d@example.com\"%s"
                                .formatted(
                                        number,
                                        number,
                                        role.map(of -> link("role", of)).orElse("")));
        model.users.put(id, role);
        people.add(id);
        return id;
    }

    String group() {
        String id = create("AccessGroup", "name: \"G%d\"".formatted(groups.size()));
        groups.add(id);
        return id;
    }

    String queue(String group) {
        String id =
                create(
                        "User",
                        "name: \"Q\", email: \"q%d@example.com\"%s"
                                .formatted(model.users.size(), link("queueOf", group)));
        model.users.put(id, Optional.empty());
        model.queues.put(id, group);
        return id;
    }

    String member(String group, Party party) {
        String who =
                switch (party) {
                    case Party.User(String id) -> link("user", id);
                    case Party.Role(String id, boolean withBelow) ->
                            link("role", id) + ", withBelow: " + withBelow;
                    case Party.Group(String id) -> link("inner", id);
                };
        String id = create("AccessMember", "group: { id: \"%s\" }%s".formatted(group, who));
        model.memberships.add(new Membership(group, party));
        return id;
    }

    String rule(String object, Party from, Party to, boolean mayChange) {
        String id =
                create(
                        "AccessRule",
                        "name: \"rule\", object: \"%s\", mayChange: %b%s%s"
                                .formatted(object, mayChange, end("from", from), end("to", to)));
        model.rules.add(new Rule(object, from, to, mayChange));
        return id;
    }

    private static String end(String side, Party party) {
        return switch (party) {
            case Party.User _ -> throw new IllegalArgumentException("Rules name no users");
            case Party.Role(String id, boolean withBelow) ->
                    link(side + "Role", id) + ", %sBelow: %b".formatted(side, withBelow);
            case Party.Group(String id) -> link(side + "Group", id);
        };
    }

    private Party side() {
        return random.nextBoolean()
                ? new Party.Group(pick(groups))
                : new Party.Role(pick(List.copyOf(model.roles.keySet())), random.nextBoolean());
    }

    String record(String object, String owner) {
        String account =
                object.equals("Deal")
                        ? records.stream()
                                .filter(each -> objectOf(each).equals("Account"))
                                .findFirst()
                                .map(each -> link("account", each))
                                .orElse("")
                        : "";
        String id =
                create(
                        object,
                        "name: \"word %s\"%s%s"
                                .formatted(records.size(), link("owner", owner), account));
        model.records.put(id, new Kept(object, owner));
        records.add(id);
        return id;
    }

    void share(String record, Party party, boolean mayChange, boolean isExpired) {
        String shared =
                switch (party) {
                    case Party.User(String id) -> "'" + id + "', false";
                    case Party.Role(String id, boolean withBelow) -> "'" + id + "', " + withBelow;
                    case Party.Group(String id) -> "'" + id + "', false";
                };
        sample.runtime()
                .asOwner(
                        sample.tenant(),
                        """
                        insert into record_share (tenant, record, party, with_below, cause, object, may_change, expires_at, shared_at)
                        values (%d, '%s', %s, 'c%d', %d, %b, %s, now())
                        """
                                .formatted(
                                        sample.tenant().key(),
                                        record,
                                        shared,
                                        model.shares.size(),
                                        catalog.require(objectOf(record)).key(),
                                        mayChange,
                                        isExpired
                                                ? "now() - interval '1 second'"
                                                : random.nextBoolean()
                                                        ? "null"
                                                        : "now() + interval '1 day'"));
        model.shares.add(new Share(record, party, mayChange, isExpired));
    }

    String objectOf(String record) {
        return Objects.requireNonNull(model.records.get(record)).object();
    }

    Caller as(String user) {
        return new Caller(
                sample.tenant(), Optional.of(UUID.fromString(user)), false, Caller.Origin.API);
    }

    JsonNode ask(String user, String request) {
        return sample.json(as(user), Requests.post(request));
    }

    JsonNode platform(String request) {
        JsonNode answer = sample.json(Caller.platform(sample.tenant()), Requests.post(request));
        if (answer.has("errors")) {
            throw new IllegalStateException(request + answer.get("errors"));
        }
        return answer.get("data");
    }

    private String create(String object, String data) {
        return platform("mutation { made: create%s(data: { %s }) { id } }".formatted(object, data))
                .at("/made/id")
                .asString();
    }

    private static String link(String field, String id) {
        return ", %s: { id: \"%s\" }".formatted(field, id);
    }

    private Party party() {
        return switch (random.nextInt(4)) {
            case 0 -> new Party.User(pick(people));
            case 1 -> new Party.Role(pick(List.copyOf(model.roles.keySet())), false);
            case 2 -> new Party.Role(pick(List.copyOf(model.roles.keySet())), true);
            default -> new Party.Group(pick(groups));
        };
    }

    private <T> T pick(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    @Override
    public void close() {
        sample.close();
    }
}

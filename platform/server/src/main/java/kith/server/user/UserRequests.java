package kith.server.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.runtime.read.ConnectionSelection;
import kith.runtime.read.ListArguments;
import kith.runtime.read.OrderTerm;
import kith.runtime.read.Page;
import kith.runtime.read.Predicate;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.RecordSelection;
import kith.runtime.write.RecordInput;
import kith.runtime.write.WriteRequest;
import kith.server.tenant.NewAccount;

/** What the platform asks and writes of users. */
final class UserRequests {

    static final String USERS = "users";

    private static final int MOST_AT_ONCE = 200;

    private UserRequests() {}

    static ReadRequest page(UserFields user, Predicate filter) {
        Page page = new Page(MOST_AT_ONCE, Page.Direction.FORWARD, Optional.empty());
        OrderTerm byId = new OrderTerm(List.of(), user.id(), false, true);
        return new ReadRequest(
                List.of(
                        new ReadRequest.Listing(
                                USERS,
                                user.object(),
                                new ListArguments(filter, List.of(byId), page),
                                new ConnectionSelection(
                                        List.of(
                                                new ConnectionSelection.Nodes(
                                                        "nodes", selection(user)))))));
    }

    private static RecordSelection selection(UserFields user) {
        return new RecordSelection(
                List.of(
                        new RecordSelection.Value("id", user.id()),
                        new RecordSelection.Value("email", user.email()),
                        new RecordSelection.Value("firstName", user.firstName()),
                        new RecordSelection.Value("lastName", user.lastName()),
                        new RecordSelection.Value("active", user.active()),
                        new RecordSelection.Value("administrator", user.administrator())));
    }

    static WriteRequest upsert(
            UserFields user, NewAccount person, String identity, boolean isAdministrator) {
        Map<Field, RecordInput.Value> values = new LinkedHashMap<>();
        values.put(user.email(), new RecordInput.Plain(person.email()));
        values.put(user.name(), new RecordInput.Plain(person.fullName()));
        values.put(user.firstName(), new RecordInput.Plain(person.firstName()));
        values.put(user.lastName(), new RecordInput.Plain(person.lastName()));
        values.put(user.identity(), new RecordInput.Plain(identity));
        values.put(user.active(), new RecordInput.Plain(true));
        if (isAdministrator) {
            values.put(user.administrator(), new RecordInput.Plain(true));
        }
        return upsert(user, values);
    }

    static WriteRequest activate(UserFields user, UUID id, boolean isActive) {
        RecordInput input =
                new RecordInput(
                        Optional.empty(),
                        Map.of(user.active(), new RecordInput.Plain(isActive)),
                        List.of(USERS));
        return new WriteRequest(
                List.of(
                        new WriteRequest.Update(
                                USERS,
                                user.object(),
                                id,
                                input,
                                OptionalInt.empty(),
                                new RecordSelection(
                                        List.of(new RecordSelection.Value("id", user.id()))))));
    }

    private static WriteRequest upsert(UserFields user, Map<Field, RecordInput.Value> values) {
        RecordInput input = new RecordInput(Optional.empty(), values, List.of(USERS));
        return new WriteRequest(
                List.of(
                        new WriteRequest.Upsert(
                                USERS, user.object(), user.email(), List.of(input), List.of())));
    }
}

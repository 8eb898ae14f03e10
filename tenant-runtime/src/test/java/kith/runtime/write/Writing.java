package kith.runtime.write;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.read.Predicate;
import kith.runtime.read.RecordSelection;
import kith.runtime.rule.RuleObservers;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.RecordInput.ById;
import kith.runtime.write.RecordInput.ByKey;
import kith.runtime.write.RecordInput.Links;
import kith.runtime.write.RecordInput.Plain;
import kith.runtime.write.RecordInput.Reference;
import kith.runtime.write.RecordInput.Target;
import kith.runtime.write.WriteRequest.CountItem;
import kith.runtime.write.WriteRequest.DestroyItem;
import kith.runtime.write.WriteRequest.Step;
import kith.runtime.write.WriteRequest.UpsertItem;
import kith.script.Limits;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A writer on a database of its own, and short words for what tests do with it. */
final class Writing implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-07-04T12:30:00.120Z");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RuntimeDatabase runtime;
    private final RuleWorkers workers = new RuleWorkers(2, 2, Duration.ofSeconds(10));
    private final RecordIds ids = new RecordIds(Clock.systemUTC(), new Random(7));
    private final RecordWriter writer;

    Writing(String name) {
        this(name, _ -> RuleObservers.NOBODY);
    }

    /** With somebody who listens to the rules, and may keep what he heard. */
    Writing(String name, Function<RuntimeDatabase, RuleObservers> observers) {
        this.runtime = RuntimeDatabase.fresh(name);
        this.writer =
                new PostgresRecordWriter(
                        runtime.database(),
                        new MemberAccess(),
                        new RuleRunner(
                                workers, _ -> Limits.synchronous(), observers.apply(runtime)),
                        ids,
                        Clock.fixed(NOW, ZoneOffset.UTC));
    }

    RuntimeDatabase runtime() {
        return runtime;
    }

    /** A tenant with somebody who writes in it. */
    As as(String slug, Catalog catalog) {
        Tenant tenant = runtime.tenant(slug);
        As platform = new As(Caller.platform(tenant), catalog);
        UUID user =
                platform.create("User", Map.of("name", "Nancy", "email", slug + "@example.com"));
        return new As(new Caller(tenant, Optional.of(user), false, Caller.Origin.API), catalog);
    }

    @Override
    public void close() {
        workers.close();
        runtime.close();
    }

    static Target byId(UUID id) {
        return new ById(id);
    }

    /** Somebody who writes. */
    final class As {

        private final Caller caller;
        private final Catalog catalog;

        As(Caller caller, Catalog catalog) {
            this.caller = caller;
            this.catalog = catalog;
        }

        Caller caller() {
            return caller;
        }

        /** The same tenant, written in by somebody else. */
        As as(Caller other) {
            return new As(other, catalog);
        }

        As with(Catalog other) {
            return new As(caller, other);
        }

        ObjectType object(String name) {
            return catalog.require(name);
        }

        Field field(String object, String name) {
            return object(object).field(name).orElseThrow();
        }

        Mono<byte[]> writing(Step... steps) {
            return writer.write(caller, catalog, new WriteRequest(Arrays.asList(steps)));
        }

        Mono<byte[]> writingOnce(OnlyOnce once, Step... steps) {
            return writer.writeOnce(caller, catalog, new WriteRequest(Arrays.asList(steps)), once);
        }

        Mono<byte[]> firstAnswer(OnlyOnce once) {
            return writer.firstAnswer(caller, once);
        }

        JsonNode write(Step... steps) {
            byte[] answer = writing(steps).block(LONGEST);
            return JsonMapper.shared().readTree(answer);
        }

        List<Problem> refused(Step... steps) {
            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> write(steps));
            if (refused == null) {
                throw new AssertionError("The write was not refused");
            }
            return refused.problems();
        }

        UUID create(String object, Map<String, ?> values) {
            return UUID.fromString(
                    write(creation(object, values)).get("created").get("id").asString());
        }

        WriteRequest.Create creation(String object, Map<String, ?> values) {
            return new WriteRequest.Create(
                    "created",
                    object(object),
                    List.of(input(object, values, "created", "data")),
                    false,
                    selection(object));
        }

        WriteRequest.Create creationOf(UUID id, String object, Map<String, ?> values) {
            RecordInput input = input(object, values, "created", "data");
            return new WriteRequest.Create(
                    "created",
                    object(object),
                    List.of(new RecordInput(Optional.of(id), input.values(), input.path())),
                    false,
                    selection(object));
        }

        WriteRequest.Create creations(String object, List<? extends Map<String, ?>> records) {
            return new WriteRequest.Create(
                    "created", object(object), inputs(object, records), true, selection(object));
        }

        WriteRequest.Update update(String object, UUID id, Map<String, ?> values) {
            return update(object, id, values, OptionalInt.empty());
        }

        WriteRequest.Update update(
                String object, UUID id, Map<String, ?> values, OptionalInt ifVersion) {
            return new WriteRequest.Update(
                    "updated",
                    object(object),
                    id,
                    input(object, values, "updated", "data"),
                    ifVersion,
                    selection(object));
        }

        WriteRequest.UpdateWhere updateWhere(
                String object, Predicate filter, Map<String, ?> values) {
            return new WriteRequest.UpdateWhere(
                    "updated",
                    object(object),
                    filter,
                    input(object, values, "updated", "data"),
                    List.of(new CountItem.Count("count")));
        }

        WriteRequest.Upsert upsert(
                String object, String on, List<? extends Map<String, ?>> records) {
            return new WriteRequest.Upsert(
                    "upserted",
                    object(object),
                    field(object, on),
                    inputs(object, records),
                    List.of(
                            new UpsertItem.Id("id"),
                            new UpsertItem.Created("created"),
                            new UpsertItem.Whole("record", selection(object)),
                            new UpsertItem.Text("__typename", "UpsertedAccount")));
        }

        WriteRequest.Delete delete(String object, UUID id) {
            return new WriteRequest.Delete("deleted", object(object), id, selection(object));
        }

        WriteRequest.DeleteWhere deleteWhere(String object, Predicate filter) {
            return new WriteRequest.DeleteWhere(
                    "deleted", object(object), filter, List.of(new CountItem.Count("count")));
        }

        WriteRequest.Restore restore(String object, UUID id) {
            return new WriteRequest.Restore("restored", object(object), id, selection(object));
        }

        WriteRequest.RestoreWhere restoreWhere(String object, Predicate filter) {
            return new WriteRequest.RestoreWhere(
                    "restored", object(object), filter, List.of(new CountItem.Count("count")));
        }

        WriteRequest.DestroyWhere destroyWhere(String object, Predicate filter) {
            return new WriteRequest.DestroyWhere(
                    "destroyed", object(object), filter, List.of(new CountItem.Count("count")));
        }

        WriteRequest.Destroy destroy(String object, UUID id) {
            return new WriteRequest.Destroy(
                    "destroyed", object(object), id, List.of(new DestroyItem.Id("id")));
        }

        Predicate oneOf(String object, UUID... ids) {
            return new Predicate.Any(
                    Arrays.stream(ids)
                            .<Predicate>map(id ->
                                    new Predicate.Compare(
                                            field(object, "id"), Predicate.Operator.EQ, id))
                            .toList());
        }

        Predicate named(String object, String name) {
            return new Predicate.Compare(field(object, "name"), Predicate.Operator.EQ, name);
        }

        Target byKey(String object, String field, Object value) {
            return new ByKey(field(object, field), value);
        }

        /** What a statement finds in the tenant's tables. */
        String found(String sql) {
            return runtime.asOwner(caller.tenant(), sql);
        }

        private RecordSelection selection(String object) {
            return new RecordSelection(
                    Stream.of("id", "version", "name", "deletedAt")
                            .<RecordSelection.Selected>map(
                                    name -> new RecordSelection.Value(name, field(object, name)))
                            .toList());
        }

        private List<RecordInput> inputs(String object, List<? extends Map<String, ?>> records) {
            List<RecordInput> inputs = new ArrayList<>();
            for (int index = 0; index < records.size(); index++) {
                inputs.add(input(object, records.get(index), "created", "data", index));
            }
            return inputs;
        }

        private RecordInput input(String object, Map<String, ?> values, Object... path) {
            Map<Field, RecordInput.Value> typed = new LinkedHashMap<>();
            values.forEach((name, value) -> typed.put(field(object, name), value(value)));
            return new RecordInput(Optional.empty(), typed, List.of(path));
        }

        private RecordInput.Value value(@Nullable Object value) {
            return switch (value) {
                case Target target -> new Reference(Optional.of(target));
                case Links links -> links;
                case null, default -> new Plain(value);
            };
        }
    }
}

package kith.runtime.move;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.read.Predicate;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.RecordReader;
import kith.runtime.read.RecordSelection;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.write.RecordInput;
import kith.runtime.write.RecordWriter;
import kith.runtime.write.WriteRequest;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes as the API does: what was bound to an older catalog is bound anew. */
record DealRequests(Caller caller, Catalogs catalogs, RecordReader reader, RecordWriter writer) {

    private static final Set<String> READ =
            Set.of("id", "version", "name", "amount", "notes", "stage");

    UUID create(String object, Map<String, ?> values) {
        JsonNode answer =
                write(catalog -> {
                    ObjectType type = catalog.require(object);
                    return new WriteRequest.Create(
                            "made",
                            type,
                            List.of(input(type, Optional.empty(), values)),
                            false,
                            selection(type));
                });
        return UUID.fromString(answer.at("/made/id").asString());
    }

    JsonNode update(String object, UUID id, Map<String, ?> values) {
        return write(catalog -> {
            ObjectType type = catalog.require(object);
            return new WriteRequest.Update(
                    "changed",
                    type,
                    id,
                    input(type, Optional.empty(), values),
                    OptionalInt.empty(),
                    selection(type));
        });
    }

    JsonNode delete(String object, UUID id) {
        return write(catalog ->
                new WriteRequest.Delete(
                        "gone", catalog.require(object), id, selection(catalog.require(object))));
    }

    JsonNode restore(String object, UUID id) {
        return write(catalog ->
                new WriteRequest.Restore(
                        "back", catalog.require(object), id, selection(catalog.require(object))));
    }

    JsonNode destroy(String object, UUID id) {
        return write(catalog ->
                new WriteRequest.Destroy(
                        "gone",
                        catalog.require(object),
                        id,
                        List.of(new WriteRequest.DestroyItem.Id("id"))));
    }

    /** Restores all in the bin that have a name; gives their number. */
    int restoreAll(String object, String name) {
        return write(catalog ->
                        new WriteRequest.RestoreWhere(
                                "back",
                                catalog.require(object),
                                named(catalog.require(object), name),
                                List.of(new WriteRequest.CountItem.Count("count"))))
                .at("/back/count")
                .intValue();
    }

    /** Destroys all in the bin that have a name; gives their number. */
    int destroyAll(String object, String name) {
        return write(catalog ->
                        new WriteRequest.DestroyWhere(
                                "gone",
                                catalog.require(object),
                                named(catalog.require(object), name),
                                List.of(new WriteRequest.CountItem.Count("count"))))
                .at("/gone/count")
                .intValue();
    }

    private static Predicate named(ObjectType object, String name) {
        return new Predicate.Compare(
                object.field("name").orElseThrow(), Predicate.Operator.EQ, name);
    }

    /** What a write is under a catalog. */
    interface Step {
        WriteRequest.Step under(Catalog catalog);
    }

    /** Writes as the API does: bound anew where the catalog changed meanwhile. */
    JsonNode write(Step step) {
        return JsonMapper.shared()
                .readTree(
                        Deals.now(
                                anew(catalog ->
                                        writer.write(
                                                caller,
                                                catalog,
                                                new WriteRequest(List.of(step.under(catalog)))))));
    }

    /** A record by its id, as the API reads it; a missing node where there is none. */
    JsonNode read(String object, UUID id) {
        return JsonMapper.shared()
                .readTree(
                        Deals.now(
                                anew(catalog ->
                                        reader.read(
                                                caller,
                                                catalog,
                                                new ReadRequest(
                                                        List.of(
                                                                new ReadRequest.ById(
                                                                        "found",
                                                                        catalog.require(object),
                                                                        id,
                                                                        selection(
                                                                                catalog.require(
                                                                                        object)))))))))
                .path("found");
    }

    private interface Bound {
        Mono<byte[]> run(Catalog catalog);
    }

    private Mono<byte[]> anew(Bound bound) {
        return catalogs.current(caller.tenant())
                .flatMap(bound::run)
                .onErrorResume(
                        CatalogOutdatedException.class,
                        outdated ->
                                catalogs.atLeast(caller.tenant(), outdated.actualVersion())
                                        .flatMap(bound::run))
                .retryWhen(Retry.indefinitely().filter(CatalogOutdatedException.class::isInstance));
    }

    private static RecordInput input(ObjectType object, Optional<UUID> id, Map<String, ?> values) {
        return new RecordInput(
                id,
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> object.field(entry.getKey()).orElseThrow(),
                                        entry -> value(entry.getValue()))),
                List.of("made", "data"));
    }

    private static RecordInput.Value value(Object value) {
        return value instanceof UUID id
                ? new RecordInput.Reference(Optional.of(new RecordInput.ById(id)))
                : new RecordInput.Plain(value);
    }

    private static RecordSelection selection(ObjectType object) {
        return new RecordSelection(
                object.fields().stream()
                        .filter(field -> READ.contains(field.name()))
                        .map(field ->
                                (RecordSelection.Selected)
                                        new RecordSelection.Value(field.name(), field))
                        .toList());
    }
}

package kith.runtime.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.runtime.access.Caller;
import kith.runtime.read.WrittenRow;
import kith.runtime.sql.Sql;
import kith.runtime.value.OwnValues;
import kith.runtime.value.StoredValues;
import org.jspecify.annotations.Nullable;

/**
 * New values for one record as one statement. The record is read as it lies there and written only
 * if it still is the same version by then, so nothing has to be locked before; where it is not, the
 * long way takes over. Where nothing changes it is answered as it lies there.
 */
final class DirectUpdate {

    static final String ID = "id";
    static final String EVENT = "event";
    static final String VERSION = "version";

    private final WriteScope scope;
    private final WriteRequest.Update step;
    private final DirectReferences references;
    private final RecordIds ids;

    DirectUpdate(
            WriteScope scope,
            WriteRequest.Update step,
            DirectReferences references,
            RecordIds ids) {
        this.scope = scope;
        this.step = step;
        this.references = references;
        this.ids = ids;
    }

    /**
     * What updates have in common whose statements differ in what they {@link #given} alone.
     *
     * @param rights what the caller may read
     * @param answer the selection's outline
     * @param set names of the fields that are set
     */
    record Shape(
            int tenant,
            long catalogVersion,
            String rights,
            Caller.Origin origin,
            int object,
            String answer,
            List<String> set,
            String references,
            boolean isVersioned) {}

    /** Whether it sets plain columns alone, and nothing that must be unique. */
    static boolean isFor(ObjectType object, CoercedRecord record) {
        return record.links().isEmpty()
                && record.related().isEmpty()
                && record.outdated().isEmpty()
                && !(record.values().isEmpty() && record.references().isEmpty())
                && record.values().keySet().stream()
                        .allMatch(name ->
                                object.field(name).filter(DirectUpdate::isPlain).isPresent())
                && record.references().stream().allMatch(wanted -> isPlain(wanted.field()));
    }

    private static boolean isPlain(Field field) {
        return !UniqueValues.isUnique(field)
                && !field.isPolymorphic()
                && switch (field.storage()) {
                    case Storage.Column _ -> OwnValues.isOwn(field);
                    case Storage.Slot _ -> true;
                    case Storage.Overflow _, Storage.Links _, Storage.Computed _ -> false;
                };
    }

    /** The gap for the value of a field. */
    static String gap(String field) {
        return "set " + field;
    }

    WriteScope scope() {
        return scope;
    }

    WriteRequest.Update step() {
        return step;
    }

    /** Empty where the answer is of many shapes. */
    Optional<Shape> shape(List<String> set) {
        return step.selection()
                .outline()
                .map(answer ->
                        new Shape(
                                scope.caller().tenant().key(),
                                scope.catalog().version(),
                                scope.access().readKey(scope.caller()),
                                scope.caller().origin(),
                                step.object().key(),
                                answer,
                                set,
                                references.shape(),
                                step.ifVersion().isPresent()));
    }

    /** The values to set, as columns hold them; empty where something is wrong with them. */
    Optional<Map<String, @Nullable Object>> values(ResolvedRecord record) {
        StoredRecord unknown =
                new StoredRecord(step.object(), step.id(), 0, Optional.empty(), Map.of());
        List<Draft> drafts =
                Defaults.applied(
                        step.object(), scope.caller(), List.of(record.asChangeOf(unknown)));
        Violations violations = new Violations();
        DraftChecks.check(drafts, Set.of(), violations);
        if (!violations.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        drafts.getFirst()
                .set()
                .forEach((name, value) ->
                        values.put(name, value == null ? null : StoredValues.toColumn(value)));
        return Optional.of(values);
    }

    /** What fills the gaps of the statement. */
    Map<String, @Nullable Object> given(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> given = scope.given();
        given.putAll(references.given());
        given.put(ID, step.id());
        given.put(EVENT, ids.next());
        step.ifVersion().ifPresent(version -> given.put(VERSION, version));
        values.forEach((name, value) -> given.put(gap(name), value));
        return given;
    }

    /** The statement that sets these fields, with gaps for all that differs from use to use. */
    Sql statement(List<String> set, WrittenRow answer) {
        return new UpdateRendering(scope.open(), step, references, set, answer).statement();
    }
}

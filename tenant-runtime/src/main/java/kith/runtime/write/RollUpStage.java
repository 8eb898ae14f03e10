package kith.runtime.write;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.SystemFields;
import kith.metadata.expression.RecordValues;
import kith.metadata.expression.Step;
import kith.runtime.rollup.ParentChanges;
import kith.runtime.rollup.RollUpChanges;
import kith.runtime.rollup.RollUpUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Last stage of whatever writes records: brings the roll-ups over them up to date, two statements
 * for each object that has any, and none where nothing that they read has changed.
 */
final class RollUpStage {

    private final WriteSession session;
    private final RecordIds ids;

    RollUpStage(WriteSession session, RecordIds ids) {
        this.session = session;
        this.ids = ids;
    }

    /** After records were made or changed. */
    void written(Collection<Draft> drafts) {
        RollUpChanges changes = new RollUpChanges(session.catalog(), session.now());
        for (Draft draft : drafts) {
            changes.add(
                    draft.object(),
                    draft.before().map(RollUpStage::stored),
                    Optional.of(new Known(draft.id(), name -> value(draft, name))));
        }
        send(changes);
    }

    /** After live records were taken away. */
    void gone(Collection<StoredRecord> records) {
        RollUpChanges changes = new RollUpChanges(session.catalog(), session.now());
        records.forEach(record ->
                changes.add(record.object(), Optional.of(stored(record)), Optional.empty()));
        send(changes);
    }

    /** After records came back. */
    void back(Collection<StoredRecord> records) {
        RollUpChanges changes = new RollUpChanges(session.catalog(), session.now());
        records.forEach(record ->
                changes.add(record.object(), Optional.empty(), Optional.of(stored(record))));
        send(changes);
    }

    private void send(RollUpChanges changes) {
        RollUpUpdate.Writer writer =
                new RollUpUpdate.Writer(
                        session.tenant(),
                        session.scope().moment(),
                        session.scope().user(),
                        ids::next);
        for (ParentChanges parents : changes.parents()) {
            RollUpUpdate update = new RollUpUpdate(session.catalog(), parents, writer);
            session.send(update.lock());
            session.send(update.update());
            session.noteIfMoving(parents.object(), parents.ids());
            new FormulaStage(session).changed(parents.object(), parents.ids(), parents.fields());
        }
    }

    private @Nullable Object value(Draft draft, String name) {
        return draft.isNew() && name.equals(SystemFields.CREATED_AT)
                ? session.now()
                : draft.value(name);
    }

    private static RecordValues stored(StoredRecord record) {
        return new Known(record.id(), record::value);
    }

    /** The values of one record; a roll-up looks at no other. */
    private record Known(UUID id, Function<String, @Nullable Object> values)
            implements RecordValues {

        @Override
        public @Nullable Object value(List<Step> path, Field field) {
            return field.name().equals(SystemFields.ID) ? id : values.apply(field.name());
        }

        @Override
        public @Nullable Object prior(List<Step> path, Field field) {
            return null;
        }

        @Override
        public boolean isThere(List<Step> path) {
            return false;
        }

        @Override
        public boolean isNew() {
            return false;
        }
    }
}

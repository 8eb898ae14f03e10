package kith.runtime.write;

import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.SystemFields;
import kith.metadata.expression.RecordValues;
import kith.metadata.expression.Step;
import org.jspecify.annotations.Nullable;

/** The values of a record that is about to be written, for expressions. */
record DraftValues(Draft draft, RelatedValues related) implements RecordValues {

    @Override
    public @Nullable Object value(List<Step> path, Field field) {
        return path.isEmpty() && field.name().equals(SystemFields.ID)
                ? draft.id()
                : related.value(draft, path, field);
    }

    @Override
    public @Nullable Object prior(List<Step> path, Field field) {
        return path.isEmpty() ? draft.valueBefore(field.name()) : null;
    }

    @Override
    public boolean isThere(List<Step> path) {
        return related.isThere(draft, path);
    }

    @Override
    public boolean isNew() {
        return draft.isNew();
    }
}

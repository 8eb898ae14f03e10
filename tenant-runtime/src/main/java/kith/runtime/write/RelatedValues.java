package kith.runtime.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.expression.CurrentUser;
import kith.metadata.expression.Step;
import org.jspecify.annotations.Nullable;

/** The live records that the records of a batch point to, over one reference or several. */
final class RelatedValues {

    private final Map<UUID, StoredRecord> records = new HashMap<>();

    private final Optional<UUID> user;

    /**
     * @param user whoever writes
     */
    RelatedValues(Optional<UUID> user) {
        this.user = user;
    }

    /** Loads what lies along the paths. */
    static RelatedValues load(
            WriteSession session, Collection<List<Step>> paths, List<Draft> drafts) {
        RelatedValues related = new RelatedValues(session.caller().user());
        related.follow(session, paths, drafts);
        return related;
    }

    /** Loads what lies along more paths; one statement for each level of what is not known yet. */
    void follow(WriteSession session, Collection<List<Step>> paths, Collection<Draft> drafts) {
        int depth = paths.stream().mapToInt(List::size).max().orElse(0);
        for (int level = 1; level <= depth; level++) {
            load(session, paths, level, drafts);
        }
    }

    private void load(
            WriteSession session,
            Collection<List<Step>> paths,
            int level,
            Collection<Draft> drafts) {
        Map<String, ObjectType> objects = new LinkedHashMap<>();
        Set<UUID> wanted = new HashSet<>();
        for (List<Step> path : paths) {
            if (path.size() >= level) {
                Step step = path.get(level - 1);
                for (Draft draft : drafts) {
                    if (value(draft, path.subList(0, level - 1), step.reference())
                                    instanceof UUID id
                            && !records.containsKey(id)) {
                        objects.put(step.target(), session.catalog().require(step.target()));
                        wanted.add(id);
                    }
                }
            }
        }
        if (!wanted.isEmpty()) {
            new RecordLoader(session)
                    .read(objects.values(), wanted)
                    .forEach(record -> records.put(record.id(), record));
        }
    }

    /** The value of a field of the record behind a path. */
    @Nullable Object value(Draft draft, List<Step> path, Field field) {
        if (path.isEmpty()) {
            return own(draft, field);
        }
        return behind(draft, path).map(record -> record.value(field.name())).orElse(null);
    }

    private @Nullable Object own(Draft draft, Field field) {
        return CurrentUser.is(field) ? user.orElse(null) : draft.value(field.name());
    }

    boolean isThere(Draft draft, List<Step> path) {
        return behind(draft, path).isPresent();
    }

    private Optional<StoredRecord> behind(Draft draft, List<Step> path) {
        @Nullable Object id = own(draft, path.getFirst().reference());
        Optional<StoredRecord> record = find(id, path.getFirst());
        for (Step step : path.subList(1, path.size())) {
            record = record.flatMap(found -> find(found.value(step.reference().name()), step));
        }
        return record;
    }

    private Optional<StoredRecord> find(@Nullable Object id, Step step) {
        return id instanceof UUID known
                ? Optional.ofNullable(records.get(known))
                        .filter(record -> record.object().key() == step.key())
                : Optional.empty();
    }
}

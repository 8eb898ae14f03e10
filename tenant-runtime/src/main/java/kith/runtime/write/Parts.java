package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.write.RecordLoader.Life;

/**
 * Finds the records that are parts of others by master-detail, and parts of these: one statement
 * for each level of the objects, whatever the number of records. Everything found is locked.
 */
final class Parts {

    /** Records that one deletion may take. */
    private static final int MOST = 100_000;

    private final WriteSession session;

    Parts(WriteSession session) {
        this.session = session;
    }

    /** A record and the one at the top through which it was reached. */
    record Taken(StoredRecord record, UUID root) {}

    /** The locked roots with all their parts. */
    List<Taken> with(Collection<StoredRecord> roots, Life life, List<Object> path) {
        Map<UUID, Taken> taken = new HashMap<>();
        List<Taken> all = new ArrayList<>();
        roots.forEach(root -> take(new Taken(root, root.id()), taken, all));
        List<Taken> level = List.copyOf(all);
        while (!level.isEmpty()) {
            List<Taken> parts = new ArrayList<>();
            for (StoredRecord part : partsOf(level, life)) {
                if (!taken.containsKey(part.id())) {
                    take(new Taken(part, rootOf(part, taken)), taken, all);
                    parts.add(all.getLast());
                }
            }
            if (all.size() > MOST) {
                throw tooMany(path);
            }
            level = parts;
        }
        return all;
    }

    /** The objects whose records can be parts of the object's, through any number of levels. */
    static Set<ObjectType> objectsBelow(WriteSession session, ObjectType object) {
        Set<ObjectType> below = new LinkedHashSet<>();
        List<ObjectType> level = List.of(object);
        while (!level.isEmpty()) {
            List<ObjectType> next = new ArrayList<>();
            for (ObjectType candidate : session.catalog().objects()) {
                if (!below.contains(candidate) && !mastersIn(candidate, level).isEmpty()) {
                    below.add(candidate);
                    next.add(candidate);
                }
            }
            level = next;
        }
        return below;
    }

    /** The fields of an object that make its records parts of others. */
    static List<Field> masters(ObjectType object) {
        return object.fields().stream()
                .filter(field -> field.type() instanceof FieldType.MasterDetail)
                .toList();
    }

    private static List<Field> mastersIn(ObjectType object, Collection<ObjectType> targets) {
        Set<String> names = new LinkedHashSet<>();
        targets.forEach(target -> names.add(target.name()));
        return masters(object).stream()
                .filter(field -> names.contains(field.target().orElseThrow()))
                .toList();
    }

    private static void take(Taken part, Map<UUID, Taken> taken, List<Taken> all) {
        taken.put(part.record().id(), part);
        all.add(part);
    }

    private static UUID rootOf(StoredRecord part, Map<UUID, Taken> taken) {
        for (Field master : masters(part.object())) {
            if (part.value(master.name()) instanceof UUID id && taken.containsKey(id)) {
                return taken.get(id).root();
            }
        }
        throw new IllegalStateException("A part without its whole: " + part.id());
    }

    private List<StoredRecord> partsOf(List<Taken> level, Life life) {
        Set<ObjectType> wholes = new LinkedHashSet<>();
        level.forEach(taken -> wholes.add(taken.record().object()));
        List<ObjectType> objects = new ArrayList<>();
        Sql ids =
                Sql.bind(
                        SqlType.UUID_ARRAY,
                        level.stream().map(taken -> taken.record().id()).toArray(UUID[]::new));
        for (ObjectType object : session.catalog().objects()) {
            if (!mastersIn(object, wholes).isEmpty()) {
                objects.add(object);
            }
        }
        return objects.isEmpty()
                ? List.of()
                : new RecordLoader(session)
                        .lockAll(
                                objects,
                                group ->
                                        Sql.of(
                                                "({}){}",
                                                Sql.join(" or ", referring(group, wholes, ids)),
                                                life.condition()));
    }

    private static List<Sql> referring(List<ObjectType> objects, Set<ObjectType> wholes, Sql ids) {
        List<Sql> conditions = new ArrayList<>();
        for (ObjectType object : objects) {
            mastersIn(object, wholes)
                    .forEach(master -> conditions.add(refersTo(object, master, ids)));
        }
        return conditions;
    }

    private static Sql refersTo(ObjectType object, Field master, Sql ids) {
        return Sql.of(
                "(loaded.object = {} and {} = any({}))",
                Sql.bind(object.key()),
                ReferenceColumn.of(master),
                ids);
    }

    private static ProblemException tooMany(List<Object> path) {
        return new ProblemException(
                Problem.of(
                                WriteProblem.TOO_MANY_PARTS,
                                "More than %,d records hang on this one".formatted(MOST))
                        .at(path)
                        .hint("Delete the parts first"));
    }
}

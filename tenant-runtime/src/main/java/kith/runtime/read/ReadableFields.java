package kith.runtime.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/**
 * The fields whose changed values a caller may be told, by their ids as the stream has them.
 *
 * @param isAll whether there are no others
 */
record ReadableFields(List<String> ids, List<String> names, boolean isAll) {

    ReadableFields {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
    }

    static ReadableFields of(Access access, Caller caller, List<ObjectType> objects) {
        Set<Field> fields = new LinkedHashSet<>();
        objects.forEach(object ->
                object.fields().stream()
                        .filter(field -> access.mayRead(caller, field))
                        .forEach(fields::add));
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (Field field : fields) {
            // The fields that all objects have share their ids.
            if (known.add(field.id().toString())) {
                ids.add(field.id().toString());
                names.add(field.name());
            }
        }
        boolean isAll =
                objects.stream()
                        .flatMap(object -> object.fields().stream())
                        .allMatch(field -> access.mayRead(caller, field));
        return new ReadableFields(ids, names, isAll);
    }

    /** Whether the change {@code c} is one of values that the caller may read, or of none. */
    Sql anyChanged() {
        return isAll
                ? Sql.text("true")
                : Sql.of("(c.kind <> 'UPDATE' or c.changes ?| {})", idArray());
    }

    /** The ids as an array. */
    Sql idArray() {
        return Sql.bind(SqlType.TEXT_ARRAY, ids.toArray(String[]::new));
    }

    /** The names, in the order of the ids. */
    Sql nameArray() {
        return Sql.bind(SqlType.TEXT_ARRAY, names.toArray(String[]::new));
    }
}

package kith.metadata.expression;

import java.util.List;
import java.util.Optional;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;
import kith.metadata.name.Nearest;

/** Notices where a picklist is compared with what it never holds. */
final class PicklistValues {

    private PicklistValues() {}

    static void check(Checker checker, Expression list, Expression value, int offset) {
        if (!(list instanceof Expression.FieldValue field)
                || !(value instanceof Expression.Constant(Kind kind, Object constant))
                || kind != Kind.TEXT) {
            return;
        }
        List<String> values = values(field.field().type());
        String text = (String) constant;
        if (values.isEmpty() || values.contains(text)) {
            return;
        }
        checker.refuse(
                offset,
                "`%s` never is '%s'".formatted(field.field().name(), text),
                Nearest.hint(text, values)
                        .or(() -> Optional.of("Its values are " + listed(values) + ".")));
    }

    private static String listed(List<String> values) {
        int shown = Math.min(values.size(), 10);
        String first = String.join(", ", values.subList(0, shown));
        return shown < values.size() ? first + " …" : first;
    }

    private static List<String> values(FieldType type) {
        if (type instanceof FieldType.Picklist(var values)) {
            return values.stream().map(PicklistValue::value).toList();
        }
        return type instanceof FieldType.MultiPicklist(var values)
                ? values.stream().map(PicklistValue::value).toList()
                : List.of();
    }
}

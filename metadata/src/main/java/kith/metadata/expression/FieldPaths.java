package kith.metadata.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.name.Nearest;
import org.jspecify.annotations.Nullable;

/** {@code account.owner.name} to the field and the way to it. */
final class FieldPaths {

    private static final int MAX_STEPS = 5;
    private static final String ID_SUFFIX = "Id";

    private FieldPaths() {}

    static @Nullable Expression find(Checker checker, ExpressionScope scope, Syntax.Path path) {
        if (path.names().size() > MAX_STEPS + 1) {
            return checker.refuse(path.offset(), "A path goes over at most 5 references");
        }
        List<Step> steps = new ArrayList<>();
        ObjectType object = scope.object();
        for (Syntax.Name name : path.names().subList(0, path.names().size() - 1)) {
            Field reference =
                    object.field(name.text())
                            .or(() -> steps.isEmpty() ? user(scope, name) : Optional.empty())
                            .orElse(null);
            if (reference == null) {
                return unknown(checker, object, name);
            }
            Optional<ObjectType> target = reference.target().flatMap(scope.objects()::object);
            if (!reference.isToOne() || target.isEmpty()) {
                return checker.refuse(
                        name.offset(),
                        reference.isPolymorphic()
                                ? "`%s` can point to several objects, so nothing behind it is known"
                                        .formatted(name.text())
                                : "`%s` points to no other record".formatted(name.text()));
            }
            object = target.get();
            steps.add(new Step(reference, object.name(), object.key(), object.home()));
        }
        return value(checker, scope, object, path.names().getLast(), steps);
    }

    private static Optional<Field> user(ExpressionScope scope, Syntax.Name name) {
        return CurrentUser.named(name.text(), scope);
    }

    private static @Nullable Expression value(
            Checker checker,
            ExpressionScope scope,
            ObjectType object,
            Syntax.Name name,
            List<Step> steps) {
        Field field =
                field(object, name.text())
                        .or(() -> steps.isEmpty() ? user(scope, name) : Optional.empty())
                        .orElse(null);
        if (field == null) {
            return unknown(checker, object, name);
        }
        Kind kind = Kind.of(field.type()).orElse(null);
        return kind == null
                ? checker.refuse(name.offset(), "`%s` has many values".formatted(name.text()))
                : new Expression.FieldValue(kind, steps, field, false);
    }

    /** A reference {@code account} is known as {@code accountId}, too. */
    private static Optional<Field> field(ObjectType object, String name) {
        return object.field(name)
                .or(() ->
                        name.endsWith(ID_SUFFIX)
                                ? object.field(
                                                name.substring(
                                                        0, name.length() - ID_SUFFIX.length()))
                                        .filter(Field::isToOne)
                                : Optional.empty());
    }

    private static @Nullable Expression unknown(
            Checker checker, ObjectType object, Syntax.Name name) {
        List<String> names = object.fields().stream().map(Field::name).toList();
        return checker.refuse(
                name.offset(),
                "%s has no field `%s`".formatted(object.name(), name.text()),
                Nearest.hint(name.text(), names));
    }
}

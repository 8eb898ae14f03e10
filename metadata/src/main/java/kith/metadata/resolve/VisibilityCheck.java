package kith.metadata.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.Visibility;

/** Finds conditions of fields that make no sense, or that forms cannot compute. */
final class VisibilityCheck {

    private static final String PROPERTY = "visibleWhen";

    private final Map<String, ObjectType> objects = new HashMap<>();
    private final DefaultBinding.Refusals refusals;

    VisibilityCheck(List<ObjectType> objects, DefaultBinding.Refusals refusals) {
        objects.forEach(object -> this.objects.put(object.name(), object));
        this.refusals = refusals;
    }

    void check() {
        objects.values().forEach(object -> object.fields().forEach(field -> check(object, field)));
    }

    private void check(ObjectType object, Field field) {
        Visibility.compiled(object, field, name -> Optional.ofNullable(objects.get(name)))
                .ifPresent(compilation -> {
                    switch (compilation) {
                        case Compilation.Compiled(var condition) ->
                                ExpressionTraits.notInBrowser(condition)
                                        .ifPresent(reason -> refuse(field, reason));
                        case Compilation.Refused(var errors) ->
                                errors.forEach(error ->
                                        refusals.refuse(field.definition(), PROPERTY, error));
                    }
                });
    }

    private void refuse(Field field, String reason) {
        refusals.refuse(
                field.definition(),
                PROPERTY,
                new ExpressionError(
                        1, 1, "Forms cannot compute this: " + reason, Optional.empty()));
    }
}

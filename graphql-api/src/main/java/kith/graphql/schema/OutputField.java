package kith.graphql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.field.FieldType;

/** What a GraphQL field of an object's type stands for in the catalog. */
public sealed interface OutputField {

    String ID_SUFFIX = "Id";
    String CURRENCY_SUFFIX = "Currency";

    /** The name of the GraphQL field. */
    String name();

    /** A plain value. */
    record Plain(Field field) implements OutputField {
        @Override
        public String name() {
            return field.name();
        }
    }

    /** The record that a reference points to. */
    record Reference(Field field) implements OutputField {
        @Override
        public String name() {
            return field.name();
        }
    }

    /** The record of any of several objects that a polymorphic lookup points to. */
    record AnyReference(Field field) implements OutputField {
        @Override
        public String name() {
            return field.name();
        }
    }

    /** The id that a reference holds. */
    record ReferenceId(Field field) implements OutputField {
        @Override
        public String name() {
            return field.name() + ID_SUFFIX;
        }
    }

    /** The currency of an amount. */
    record CurrencyOf(Field field) implements OutputField {
        @Override
        public String name() {
            return field.name() + CURRENCY_SUFFIX;
        }
    }

    /** A page of related records. */
    record ListOf(Relation relation) implements OutputField {
        @Override
        public String name() {
            return relation.name();
        }
    }

    /** All fields of the object's type; the catalog's own names win over derived ones. */
    static List<OutputField> of(ObjectType object) {
        List<OutputField> fields = new ArrayList<>();
        for (Field field : object.fields()) {
            own(field).ifPresent(fields::add);
            derived(object, field).ifPresent(fields::add);
        }
        object.relations().forEach(relation -> fields.add(new ListOf(relation)));
        return fields;
    }

    /** The field of that name. */
    static Optional<OutputField> named(ObjectType object, String name) {
        Optional<OutputField> declared = object.field(name).flatMap(OutputField::own);
        if (declared.isPresent()) {
            return declared;
        }
        Optional<Relation> relation = object.relation(name);
        if (relation.isPresent()) {
            return relation.map(ListOf::new);
        }
        return withoutSuffix(object, name, ID_SUFFIX)
                .or(() -> withoutSuffix(object, name, CURRENCY_SUFFIX));
    }

    private static Optional<OutputField> withoutSuffix(
            ObjectType object, String name, String suffix) {
        if (!name.endsWith(suffix)) {
            return Optional.empty();
        }
        return object.field(name.substring(0, name.length() - suffix.length()))
                .flatMap(field -> derived(object, field))
                .filter(derived -> derived.name().equals(name));
    }

    private static Optional<OutputField> own(Field field) {
        if (field.isManyToMany()) {
            return Optional.empty();
        }
        if (field.isPolymorphic()) {
            return Optional.of(new AnyReference(field));
        }
        return Optional.of(field.isToOne() ? new Reference(field) : new Plain(field));
    }

    private static Optional<OutputField> derived(ObjectType object, Field field) {
        OutputField derived;
        if (field.isToOne()) {
            derived = new ReferenceId(field);
        } else if (field.type() instanceof FieldType.Currency) {
            derived = new CurrencyOf(field);
        } else {
            return Optional.empty();
        }
        boolean isTaken =
                object.field(derived.name()).isPresent()
                        || object.relation(derived.name()).isPresent();
        return isTaken ? Optional.empty() : Optional.of(derived);
    }
}

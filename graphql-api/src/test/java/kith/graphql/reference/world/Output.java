package kith.graphql.reference.world;

/** What a field of an object's GraphQL type stands for. */
public sealed interface Output {

    /** A value. */
    record Plain(ModelField field) implements Output {}

    /** The record that a lookup points to. */
    record Reference(ModelField field) implements Output {}

    /** The record that a lookup to several objects points to. */
    record AnyReference(ModelField field) implements Output {}

    /** The name of the object to whose record such a lookup points. */
    record TypeOf(ModelField field) implements Output {}

    /** The id that a lookup holds. */
    record ReferenceId(ModelField field) implements Output {}

    /** The currency of an amount. */
    record CurrencyOf(ModelField field) implements Output {}

    /** A list of related records. */
    record Related(ModelList list) implements Output {}
}

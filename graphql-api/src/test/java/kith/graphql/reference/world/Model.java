package kith.graphql.reference.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a tenant; the first one is the users'.
 *
 * @param derived those of their fields that the platform computes
 */
public record Model(List<ModelObject> objects, List<Derived> derived) {

    public Model {
        objects = List.copyOf(objects);
        derived = List.copyOf(derived);
    }

    /** With fields that callers give values for, and no others. */
    public Model(List<ModelObject> objects) {
        this(objects, List.of());
    }

    /** How the values of a field come about; empty where callers give them. */
    Optional<Derived> derived(ModelObject object, ModelField field) {
        return derived.stream()
                .filter(one -> one.object().equals(object.name()) && one.field().equals(field))
                .findFirst();
    }

    public ModelObject object(String name) {
        return objects.stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The lists of related records that records of the object have. */
    public List<ModelList> lists(ModelObject object) {
        List<ModelList> lists = new ArrayList<>();
        for (ModelField field : object.fields()) {
            if (field.kind() == Kind.MANY_TO_MANY) {
                lists.add(
                        new ModelList(
                                field.name(),
                                field.targetName(),
                                object.name(),
                                field,
                                ModelList.Way.LINKED));
            }
        }
        for (ModelObject other : objects) {
            for (ModelField field : other.fields()) {
                if (field.targets().contains(object.name())) {
                    field.inverse()
                            .ifPresent(name ->
                                    lists.add(
                                            new ModelList(
                                                    name,
                                                    other.name(),
                                                    other.name(),
                                                    field,
                                                    back(field))));
                }
            }
        }
        return lists;
    }

    private static ModelList.Way back(ModelField field) {
        return field.kind() == Kind.MANY_TO_MANY
                ? ModelList.Way.LINKED_BACK
                : ModelList.Way.CHILDREN;
    }

    /** What the name means in the object's GraphQL type and in its filter. */
    public Output output(ModelObject object, String name) {
        Optional<ModelField> field =
                object.field(name).filter(known -> known.kind() != Kind.MANY_TO_MANY);
        if (field.isPresent()) {
            return switch (field.get().kind()) {
                case LOOKUP, MASTER_DETAIL -> new Output.Reference(field.get());
                case ANY_LOOKUP -> new Output.AnyReference(field.get());
                default -> new Output.Plain(field.get());
            };
        }
        for (ModelList list : lists(object)) {
            if (list.name().equals(name)) {
                return new Output.Related(list);
            }
        }
        if (name.endsWith("Currency")) {
            return new Output.CurrencyOf(
                    object.require(name.substring(0, name.length() - "Currency".length())));
        }
        if (name.endsWith("Id")) {
            return new Output.ReferenceId(object.require(name.substring(0, name.length() - 2)));
        }
        if (name.endsWith("Type")) {
            return new Output.TypeOf(
                    object.require(name.substring(0, name.length() - "Type".length())));
        }
        throw new IllegalArgumentException(object.name() + "." + name);
    }
}

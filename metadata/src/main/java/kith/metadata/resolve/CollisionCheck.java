package kith.metadata.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.SystemFields;
import kith.metadata.catalog.TargetObjects;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import kith.metadata.field.TypeTraits;
import kith.metadata.name.Words;
import org.jspecify.annotations.Nullable;

/**
 * Whether any two things would have one name in the API: components themselves, and all that the
 * API makes of them. The later one is at fault.
 */
final class CollisionCheck {

    private static final List<String> SINGLE_WRITES =
            List.of("create", "update", "delete", "restore", "destroy");
    private static final List<String> BATCH_WRITES =
            List.of("create", "upsert", "update", "delete", "restore", "destroy");

    private final Dictionary dictionary;
    private final Findings findings;

    CollisionCheck(Dictionary dictionary, Findings findings) {
        this.dictionary = dictionary;
        this.findings = findings;
    }

    /**
     * @param components those of the tenant
     */
    void check(List<Component> components) {
        checkObjects(components);
        checkRules();
        checkPermissionSets();
        Map<String, Names> names = new HashMap<>();
        dictionary.objects().forEach(object -> names.put(object.name(), namesOf(object)));
        for (FieldDefinition field : dictionary.fields()) {
            Names own = names.get(field.object());
            if (own != null) {
                claim(own, field);
            }
        }
        for (FieldDefinition field : dictionary.fields()) {
            claimInverse(names, field);
        }
    }

    private void checkObjects(List<Component> components) {
        Names types = new Names();
        Names roots = new Names();
        Names writes = new Names();
        for (ObjectDefinition object : dictionary.objects()) {
            claimObject(object, types, roots, writes);
        }
        for (Component component : components) {
            if (component instanceof ObjectDefinition object
                    && !dictionary.object(object.name()).orElseThrow().id().equals(object.id())) {
                types.claim(object, object.name(), "the object `" + object.name() + "`", "name");
            }
        }
    }

    private void claimObject(ObjectDefinition object, Names types, Names roots, Names writes) {
        String name = object.name();
        String plural = object.pluralName();
        String what = "of the object `" + name + "`";
        types.claim(object, name, "the object `" + name + "`", "name");
        roots.claim(object, Words.uncapitalized(name), "the single root " + what, "name");
        if (!plural.equals(Words.uncapitalized(name))) {
            roots.claim(object, plural, "the plural root " + what, "pluralName");
        }
        if (findings.isSound(object)) {
            SINGLE_WRITES.forEach(
                    verb -> writes.claim(object, verb + name, "a write " + what, "name"));
            BATCH_WRITES.forEach(verb ->
                    writes.claim(
                            object,
                            verb + Words.capitalized(plural),
                            "a write " + what,
                            "pluralName"));
        }
    }

    private void checkRules() {
        Map<String, Names> names = new HashMap<>();
        for (RuleDefinition rule : dictionary.rules()) {
            names.computeIfAbsent(rule.object(), first -> new Names())
                    .claim(rule, rule.name(), "another rule of " + rule.object(), "name");
        }
        Map<String, Names> validations = new HashMap<>();
        for (ValidationDefinition one : dictionary.validations()) {
            validations
                    .computeIfAbsent(one.object(), first -> new Names())
                    .claim(one, one.name(), "another validation of " + one.object(), "name");
        }
    }

    private void checkPermissionSets() {
        Names names = new Names();
        dictionary
                .permissionSets()
                .forEach(set -> names.claim(set, set.name(), "another permission set", "name"));
    }

    private Names namesOf(ObjectDefinition object) {
        Names names = new Names();
        for (Field field : SystemFields.of(object)) {
            names.claimForSystem(field.name(), "a field that every object has");
            if (field.isToOne()) {
                names.claimForSystem(field.name() + "Id", "a field that every object has");
            }
        }
        return names;
    }

    private void claim(Names names, FieldDefinition field) {
        String name = field.name();
        names.claim(field, name, "the field `" + name + "`", "name");
        if (TypeTraits.isToOne(field.type())) {
            names.claim(field, name + "Id", "the id beside the reference `" + name + "`", "name");
        }
        if (field.type() instanceof FieldType.PolymorphicLookup) {
            names.claim(
                    field,
                    TargetObjects.nameOf(name),
                    "the object beside the reference `" + name + "`",
                    "name");
        }
        if (field.type() instanceof FieldType.Currency) {
            names.claim(
                    field,
                    name + "Currency",
                    "the currency beside the amount `" + name + "`",
                    "name");
        }
    }

    private void claimInverse(Map<String, Names> names, FieldDefinition field) {
        Reference.of(field)
                .ifPresent(reference ->
                        reference.targets().stream()
                                .distinct()
                                .forEach(target ->
                                        claimInverse(
                                                names.get(target),
                                                field,
                                                target,
                                                reference.inverse())));
    }

    private static void claimInverse(
            @Nullable Names names,
            FieldDefinition field,
            String target,
            Optional<Inverse> inverse) {
        if (names != null && inverse.isPresent()) {
            names.claim(
                    field,
                    inverse.get().name(),
                    "the list that `%s.%s` gives to %s"
                            .formatted(field.object(), field.name(), target),
                    "inverseName");
        }
    }

    /** Names that must differ, each with what has it. */
    private final class Names {

        private final Map<String, String> owners = new HashMap<>();

        void claimForSystem(String name, String what) {
            owners.put(name, what);
        }

        void claim(Component component, String name, String what, String property) {
            String owner = owners.putIfAbsent(name, what);
            if (owner != null) {
                findings.add(
                        component,
                        CatalogProblem.NAME_COLLISION,
                        "`%s` is already the name of %s".formatted(name, owner),
                        Optional.of("Choose another `" + property + "`."),
                        property);
            }
        }
    }
}

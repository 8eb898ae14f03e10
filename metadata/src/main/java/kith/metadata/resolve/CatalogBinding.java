package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.FieldDefault;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RecordHome;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.Relation.Direction;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.catalog.SystemFields;
import kith.metadata.catalog.TargetObjects;
import kith.metadata.catalog.Validation;
import kith.metadata.field.Inverse;

/** Binds sound components to the objects of a catalog, each with its fields and relations. */
final class CatalogBinding {

    private final Dictionary dictionary;
    private final Map<Integer, RecordHome> homes;
    private final Map<String, List<Field>> fields = new HashMap<>();
    private final Map<String, List<Relation>> relations = new HashMap<>();

    /**
     * @param formulas hears which formulas cannot be bound; their fields never have a value
     */
    CatalogBinding(
            Dictionary dictionary,
            Map<Integer, RecordHome> homes,
            FormulaBinding.Refusals formulas) {
        this.dictionary = dictionary;
        this.homes = homes;
        for (ObjectDefinition object : dictionary.objects()) {
            List<Field> all = new ArrayList<>(SystemFields.of(object));
            for (FieldDefinition field : dictionary.fieldsOf(object.name())) {
                Field bound = new Field(field, homeOf(field), false);
                all.add(bound);
                if (bound.isPolymorphic()) {
                    all.add(TargetObjects.beside(bound, keysOf(bound.targets())));
                }
            }
            fields.put(object.name(), all);
        }
        for (ObjectDefinition object : dictionary.objects()) {
            fields.getOrDefault(object.name(), List.of()).forEach(this::bindRelations);
        }
        new FormulaBinding(fields, this::object, formulas).bind();
    }

    /**
     * The objects by name.
     *
     * @param rules the compiled rules by object, in the order in which they run
     * @param validations the bound validations by object
     * @param defaults the bound defaults by object, in the order in which they are computed
     */
    List<ObjectType> objects(
            Map<String, List<Rule>> rules,
            Map<String, List<Validation>> validations,
            Map<String, List<FieldDefault>> defaults) {
        return dictionary.objects().stream()
                .sorted(Comparator.comparing(ObjectDefinition::name))
                .map(object ->
                        object(
                                object,
                                rules.getOrDefault(object.name(), List.of()),
                                validations.getOrDefault(object.name(), List.of()),
                                defaults.getOrDefault(object.name(), List.of())))
                .toList();
    }

    /**
     * The same with formulas that are stored at their homes: so they are read, not computed. Stale
     * ones stay computed.
     */
    List<ObjectType> objectsAtHome(
            Map<String, List<Rule>> rules,
            Map<String, List<Validation>> validations,
            Map<String, List<FieldDefault>> defaults,
            List<StoredFormula> storedFormulas) {
        Set<UUID> stale =
                storedFormulas.stream()
                        .filter(StoredFormula::isStale)
                        .map(formula -> formula.field().id())
                        .collect(Collectors.toSet());
        fields.replaceAll((_, all) -> all.stream().map(field -> atHome(field, stale)).toList());
        return objects(rules, validations, defaults);
    }

    private static Field atHome(Field field, Set<UUID> stale) {
        return stale.contains(field.id())
                ? field
                : StoredFormulaBinding.atHome(field).orElse(field);
    }

    private Optional<ObjectType> object(String name) {
        return dictionary
                .object(name)
                .map(object -> object(object, List.of(), List.of(), List.of()));
    }

    private ObjectType object(
            ObjectDefinition object,
            List<Rule> rules,
            List<Validation> validations,
            List<FieldDefault> defaults) {
        return new ObjectType(
                object,
                object.key().orElseThrow(),
                homes.getOrDefault(object.key().orElseThrow(), RecordHome.COMMON),
                fields.getOrDefault(object.name(), List.of()),
                relations.getOrDefault(object.name(), List.of()),
                rules,
                validations,
                defaults);
    }

    private static Storage homeOf(FieldDefinition field) {
        return field.formula().isPresent() ? FormulaBinding.UNBOUND : field.storage().orElseThrow();
    }

    private SortedMap<Integer, String> keysOf(List<String> objects) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (String object : objects) {
            names.put(dictionary.object(object).orElseThrow().key().orElseThrow(), object);
        }
        return names;
    }

    private void bindRelations(Field field) {
        Reference.of(field.definition())
                .ifPresent(reference ->
                        reference.targets().forEach(target -> bind(field, target, reference)));
    }

    private void bind(Field field, String target, Reference reference) {
        if (field.isManyToMany()) {
            add(
                    new Relation(
                            field.name(),
                            field.label(),
                            field.object(),
                            target,
                            field,
                            Direction.LINKED));
        }
        reference.inverse().ifPresent(inverse -> addInverse(field, target, inverse));
    }

    private void addInverse(Field field, String target, Inverse inverse) {
        add(
                new Relation(
                        inverse.name(),
                        inverse.label(),
                        target,
                        field.object(),
                        field,
                        field.isManyToMany() ? Direction.LINKED_BACK : Direction.CHILDREN));
    }

    private void add(Relation relation) {
        relations.computeIfAbsent(relation.object(), first -> new ArrayList<>()).add(relation);
    }
}

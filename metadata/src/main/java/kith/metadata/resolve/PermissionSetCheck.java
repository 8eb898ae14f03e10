package kith.metadata.resolve;

import java.util.List;
import java.util.Optional;
import kith.metadata.FieldDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.name.Nearest;
import kith.metadata.permission.ObjectPermissions;

/** Whether permission sets are about objects and fields that are there. */
final class PermissionSetCheck {

    private final Dictionary dictionary;
    private final Findings findings;

    PermissionSetCheck(Dictionary dictionary, Findings findings) {
        this.dictionary = dictionary;
        this.findings = findings;
    }

    void check() {
        dictionary.permissionSets().forEach(this::check);
    }

    private void check(PermissionSetDefinition set) {
        set.objects()
                .forEach((object, about) -> {
                    if (object.equals(PermissionSetDefinition.ALL_OBJECTS)) {
                        checkNamesNoFields(set, about);
                    } else if (dictionary.object(object).isEmpty()) {
                        findings.add(
                                set,
                                CatalogProblem.UNKNOWN_OBJECT,
                                "There is no object `%s`".formatted(object),
                                Nearest.hint(object, dictionary.objectNames()),
                                "objects",
                                object);
                    } else {
                        checkFields(set, object, about);
                    }
                });
    }

    private void checkNamesNoFields(PermissionSetDefinition set, ObjectPermissions about) {
        about.sortedFields()
                .keySet()
                .forEach(field ->
                        findings.add(
                                set,
                                CatalogProblem.UNKNOWN_FIELD,
                                "All objects together have no field `%s`".formatted(field),
                                Optional.of("Name the object of the field."),
                                "objects",
                                PermissionSetDefinition.ALL_OBJECTS,
                                "fields",
                                field));
    }

    private void checkFields(PermissionSetDefinition set, String object, ObjectPermissions about) {
        List<String> known =
                dictionary.fieldsOf(object).stream().map(FieldDefinition::name).toList();
        about.sortedFields()
                .keySet()
                .forEach(field -> {
                    if (!known.contains(field)) {
                        findings.add(
                                set,
                                CatalogProblem.UNKNOWN_FIELD,
                                "%s has no field `%s` of its own".formatted(object, field),
                                Nearest.hint(field, known),
                                "objects",
                                object,
                                "fields",
                                field);
                    }
                });
    }
}

package kith.metadata.codec;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kith.metadata.ComponentRef;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.PermissionSetDefinition.Purpose;
import kith.metadata.name.Nearest;
import kith.metadata.name.Words;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectPermissions;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of permission sets. */
final class PermissionSetCodec implements ComponentCodec<PermissionSetDefinition> {

    private static final List<String> PURPOSES =
            Arrays.stream(Purpose.values()).map(PermissionSetCodec::named).toList();
    private static final List<String> FIELD_RIGHTS =
            Arrays.stream(FieldRight.values()).map(FieldRight::documentName).toList();
    private static final List<String> OBJECT_RIGHTS =
            Arrays.stream(ObjectRight.values()).map(ObjectRight::documentName).toList();
    private static final List<String> FUNCTIONS =
            Arrays.stream(UserFunction.values()).map(UserFunction::documentName).toList();

    @Override
    public Optional<PermissionSetDefinition> read(DocumentReader reader, DecodeContext context) {
        String name = reader.text("name");
        Optional<String> packageName = reader.optionalText("package");
        Purpose purpose = purpose(reader);
        PermissionSetDefinition set =
                new PermissionSetDefinition(
                        reader.uuid("id")
                                .orElseGet(() ->
                                        context.ids()
                                                .idOf(
                                                        ComponentRef.permissionSet(name),
                                                        packageName)),
                        name,
                        reader.optionalText("label").orElseGet(() -> Words.label(name)),
                        reader.optionalText("description"),
                        purpose,
                        objects(reader, purpose),
                        known(
                                reader,
                                "functions",
                                UserFunction.class,
                                UserFunction::named,
                                FUNCTIONS),
                        packageName);
        reader.finish("a permission set", List.of());
        return Optional.of(set);
    }

    @Override
    public void write(PermissionSetDefinition set, ObjectNode document) {
        document.put("id", set.id().toString()).put("name", set.name()).put("label", set.label());
        set.description().ifPresent(text -> document.put("description", text));
        document.put("purpose", named(set.purpose()));
        ObjectNode objects = document.putObject("objects");
        set.objects().forEach((name, about) -> write(about, objects.putObject(name)));
        ArrayNode functions = document.putArray("functions");
        new TreeSet<>(set.functions()).forEach(each -> functions.add(each.documentName()));
        set.packageName().ifPresent(name -> document.put("package", name));
    }

    private static void write(ObjectPermissions about, ObjectNode document) {
        ArrayNode rights = document.putArray("rights");
        new TreeSet<>(about.rights()).forEach(each -> rights.add(each.documentName()));
        document.put("allFields", about.allFields().documentName());
        if (!about.fields().isEmpty()) {
            ObjectNode fields = document.putObject("fields");
            about.sortedFields().forEach((name, right) -> fields.put(name, right.documentName()));
        }
    }

    private static String named(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    private static Purpose purpose(DocumentReader reader) {
        String given = reader.optionalText("purpose").orElse(named(Purpose.SET));
        Optional<Purpose> known =
                Arrays.stream(Purpose.values())
                        .filter(purpose -> named(purpose).equals(given))
                        .findFirst();
        if (known.isEmpty()) {
            unknown(reader, given, PURPOSES, "purpose");
        }
        return known.orElse(Purpose.SET);
    }

    private static Map<String, ObjectPermissions> objects(DocumentReader reader, Purpose purpose) {
        Map<String, ObjectPermissions> objects = new LinkedHashMap<>();
        reader.inner("objects")
                .ifPresent(all -> {
                    for (String object : all.names()) {
                        all.inner(object)
                                .ifPresent(about -> objects.put(object, about(about, purpose)));
                    }
                });
        return objects;
    }

    /** Who may do something with an object may see its fields, unless it is said otherwise. */
    private static ObjectPermissions about(DocumentReader reader, Purpose purpose) {
        Set<ObjectRight> rights =
                known(reader, "rights", ObjectRight.class, ObjectRight::named, OBJECT_RIGHTS);
        boolean isGranting = purpose != Purpose.MUTING && !rights.isEmpty();
        FieldRight allFields =
                fieldRight(reader, "allFields")
                        .orElse(isGranting ? FieldRight.EDIT : FieldRight.NONE);
        Map<String, FieldRight> fields = new LinkedHashMap<>();
        reader.inner("fields")
                .ifPresent(all -> {
                    for (String field : all.names()) {
                        fieldRight(all, field).ifPresent(right -> fields.put(field, right));
                    }
                });
        reader.finish("what a permission set says about an object", List.of());
        return new ObjectPermissions(rights, allFields, fields);
    }

    private static Optional<FieldRight> fieldRight(DocumentReader reader, String property) {
        Optional<String> given = reader.optionalText(property);
        Optional<FieldRight> right = given.flatMap(FieldRight::named);
        if (given.isPresent() && right.isEmpty()) {
            unknown(reader, given.get(), FIELD_RIGHTS, property);
        }
        return right;
    }

    private static <E extends Enum<E>> Set<E> known(
            DocumentReader reader,
            String property,
            Class<E> type,
            Function<String, Optional<E>> named,
            List<String> all) {
        Set<E> known = EnumSet.noneOf(type);
        List<String> given = reader.texts(property);
        for (int index = 0; index < given.size(); index++) {
            Optional<E> one = named.apply(given.get(index));
            if (one.isPresent()) {
                known.add(one.get());
            } else {
                unknown(reader, given.get(index), all, property, index);
            }
        }
        return known;
    }

    private static void unknown(
            DocumentReader reader, String given, List<String> all, Object... steps) {
        reader.problem(
                DocumentProblem.WRONG_VALUE,
                "`%s` is not known here".formatted(given),
                Nearest.hint(given, all)
                        .or(() -> Optional.of("Known are " + String.join(", ", all) + ".")),
                steps);
    }
}

package kith.graphql.reference.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of the model with its fields, those of the system first.
 *
 * @param isNumbered whether its names are counted instead of typed
 * @param keepsHistory whether changes are told by {@code history}
 */
public record ModelObject(
        String name,
        String plural,
        boolean isNumbered,
        boolean keepsHistory,
        List<ModelField> fields) {

    public static final String USER = "User";

    public ModelObject {
        fields = List.copyOf(fields);
    }

    /** An object with these fields beside those of the system. */
    public static ModelObject with(
            String name,
            String plural,
            boolean isNumbered,
            boolean keepsHistory,
            List<ModelField> own) {
        List<ModelField> fields = new ArrayList<>(system());
        fields.addAll(own);
        return new ModelObject(name, plural, isNumbered, keepsHistory, fields);
    }

    /** The people of every tenant. */
    public static ModelObject user() {
        return with(
                USER,
                "users",
                false,
                true,
                List.of(
                        ModelField.of("email", Kind.EMAIL, ModelField.Trait.UNIQUE),
                        ModelField.of("firstName", Kind.TEXT, ModelField.Trait.PLAIN),
                        ModelField.of("lastName", Kind.TEXT, ModelField.Trait.PLAIN),
                        ModelField.of("title", Kind.TEXT, ModelField.Trait.PLAIN),
                        ModelField.of("phone", Kind.PHONE, ModelField.Trait.PLAIN),
                        ModelField.of("active", Kind.BOOLEAN, ModelField.Trait.PLAIN),
                        ModelField.of("administrator", Kind.BOOLEAN, ModelField.Trait.PLAIN),
                        ModelField.of("identity", Kind.TEXT, ModelField.Trait.READ_ONLY),
                        ModelField.reference("manager", Kind.LOOKUP, USER, "directReports")));
    }

    private static List<ModelField> system() {
        return List.of(
                ModelField.of("id", Kind.ID, ModelField.Trait.SYSTEM),
                ModelField.of("name", Kind.TEXT, ModelField.Trait.SYSTEM),
                ModelField.number("version", Kind.WHOLE, 9, 0, ModelField.Trait.SYSTEM),
                people("owner"),
                ModelField.of("createdAt", Kind.DATE_TIME, ModelField.Trait.SYSTEM),
                people("createdBy"),
                ModelField.of("updatedAt", Kind.DATE_TIME, ModelField.Trait.SYSTEM),
                people("updatedBy"),
                ModelField.of("deletedAt", Kind.DATE_TIME, ModelField.Trait.SYSTEM));
    }

    private static ModelField people(String name) {
        return new ModelField(
                name,
                Kind.LOOKUP,
                0,
                0,
                Optional.of(USER),
                Optional.empty(),
                List.of(),
                ModelField.Trait.SYSTEM);
    }

    public Optional<ModelField> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    public ModelField require(String fieldName) {
        return field(fieldName)
                .orElseThrow(() -> new IllegalArgumentException(name + "." + fieldName));
    }

    /** The object's root field for one record. */
    public String single() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** How mutations of many records end. */
    public String ending() {
        return Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
    }

    /** The fields that callers give values for when they make a record. */
    public List<ModelField> writable() {
        return fields.stream()
                .filter(ModelField::isWritable)
                .filter(field -> !(isNumbered && field.name().equals("name")))
                .toList();
    }
}

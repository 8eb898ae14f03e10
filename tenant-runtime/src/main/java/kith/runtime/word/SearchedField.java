package kith.runtime.word;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemFields;
import kith.metadata.field.FieldType;

/**
 * A field whose words are searched: those of texts, long texts, mail addresses, telephone numbers,
 * web addresses and counted numbers, and the name. Choices, numbers and dates are filtered by.
 *
 * @param place what stands for the field among the words: its id; for the name the object's
 */
public record SearchedField(ObjectType object, Field field, UUID place) {

    /** The fields of all searchable objects. */
    public static List<SearchedField> of(Catalog catalog) {
        return catalog.objects().stream().flatMap(SearchedField::of).toList();
    }

    /** The fields of an object; none if it is not searchable. */
    public static Stream<SearchedField> of(ObjectType object) {
        return object.definition().isSearchable()
                ? object.fields().stream()
                        .filter(SearchedField::hasWords)
                        .map(field ->
                                new SearchedField(
                                        object, field, field.isSystem() ? object.id() : field.id()))
                : Stream.empty();
    }

    /** Whether it is the name, which counts for more. */
    public boolean isName() {
        return field.isSystem();
    }

    private static boolean hasWords(Field field) {
        return field.isSystem()
                ? field.name().equals(SystemFields.NAME)
                : !field.isComputed() && hasWords(field.type());
    }

    private static boolean hasWords(FieldType type) {
        return switch (type) {
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    true;
            case FieldType.Id _,
                    FieldType.Numeric _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.TargetObject _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    false;
        };
    }
}

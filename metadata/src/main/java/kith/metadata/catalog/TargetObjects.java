package kith.metadata.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Storage.Slot;
import kith.metadata.field.FieldType;

/**
 * The field beside each polymorphic lookup that tells of which object the record is that it points
 * to: {@code aboutType} beside {@code about}. It is made by no component, nobody writes it, and it
 * lives in the slot of the same number as the lookup.
 */
public final class TargetObjects {

    private static final String SUFFIX = "Type";

    private TargetObjects() {}

    /** The name of the field beside a polymorphic lookup. */
    public static String nameOf(String lookup) {
        return lookup + SUFFIX;
    }

    /** The name of the lookup beside which a field of this name would stand. */
    public static Optional<String> lookupOf(String name) {
        return name.length() > SUFFIX.length() && name.endsWith(SUFFIX)
                ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }

    /**
     * The field beside a polymorphic lookup.
     *
     * @param targets the names of its targets by their keys
     */
    public static Field beside(Field lookup, SortedMap<Integer, String> targets) {
        if (!(lookup.storage() instanceof Slot slot)) {
            throw new IllegalArgumentException(lookup.name() + " has no slot");
        }
        Storage storage = new Slot(SlotKind.OBJECT, slot.number());
        FieldDefinition definition =
                new FieldDefinition(
                        idOf(lookup),
                        lookup.object(),
                        nameOf(lookup.name()),
                        lookup.label() + " (object)",
                        new FieldType.TargetObject(targets),
                        false,
                        false,
                        false,
                        false,
                        true,
                        lookup.definition().isDeprecated(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(storage),
                        lookup.definition().packageName());
        return new Field(definition, storage, true);
    }

    private static UUID idOf(Field lookup) {
        String text = "kith:target-object:" + lookup.id();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

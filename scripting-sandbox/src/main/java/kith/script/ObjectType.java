package kith.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object as a rule sees it: its name and its properties. Every object has a read-only {@code id}
 * of type {@link ScriptType.Scalar#ID}, added here where it is not among the given ones.
 */
public record ObjectType(String name, Map<String, PropertyType> properties) {

    private static final PropertyType ID =
            new PropertyType("id", ScriptType.Scalar.ID, /* isWritable= */ false);

    public ObjectType {
        if (!isIdentifier(name)) {
            throw new IllegalArgumentException("not an object name: " + name);
        }
        var all = new LinkedHashMap<String, PropertyType>();
        all.put(ID.name(), ID);
        all.putAll(properties);
        for (var property : all.values()) {
            if (!isIdentifier(property.name())) {
                throw new IllegalArgumentException("not a property name: " + property.name());
            }
        }
        properties = Collections.unmodifiableMap(all);
    }

    public static ObjectType of(String name, List<PropertyType> properties) {
        var byName = new LinkedHashMap<String, PropertyType>();
        for (var property : properties) {
            if (byName.put(property.name(), property) != null) {
                throw new IllegalArgumentException("property named twice: " + property.name());
            }
        }
        return new ObjectType(name, byName);
    }

    public Optional<PropertyType> property(String propertyName) {
        return Optional.ofNullable(properties.get(propertyName));
    }

    private static boolean isIdentifier(String text) {
        if (text.isEmpty() || !isAsciiLetter(text.charAt(0))) {
            return false;
        }
        return text.chars().allMatch(c -> isAsciiLetter(c) || c == '_' || (c >= '0' && c <= '9'));
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}

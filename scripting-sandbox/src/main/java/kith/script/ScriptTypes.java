package kith.script;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The typed world of one compilation: every object type that a rule may name or reach. */
public record ScriptTypes(Map<String, ObjectType> objects) {

    public ScriptTypes {
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
        for (var object : objects.values()) {
            for (var property : object.properties().values()) {
                if (property.type() instanceof ScriptType.Reference(var target)
                        && !objects.containsKey(target)) {
                    throw new IllegalArgumentException(
                            "%s.%s refers to the unknown object %s"
                                    .formatted(object.name(), property.name(), target));
                }
            }
        }
    }

    public static ScriptTypes of(Collection<ObjectType> objects) {
        var byName = new LinkedHashMap<String, ObjectType>();
        objects.forEach(object -> byName.put(object.name(), object));
        return new ScriptTypes(byName);
    }

    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(objects.get(name));
    }
}

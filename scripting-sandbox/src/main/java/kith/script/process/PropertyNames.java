package kith.script.process;

import java.util.List;
import java.util.TreeSet;
import kith.script.CompiledScript;

/**
 * The properties that a rule reads, in an order that both sides derive from the rule: their values
 * travel with a record without their names.
 */
record PropertyNames(List<String> names) {

    private static final int MOST = 64;

    PropertyNames {
        names = List.copyOf(names);
    }

    static PropertyNames of(CompiledScript script) {
        var names = new TreeSet<String>();
        names.add("id");
        for (String path : script.reads()) {
            names.add(path.substring(path.indexOf('.') + 1));
        }
        return new PropertyNames(names.stream().limit(MOST).toList());
    }

    int count() {
        return names.size();
    }

    /** Where a property is among the names; -1 where it has to be asked for. */
    int indexOf(String property) {
        return names.indexOf(property);
    }
}

package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleProgram;
import kith.metadata.catalog.RuleProgram.FieldUse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps compiled rules by the content that they depend on: the script, and the fields that it
 * touches as they are. A rule is compiled anew only when one of these changed; tenants with the
 * same package share its programs.
 */
final class RuleProgramCache implements RuleCompiler {

    private static final int MAX_RULES = 4_096;
    private static final int MAX_PROGRAMS_PER_RULE = 8;

    private final RuleCompiler compiler;
    private final Map<Key, List<Entry>> programs = new LinkedHashMap<>(16, 0.75f, true);

    RuleProgramCache(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public Compilation compile(RuleDefinition rule, List<ObjectType> objects) {
        Key key =
                new Key(
                        rule.id().toString(),
                        rule.name(),
                        rule.object(),
                        rule.script(),
                        rule.mayFill(),
                        rule.call().per());
        Map<String, ObjectType> byName =
                objects.stream()
                        .collect(Collectors.toMap(ObjectType::name, object -> object, (a, b) -> a));
        Optional<RuleProgram> known = find(key, byName);
        if (known.isPresent()) {
            return new Compiled(known.get());
        }
        Compilation compilation = compiler.compile(rule, objects);
        if (compilation instanceof Compiled(RuleProgram program)) {
            keep(key, new Entry(program, signature(program.uses(), byName)));
        }
        return compilation;
    }

    /** What a program is made from, beside the fields that it touches. */
    private record Key(
            String id,
            String name,
            String object,
            String script,
            boolean mayFill,
            RuleCall.Per per) {}

    /** A program, and the fields that it touches as they were. */
    private record Entry(RuleProgram program, Map<FieldUse, String> signature) {}

    private synchronized Optional<RuleProgram> find(Key key, Map<String, ObjectType> objects) {
        return programs.getOrDefault(key, List.of()).stream()
                .filter(entry ->
                        signature(entry.program().uses(), objects).equals(entry.signature()))
                .map(Entry::program)
                .findFirst();
    }

    private synchronized void keep(Key key, Entry entry) {
        List<Entry> entries = programs.computeIfAbsent(key, first -> new ArrayList<>());
        entries.addFirst(entry);
        if (entries.size() > MAX_PROGRAMS_PER_RULE) {
            entries.removeLast();
        }
        if (programs.size() > MAX_RULES) {
            programs.remove(programs.keySet().iterator().next());
        }
    }

    private static Map<FieldUse, String> signature(
            Set<FieldUse> uses, Map<String, ObjectType> objects) {
        Map<FieldUse, String> signature =
                new TreeMap<>(
                        Comparator.comparing(FieldUse::object).thenComparing(FieldUse::field));
        for (FieldUse use : uses) {
            signature.put(use, signature(use, objects.get(use.object())));
        }
        return signature;
    }

    private static String signature(FieldUse use, @Nullable ObjectType object) {
        if (object == null) {
            return "no object";
        }
        return FieldUses.field(object, use.field())
                .map(RuleProgramCache::signature)
                .orElse("no field");
    }

    private static String signature(Field field) {
        return field.id()
                + " "
                + field.name()
                + " "
                + field.type()
                + " "
                + field.definition().isReadOnly();
    }
}

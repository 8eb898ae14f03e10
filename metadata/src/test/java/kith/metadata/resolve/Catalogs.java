package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.metadata.Component;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.metadata.codec.ComponentFiles;
import kith.metadata.codec.ComponentIds;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/** Catalogs for tests, written as YAML. */
public final class Catalogs {

    /** The same document gives the same id in every test. */
    public static final ComponentIds IDS =
            (component, packageName) ->
                    ComponentIds.ofPackage(packageName.orElse("test"), component);

    private Catalogs() {}

    public static Catalog of(String yaml) {
        return CatalogBuilder.build(components(yaml), new OverflowAssigner(), new DotCompiler());
    }

    public static List<Component> components(String yaml) {
        return ComponentFiles.read("test.yaml", yaml, IDS);
    }

    /** What is wrong with the components; empty when nothing is. */
    public static List<Problem> problems(String yaml) {
        try {
            of(yaml);
            return List.of();
        } catch (ProblemException refused) {
            return refused.problems();
        }
    }

    public static UUID idOf(Catalog catalog, String object) {
        return catalog.require(object).id();
    }

    /**
     * Knows of a script only the words {@code record.field}: each field must exist on the rule's
     * object.
     */
    public static final class DotCompiler implements RuleCompiler {

        private static final Pattern USE = Pattern.compile("record\\.([A-Za-z]+)");

        private final List<String> compiled = new ArrayList<>();

        /** The names of the rules that were compiled so far. */
        public List<String> compiled() {
            return List.copyOf(compiled);
        }

        @Override
        public Compilation compile(RuleDefinition rule, List<ObjectType> objects) {
            compiled.add(rule.name());
            ObjectType object =
                    objects.stream()
                            .filter(one -> one.name().equals(rule.object()))
                            .findFirst()
                            .orElseThrow();
            Set<FieldUse> uses = new HashSet<>();
            List<ScriptProblem> problems = new ArrayList<>();
            Matcher matcher = USE.matcher(rule.script());
            while (matcher.find()) {
                String field = matcher.group(1);
                uses.add(new FieldUse(rule.object(), field));
                if (FieldUses.field(object, field).isEmpty()) {
                    problems.add(
                            new ScriptProblem(
                                    1,
                                    matcher.start(1) + 1,
                                    "No field " + field,
                                    Optional.empty()));
                }
            }
            return problems.isEmpty() ? new Compiled(() -> uses) : new Refused(problems);
        }
    }
}

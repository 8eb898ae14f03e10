package kith.metadata.resolve;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.ObjectDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;

/** How much a tenant and an object may have. */
final class LimitCheck {

    private static final int MAX_OBJECTS = 1_000;
    private static final int MAX_FIELDS = 500;
    private static final int MAX_RULES = 100;
    private static final int MAX_PERMISSION_SETS = 1_000;

    private final Dictionary dictionary;
    private final Findings findings;

    LimitCheck(Dictionary dictionary, Findings findings) {
        this.dictionary = dictionary;
        this.findings = findings;
    }

    void check() {
        checkCount(
                List.copyOf(dictionary.objects()), MAX_OBJECTS, "A tenant has at most %d objects");
        checkCount(
                dictionary.permissionSets(),
                MAX_PERMISSION_SETS,
                "A tenant has at most %d permission sets");
        Map<String, List<RuleDefinition>> rules =
                dictionary.rules().stream().collect(Collectors.groupingBy(RuleDefinition::object));
        Map<String, List<ValidationDefinition>> validations =
                dictionary.validations().stream()
                        .collect(Collectors.groupingBy(ValidationDefinition::object));
        for (ObjectDefinition object : dictionary.objects()) {
            checkCount(
                    dictionary.fieldsOf(object.name()),
                    MAX_FIELDS,
                    "An object has at most %d fields");
            checkCount(
                    rules.getOrDefault(object.name(), List.of()),
                    MAX_RULES,
                    "An object has at most %d rules");
            checkCount(
                    validations.getOrDefault(object.name(), List.of()),
                    MAX_RULES,
                    "An object has at most %d validations");
        }
    }

    private void checkCount(List<? extends Component> components, int max, String message) {
        if (components.size() > max) {
            findings.add(
                    components.get(max),
                    CatalogProblem.TOO_MANY_COMPONENTS,
                    message.formatted(max));
        }
    }
}

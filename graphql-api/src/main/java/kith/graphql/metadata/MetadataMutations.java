package kith.graphql.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kith.graphql.metadata.ChangeAnswers.Applied;
import kith.graphql.metadata.ChangeAnswers.Named;
import kith.graphql.metadata.ChangeAnswers.Removal;
import kith.graphql.metadata.ChangeAnswers.RuleChange;
import kith.graphql.metadata.ChangeAnswers.ScriptProblem;
import kith.graphql.sdl.Arguments;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeProblem;
import kith.metadata.change.ChangeRequest;
import kith.metadata.change.ComponentChange;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.catalog.CatalogChanges;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be done to the metadata: each is one change set. */
final class MetadataMutations {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INPUT = "input";

    private final FreshCatalogs catalogs;
    private final CatalogChanges changes;
    private final ComponentDocuments documents = new ComponentDocuments();

    MetadataMutations(FreshCatalogs catalogs, CatalogChanges changes) {
        this.catalogs = catalogs;
        this.changes = changes;
    }

    /** Makes an object or a field. */
    Mono<Named> create(InputDocument kind, Caller caller, Arguments arguments) {
        Arguments input = arguments.object(INPUT);
        ComponentRef component = ref(kind.kind(), input);
        return creation(kind, caller, component, input, /* isDryRun= */ false)
                .map(outcome -> named(component.name(), applied(outcome, kind)));
    }

    /** Changes an object or a field. */
    Mono<Named> update(InputDocument kind, Caller caller, Arguments arguments) {
        ComponentRef component = ref(kind.kind(), arguments);
        return updating(kind, caller, component, arguments.object(INPUT))
                .map(outcome -> named(component.name(), applied(outcome, kind)));
    }

    /** Gives an object or a field another name. */
    Mono<Named> rename(InputDocument kind, Caller caller, Arguments arguments) {
        ComponentRef component = ref(kind.kind(), arguments);
        String to = arguments.text("to");
        ComponentChange rename =
                new ComponentChange.Rename(component, to, arguments.optionalText("pluralName"));
        return apply(caller, rename, "Rename %s to %s".formatted(component, to), false)
                .map(outcome -> named(to, applied(outcome, kind)));
    }

    Mono<Removal> delete(InputDocument kind, Caller caller, Arguments arguments) {
        ComponentRef component = ref(kind.kind(), arguments);
        return apply(caller, new ComponentChange.Remove(component), "Remove " + component, false)
                .map(outcome -> new Removal(version(applied(outcome, kind))));
    }

    Mono<RuleChange> createRule(Caller caller, Arguments arguments) {
        Arguments input = arguments.object(INPUT);
        ComponentRef rule = ref(ComponentKind.RULE, input);
        return creation(InputDocument.RULE, caller, rule, input, /* isDryRun= */ false)
                .map(outcome -> ruleChange(rule.name(), outcome));
    }

    Mono<RuleChange> updateRule(Caller caller, Arguments arguments) {
        ComponentRef rule = ref(ComponentKind.RULE, arguments);
        return updating(InputDocument.RULE, caller, rule, arguments.object(INPUT))
                .map(outcome -> ruleChange(rule.name(), outcome));
    }

    /** What is wrong with the script of a rule, which may be there already. */
    Mono<List<ScriptProblem>> checkRule(Caller caller, Arguments arguments) {
        Arguments input = arguments.object(INPUT);
        ComponentChange put =
                new ComponentChange.PutDocument(InputDocument.RULE.created(input), List.of(INPUT));
        return apply(caller, put, "Check", /* isDryRun= */ true)
                .map(outcome -> ruleChange(input.text("name"), outcome))
                .map(change ->
                        Stream.concat(change.problems().stream(), change.warnings().stream())
                                .toList());
    }

    Mono<Applied> applyMetadata(Caller caller, Arguments arguments) {
        List<ComponentChange> wishes = new ArrayList<>();
        List<?> components = arguments.list("components");
        for (int index = 0; index < components.size(); index++) {
            JsonNode document = JSON.valueToTree(components.get(index));
            wishes.add(new ComponentChange.PutDocument(document, List.of("components", index)));
        }
        List<Arguments> removals = arguments.objects("remove");
        for (int index = 0; index < removals.size(); index++) {
            wishes.add(
                    new ComponentChange.Remove(
                            ComponentNames.ref(
                                    removals.get(index), List.of("remove", index, "kind"))));
        }
        return changes.apply(
                        caller,
                        new ChangeRequest(
                                wishes,
                                arguments.optionalText("message").orElse(""),
                                arguments.flag("dryRun")))
                .map(Applied::of);
    }

    Mono<Applied> rollback(Caller caller, Arguments arguments) {
        int version = arguments.integer("toVersion");
        return changes.rollback(
                        caller,
                        version,
                        arguments.optionalText("message").orElse("Back to version " + version),
                        arguments.flag("dryRun"))
                .map(Applied::of);
    }

    private Mono<ChangeOutcome> creation(
            InputDocument kind,
            Caller caller,
            ComponentRef component,
            Arguments input,
            boolean isDryRun) {
        ComponentChange put = new ComponentChange.PutDocument(kind.created(input), List.of(INPUT));
        return catalogs.of(caller)
                .doOnNext(catalog -> StandingComponents.requireFree(catalog, component))
                .flatMap(_ -> apply(caller, put, "Create " + component, isDryRun));
    }

    private Mono<ChangeOutcome> updating(
            InputDocument kind, Caller caller, ComponentRef component, Arguments input) {
        return catalogs.of(caller)
                .map(catalog ->
                        kind.updated(
                                documents.encode(StandingComponents.find(catalog, component)),
                                input))
                .flatMap(document ->
                        apply(
                                caller,
                                new ComponentChange.PutDocument(document, List.of(INPUT)),
                                "Change " + component,
                                false));
    }

    private Mono<ChangeOutcome> apply(
            Caller caller, ComponentChange change, String message, boolean isDryRun) {
        return changes.apply(caller, new ChangeRequest(List.of(change), message, isDryRun));
    }

    private static ComponentRef ref(ComponentKind kind, Arguments names) {
        return new ComponentRef(kind, names.optionalText("object"), names.text("name"));
    }

    /** Problems of the script alone are an answer; all others refuse the request. */
    private static RuleChange ruleChange(String name, ChangeOutcome outcome) {
        List<ScriptProblem> script =
                outcome.problems().stream()
                        .flatMap(problem -> ScriptProblem.of(problem).stream())
                        .toList();
        if (script.size() < outcome.problems().size()) {
            applied(outcome, InputDocument.RULE);
        }
        return new RuleChange(
                Optional.of(name).filter(_ -> script.isEmpty()),
                version(outcome),
                script,
                outcome.warnings().stream()
                        .map(warning -> ScriptProblem.warning(warning.script()))
                        .toList());
    }

    /** The outcome, unless there is a problem. */
    private static ChangeOutcome applied(ChangeOutcome outcome, InputDocument kind) {
        if (outcome.problems().isEmpty()) {
            return outcome;
        }
        throw new ProblemException(
                outcome.problems().stream()
                        .map(ChangeProblem::problem)
                        .map(problem -> problem.at(path(problem.path(), kind)))
                        .toList());
    }

    /** In the words of the request: of the input, or of the arguments that name the component. */
    private static List<Object> path(List<Object> path, InputDocument kind) {
        if (path.isEmpty()) {
            return path;
        }
        List<Object> rest = path.subList(1, path.size());
        if (!path.getFirst().equals(INPUT)) {
            return rest;
        }
        List<Object> named = new ArrayList<>(List.of(INPUT));
        named.addAll(kind.inputPath(rest));
        return named;
    }

    private static Named named(String name, ChangeOutcome outcome) {
        return new Named(name, version(outcome));
    }

    private static int version(ChangeOutcome outcome) {
        return Math.toIntExact(outcome.catalogVersion());
    }
}

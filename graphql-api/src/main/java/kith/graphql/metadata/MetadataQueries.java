package kith.graphql.metadata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kith.graphql.GraphqlProblem;
import kith.graphql.sdl.Arguments;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.change.Dependents;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.permission.UserFunction;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.access.StandardUser;
import kith.runtime.catalog.CatalogChanges;
import kith.runtime.member.AccessExplanation;
import kith.runtime.member.AccessExplanations;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What can be asked of the metadata. */
final class MetadataQueries {

    private static final int LONGEST_HISTORY = 200;

    private final FreshCatalogs catalogs;
    private final CatalogChanges changes;
    private final AccessExplanations explanations;
    private final ComponentDocuments documents = new ComponentDocuments();

    MetadataQueries(
            FreshCatalogs catalogs, CatalogChanges changes, AccessExplanations explanations) {
        this.catalogs = catalogs;
        this.changes = changes;
        this.explanations = explanations;
    }

    Mono<CatalogInfo> catalog(Caller caller) {
        return catalogs.of(caller).map(catalog -> new CatalogInfo(caller, catalog));
    }

    Mono<List<JsonNode>> components(Caller caller, Arguments arguments) {
        Optional<ComponentKind> kind =
                arguments
                        .optionalText("kind")
                        .map(name -> ComponentNames.kind(name, List.of("kind")));
        Optional<String> object = arguments.optionalText("object");
        return catalogs.of(caller)
                .map(catalog ->
                        catalog.components().stream()
                                .filter(one -> kind.isEmpty() || kind.get() == one.kind())
                                .filter(one -> object.isEmpty() || isOf(one, object.get()))
                                .<JsonNode>map(documents::encode)
                                .toList());
    }

    Mono<List<PermissionSetInfo>> permissionSets(Caller caller) {
        requireManaging(caller);
        return catalogs.of(caller)
                .map(catalog ->
                        StandardUser.withStandard(catalog.permissionSets()).stream()
                                .map(PermissionSetInfo::new)
                                .toList());
    }

    Mono<AccessExplanation> access(Caller caller, Arguments arguments) {
        requireManaging(caller);
        return explanations.explained(
                caller.tenant(),
                id(arguments.text("user")),
                arguments.text("object"),
                arguments.optionalText("field"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    Problem.of(GraphqlProblem.ARGUMENT_INVALID, "This is no id").at("user"));
        }
    }

    private static void requireManaging(Caller caller) {
        if (!caller.rights().has(UserFunction.MANAGE_ACCESS)) {
            throw new ProblemException(AccessProblem.missing(UserFunction.MANAGE_ACCESS));
        }
    }

    Mono<List<ChangeAnswers.CatalogChange>> history(Caller caller, Arguments arguments) {
        int first = arguments.integer("first");
        if (first < 1 || first > LONGEST_HISTORY) {
            return Mono.error(
                    new ProblemException(
                            Problem.of(
                                            GraphqlProblem.ARGUMENT_INVALID,
                                            "first runs from 1 to " + LONGEST_HISTORY)
                                    .at("first")));
        }
        OptionalLong before =
                arguments
                        .optionalInteger("before")
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
        return changes.history(caller, first, before)
                .map(history -> history.stream().map(ChangeAnswers.CatalogChange::of).toList());
    }

    Mono<List<ChangeAnswers.DependentInfo>> dependents(Caller caller, Arguments arguments) {
        ComponentRef component =
                ComponentNames.ref(arguments.object("component"), List.of("component", "kind"));
        return catalogs.of(caller)
                .map(catalog ->
                        Dependents.of(catalog, component).stream()
                                .map(ChangeAnswers.DependentInfo::of)
                                .toList());
    }

    Mono<ExpressionInfo> expression(Caller caller, Arguments arguments) {
        return catalogs.of(caller).map(catalog -> ExpressionInfo.of(catalog, arguments));
    }

    private static boolean isOf(Component component, String object) {
        ComponentRef ref = component.ref();
        return ref.object().orElse(ref.name()).equals(object);
    }
}

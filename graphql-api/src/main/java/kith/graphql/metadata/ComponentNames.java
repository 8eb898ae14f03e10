package kith.graphql.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kith.graphql.sdl.Arguments;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/** Reads how callers name components and their kinds. */
final class ComponentNames {

    private ComponentNames() {}

    static ComponentKind kind(String name, List<Object> path) {
        return ComponentKind.named(name).orElseThrow(() -> unknown(name, path));
    }

    static ComponentRef ref(Arguments ref, List<Object> path) {
        ComponentKind kind = kind(ref.text("kind"), path);
        Optional<String> object =
                kind == ComponentKind.OBJECT ? Optional.empty() : ref.optionalText("object");
        return new ComponentRef(kind, object, ref.text("name"));
    }

    private static ProblemException unknown(String name, List<Object> path) {
        List<String> known =
                Arrays.stream(ComponentKind.values()).map(ComponentKind::documentName).toList();
        Problem problem =
                Problem.of(
                                MetadataProblem.COMPONENT_KIND_UNKNOWN,
                                "`%s` is no kind of component".formatted(name))
                        .at(path);
        return new ProblemException(
                problem.hint(
                        Nearest.hint(name, known)
                                .orElse("The kinds are " + String.join(", ", known) + ".")));
    }
}

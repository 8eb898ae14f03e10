package kith.crm.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRequest;
import kith.metadata.change.ComponentChange;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.catalog.CatalogChanges;
import reactor.core.publisher.Mono;

/** Installs packages: their components become one change set of the tenant. */
public final class PackageInstaller {

    private final CatalogChanges changes;

    public PackageInstaller(CatalogChanges changes) {
        this.changes = changes;
    }

    /**
     * Brings the components of a package into the tenant's catalog; those that are there already
     * stay as they are.
     *
     * @return the catalog's version
     * @throws ProblemException PACKAGE_REFUSED when the catalog cannot take the components
     */
    public Mono<Long> install(Caller caller, CrmPackage source) {
        List<ComponentChange> puts = new ArrayList<>();
        source.components()
                .forEach(document ->
                        puts.add(
                                new ComponentChange.PutDocument(
                                        document, List.of(source.name(), puts.size()))));
        String message = "Install " + source.name() + " " + source.version();
        return changes.apply(caller, new ChangeRequest(puts, message, false))
                .map(outcome -> version(source, outcome));
    }

    private static long version(CrmPackage source, ChangeOutcome outcome) {
        if (!outcome.problems().isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            PackageProblem.PACKAGE_REFUSED,
                            "Package "
                                    + source.name()
                                    + " cannot be installed: "
                                    + outcome.problems().stream()
                                            .map(problem -> problem.problem().message())
                                            .collect(Collectors.joining("; "))));
        }
        return outcome.catalogVersion();
    }
}

package kith.crm.packages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/**
 * The packages that this installation offers, named by {@code kith/packages/packages.txt} and read
 * once.
 */
public final class PackageLibrary {

    private final Map<String, CrmPackage> packages;

    private PackageLibrary(Map<String, CrmPackage> packages) {
        this.packages = packages;
    }

    /**
     * Reads all packages of the class path.
     *
     * @throws ProblemException PACKAGE_BROKEN when a file is missing or malformed
     */
    public static PackageLibrary fromClassPath() {
        PackageFiles files = new PackageFiles();
        return new PackageLibrary(
                names().stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        files::read,
                                        (first, _) -> first,
                                        LinkedHashMap::new)));
    }

    public List<CrmPackage> packages() {
        return List.copyOf(packages.values());
    }

    /**
     * The package of this name.
     *
     * @throws ProblemException PACKAGE_UNKNOWN
     */
    public CrmPackage require(String name) {
        CrmPackage found = packages.get(name);
        if (found == null) {
            throw new ProblemException(
                    Problem.of(PackageProblem.PACKAGE_UNKNOWN, "There is no package " + name)
                            .hint("Packages: " + String.join(", ", packages.keySet())));
        }
        return found;
    }

    private static List<String> names() {
        String resource = PackageFiles.ROOT + "packages.txt";
        try (InputStream stream =
                PackageLibrary.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new ProblemException(
                        Problem.of(PackageProblem.PACKAGE_BROKEN, resource + " is missing"));
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

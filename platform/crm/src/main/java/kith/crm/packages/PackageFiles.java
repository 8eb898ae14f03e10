package kith.crm.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files of one package from the class path folder {@code kith/packages/<name>/}. */
final class PackageFiles {

    static final String ROOT = "kith/packages/";

    private final YAMLMapper yaml = new YAMLMapper();

    CrmPackage read(String name) {
        String folder = ROOT + name + "/";
        JsonNode manifest = documents(folder + "package.yaml").getFirst();
        List<JsonNode> components = new ArrayList<>();
        for (JsonNode file : manifest.path("components")) {
            for (JsonNode document : documents(folder + file.asString())) {
                components.add(((ObjectNode) document).put("package", name));
            }
        }
        Optional<String> sampleData =
                manifest.has("sampleData")
                        ? Optional.of(folder + manifest.get("sampleData").asString())
                        : Optional.empty();
        return new CrmPackage(
                name,
                manifest.path("version").asString(),
                manifest.path("label").asString(),
                manifest.path("description").asString(),
                components,
                sampleData);
    }

    private List<JsonNode> documents(String resource) {
        try (InputStream stream =
                PackageFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw broken(resource + " is missing");
            }
            try (MappingIterator<JsonNode> documents =
                    yaml.readerFor(JsonNode.class).readValues(stream)) {
                return documents.readAll();
            }
        } catch (JacksonException failure) {
            throw new ProblemException(
                    Problem.of(
                            PackageProblem.PACKAGE_BROKEN,
                            resource + ": " + failure.getOriginalMessage()),
                    failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ProblemException broken(String message) {
        return new ProblemException(Problem.of(PackageProblem.PACKAGE_BROKEN, message));
    }
}

package kith.crm.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.crm.packages.PackageProblem;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the mapping of a package's sample data; files are named relative to the mapping. */
final class SampleTables {

    private SampleTables() {}

    static List<SampleTable> read(String resource) {
        String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
        List<SampleTable> tables = new ArrayList<>();
        for (JsonNode table : document(resource)) {
            Map<String, SampleValue> fields = new LinkedHashMap<>();
            table.path("fields")
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), value(field.getValue())));
            tables.add(
                    new SampleTable(
                            table.path("object").asString(),
                            folder + table.path("file").asString(),
                            table.path("key").asString(),
                            fields));
        }
        return tables;
    }

    private static SampleValue value(JsonNode value) {
        if (value.isString()) {
            return new SampleValue.Text(new Template(value.asString()));
        }
        if (value.has("when")) {
            return new SampleValue.Choice(
                    new Template(value.path("when").asString()),
                    value.path("is").asString(),
                    value.path("then").asString(),
                    Optional.ofNullable(value.get("otherwise")).map(JsonNode::asString));
        }
        Template template = new Template(value.path("value").asString());
        return value.has("connectBy")
                ? new SampleValue.Connection(value.path("connectBy").asString(), template)
                : new SampleValue.Reference(value.path("by").asString(), template);
    }

    private static JsonNode document(String resource) {
        try (InputStream stream =
                SampleTables.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new ProblemException(
                        Problem.of(PackageProblem.PACKAGE_BROKEN, resource + " is missing"));
            }
            return new YAMLMapper().readTree(stream);
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
}

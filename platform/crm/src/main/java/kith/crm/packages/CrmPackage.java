package kith.crm.packages;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A package as its files describe it.
 *
 * @param components the component documents in the order of the files, each marked with the
 *     package's name
 * @param sampleData the resource that maps files of rows to records, if the package brings any
 */
public record CrmPackage(
        String name,
        String version,
        String label,
        String description,
        List<JsonNode> components,
        Optional<String> sampleData) {

    public CrmPackage {
        components = List.copyOf(components);
    }
}

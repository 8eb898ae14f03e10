package kith.runtime.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.codec.ComponentFiles;
import kith.metadata.codec.ComponentIds;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.storage.SlotAssigner;

/** Catalogs from YAML on the class path; the same file gives the same ids and storage. */
public final class SampleCatalog {

    private static final RuleCompiler NO_RULES =
            (rule, objects) -> {
                throw new IllegalArgumentException("No rules here: " + rule.name());
            };

    private SampleCatalog() {}

    public static Catalog read(String resource) {
        return CatalogBuilder.build(
                ComponentFiles.read(
                        resource,
                        text(resource),
                        (component, packageName) -> ComponentIds.ofPackage("sample", component)),
                new SlotAssigner(),
                NO_RULES);
    }

    /** A file of the class path. */
    public static String text(String resource) {
        try (InputStream stream = SampleCatalog.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(stream, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

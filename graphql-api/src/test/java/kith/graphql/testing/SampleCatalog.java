package kith.graphql.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kith.metadata.Component;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.codec.ComponentFiles;
import kith.metadata.codec.ComponentIds;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.storage.SlotAssigner;

/** The catalog that most tests ask: companies, people, deals and tags. */
public final class SampleCatalog {

    private static final ComponentIds IDS =
            (component, packageName) -> ComponentIds.ofPackage("sample", component);

    private SampleCatalog() {}

    /** The sample as it stands in its file. */
    public static Catalog standard() {
        return of(resource("/kith/graphql/catalog.yaml"));
    }

    /** The sample with visits, which can be about records of several objects. */
    public static Catalog withVisits() {
        return of(
                resource("/kith/graphql/catalog.yaml")
                        + "---\n"
                        + resource("/kith/graphql/polymorphic/catalog.yaml"));
    }

    public static Catalog of(String yaml) {
        return CatalogBuilder.build(components(yaml), new SlotAssigner(), new WithoutRules());
    }

    public static List<Component> components(String yaml) {
        return ComponentFiles.read("catalog.yaml", yaml, IDS);
    }

    /** A text file among the tests' resources. */
    public static String resource(String path) {
        try (var stream =
                Objects.requireNonNull(SampleCatalog.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class WithoutRules implements RuleCompiler {
        @Override
        public Compilation compile(RuleDefinition rule, List<ObjectType> objects) {
            throw new UnsupportedOperationException("The sample has no rules");
        }
    }
}

package kith.crm.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.metadata.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PackageLibraryTest {

    private final PackageLibrary library = PackageLibrary.fromClassPath();

    @Test
    void marksEachComponentWithItsPackage() {
        CrmPackage northwind = library.require("northwind");

        assertThat(northwind.components())
                .isNotEmpty()
                .allSatisfy(document ->
                        assertThat(document.path("package").asString()).isEqualTo("northwind"));
        assertThat(northwind.sampleData()).isPresent();
    }

    @Test
    void namesThePackagesThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> library.require("southwind"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> {
                            assertThat(refusal.problems().getFirst().code())
                                    .isEqualTo(PackageProblem.PACKAGE_UNKNOWN);
                            assertThat(refusal.problems().getFirst().hint().orElseThrow())
                                    .contains("northwind");
                        });
    }
}

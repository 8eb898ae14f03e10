package kith.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultFileTest {

    @Test
    void putsASectionAtTheEndOfThePage() {
        String page = ResultFile.with(ResultFile.with("", "reads", "# Reads\n"), "tenants", "# T");
        assertThat(page)
                .isEqualTo(
                        """
                        <!-- reads -->
                        # Reads
                        <!-- end of reads -->

                        <!-- tenants -->
                        # T
                        <!-- end of tenants -->
                        """);
    }

    @Test
    void leavesTheSectionsOfOthersAsTheyAre() {
        String page = ResultFile.with(ResultFile.with("", "reads", "old"), "tenants", "kept");
        assertThat(ResultFile.with(page, "reads", "new"))
                .isEqualTo(page.replace("old", "new"))
                .contains("kept");
    }
}

package kith.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kith.bench.work.Operation;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void measuresEverythingUnlessTold() {
        BenchOptions options = BenchOptions.parse(List.of());
        assertThat(options.operations()).containsExactly(Operation.values());
        assertThat(options.connections()).containsExactly(1, 8, 32);
        assertThat(options.products())
                .containsExactly("kith", "kith-shared", "raw", "postgraphile", "directus");
    }

    @Test
    void measuresWhatIsNamed() {
        BenchOptions options =
                BenchOptions.parse(
                        List.of("reads", "create-100", "--quick", "--only=kith,raw", "--rounds=5"));
        assertThat(options.operations()).hasSize(6).contains(Operation.CREATE_100);
        assertThat(options.connections()).containsExactly(8);
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.has("directus")).isFalse();
    }

    @Test
    void refusesWordsThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("write")))
                .withMessageContaining("create-10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--only=kith,nobody")))
                .withMessageContaining("nobody");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--fast")));
    }
}

package kith.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import kith.bench.data.BenchData;
import org.junit.jupiter.api.Test;

class AsksTest {

    private static final UUID FIRST_UPDATED = BenchData.contactId(BenchData.UPDATED_FROM);

    @Test
    void readsNoContactThatIsUpdated() {
        assertThat(of(Operation.POINT_READ))
                .allSatisfy(
                        ask -> assertThat(((Ask.OfContact) ask).id()).isLessThan(FIRST_UPDATED));
        assertThat(of(Operation.UPDATE))
                .allSatisfy(ask ->
                        assertThat(((Ask.NewScore) ask).id())
                                .isGreaterThanOrEqualTo(FIRST_UPDATED));
    }

    @Test
    void asksTheSameOfEveryProduct() {
        assertThat(of(Operation.CREATE_100)).isEqualTo(of(Operation.CREATE_100));
    }

    private static List<Ask> of(Operation operation) {
        return new Asks(new SplittableRandom(7)).of(operation, 200);
    }
}

package kith.bench.tenant;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kith.bench.load.LoadDriver;
import kith.bench.load.LoadResult;
import kith.bench.result.Medians;

/** How much longer the first request of a company takes than its later ones. */
final class ColdStarts {

    private static final int WARM_REQUESTS = 9;

    private final InetSocketAddress address;
    private final CompanyRequests requests;

    ColdStarts(InetSocketAddress address, CompanyRequests requests) {
        this.address = address;
        this.requests = requests;
    }

    /** In milliseconds. */
    record Times(double medianFirst, double longestFirst, double medianWarm) {}

    /** Asks companies that nobody has asked before, one after the other. */
    Times of(List<Integer> companies) {
        List<Double> first = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int company : companies) {
            byte[] request = requests.list(company);
            first.add(once(request));
            for (int number = 0; number < WARM_REQUESTS; number++) {
                warm.add(once(request));
            }
        }
        return new Times(
                Medians.of(first),
                first.stream().max(Double::compare).orElse(0.0),
                Medians.of(warm));
    }

    private double once(byte[] request) {
        LoadResult result = LoadDriver.run(address, () -> request, 1, Duration.ZERO);
        if (result.failures() > 0) {
            throw new IllegalStateException("a company was not answered");
        }
        return result.milliseconds(0.5);
    }
}

package kith.bench.tenant;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.bench.load.LoadDriver;

/** How long a company waits for a field that its administrator has just asked for. */
final class NewFields {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InetSocketAddress address;
    private final Companies companies;
    private final CompanyRequests requests;

    NewFields(InetSocketAddress address, Companies companies, CompanyRequests requests) {
        this.address = address;
        this.companies = companies;
        this.requests = requests;
    }

    /** Milliseconds from the request for the field to the first answer that has it, by company. */
    List<Double> in(List<Integer> spare) {
        List<Double> times = new ArrayList<>();
        for (int company : spare) {
            times.add(in(company));
        }
        return times;
    }

    private double in(int company) {
        String field = "new" + System.currentTimeMillis();
        byte[] question = requests.field(company, field);
        long begun = System.nanoTime();
        companies.apply(
                Companies.slug(company),
                List.of(
                        CompanyObjects.field(
                                CompanyObjects.object(1), field, "text", Map.of("maxLength", 80))));
        while (LoadDriver.run(address, () -> question, 1, Duration.ZERO).failures() > 0) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new IllegalStateException("the field " + field + " did not appear");
            }
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}

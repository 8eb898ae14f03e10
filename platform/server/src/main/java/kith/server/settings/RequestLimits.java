package kith.server.settings;

/**
 * What a tenant may ask of the API.
 *
 * @param costPerMinute of all its requests together, in the units of {@code extensions.cost}
 * @param clientCostPerMinute of the requests of one user or program
 * @param concurrent requests of the tenant under way on one node
 */
public record RequestLimits(long costPerMinute, long clientCostPerMinute, int concurrent) {

    /** Far beyond what people do, and short of what holds up others. */
    public static final RequestLimits STANDARD = new RequestLimits(60_000_000, 60_000_000, 500);

    public RequestLimits {
        if (costPerMinute < 1 || clientCostPerMinute < 1 || concurrent < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    /**
     * The same but for one limit.
     *
     * @throws IllegalArgumentException where there is no such limit
     */
    RequestLimits with(String limit, long value) {
        return switch (limit) {
            case "costPerMinute" -> new RequestLimits(value, clientCostPerMinute, concurrent);
            case "clientCostPerMinute" -> new RequestLimits(costPerMinute, value, concurrent);
            case "concurrent" ->
                    new RequestLimits(costPerMinute, clientCostPerMinute, Math.toIntExact(value));
            default ->
                    throw new IllegalArgumentException(
                            "there is no limit "
                                    + limit
                                    + ", but costPerMinute, clientCostPerMinute and concurrent");
        };
    }
}

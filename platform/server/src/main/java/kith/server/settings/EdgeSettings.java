package kith.server.settings;

import java.util.Set;

/**
 * Whom the server lets come near.
 *
 * @param origins web pages of these origins, e.g. {@code https://shop.example}, may call the API
 *     with access tokens; none unless configured
 * @param plans how much tenants may ask for
 */
public record EdgeSettings(Set<String> origins, RequestPlans plans) {

    public EdgeSettings {
        origins = Set.copyOf(origins);
    }

    /** Our own pages and programs alone, with the same limits for all tenants. */
    public static EdgeSettings standard() {
        return new EdgeSettings(Set.of(), RequestPlans.standard());
    }
}

package kith.server.tenant;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.registry.TenantSlug;
import kith.runtime.tenant.TenantProblem;

/**
 * A tenant as an operator orders it.
 *
 * @param admin the first administrator
 * @param packages names of packages to install, in this order
 */
public record ProvisioningOrder(
        String slug,
        String name,
        NewAccount admin,
        List<String> packages,
        Currency currency,
        ZoneId zone,
        Locale locale) {

    private static final int LONGEST_NAME = 200;

    public ProvisioningOrder {
        packages = List.copyOf(packages);
    }

    /** The order with everything read from text, or all that is wrong with it. */
    public static ProvisioningOrder read(
            String slug, String name, NewAccount admin, List<String> packages, Settings settings) {
        Reading reading = new Reading();
        reading.of("slug", slug, TenantSlug::requireUsable);
        String trimmed = reading.of("name", name.strip(), ProvisioningOrder::requireName);
        reading.of("admin", admin.email(), ProvisioningOrder::requireAddress);
        Currency currency = reading.of("currency", settings.currency(), Currency::getInstance);
        ZoneId zone = reading.of("timeZone", settings.timeZone(), ZoneId::of);
        Locale locale = reading.of("locale", settings.locale(), ProvisioningOrder::locale);
        if (!reading.problems.isEmpty() || currency == null || zone == null || locale == null) {
            throw new ProblemException(reading.problems);
        }
        return new ProvisioningOrder(
                slug, trimmed == null ? name : trimmed, admin, packages, currency, zone, locale);
    }

    private static Locale locale(String text) {
        return new Locale.Builder().setLanguageTag(text).build();
    }

    private static String requireName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static String requireAddress(String email) {
        if (!email.matches("[^\\s@]+@[^\\s@]+")) {
            throw new IllegalArgumentException("no mail address");
        }
        return email;
    }

    /** The tenant's settings as text: ISO 4217, IANA, BCP 47. */
    public record Settings(String currency, String timeZone, String locale) {}

    /** Reads one value after the other and remembers what is wrong. */
    private static final class Reading {

        private final List<Problem> problems = new ArrayList<>();

        private <T> @org.jspecify.annotations.Nullable T of(
                String name, String text, Function<String, T> parser) {
            try {
                return parser.apply(text);
            } catch (ProblemException refusal) {
                refusal.problems().forEach(problem -> problems.add(problem.at("input", name)));
            } catch (IllegalArgumentException
                    | DateTimeException
                    | IllformedLocaleException wrong) {
                problems.add(
                        TenantProblem.TENANT_SETTING_INVALID
                                .saying("\"" + text + "\" is not a valid " + name + ".")
                                .at("input", name));
            }
            return null;
        }
    }
}

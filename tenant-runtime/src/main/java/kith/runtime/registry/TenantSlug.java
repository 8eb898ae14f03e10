package kith.runtime.registry;

import java.util.Set;
import java.util.regex.Pattern;
import kith.metadata.problem.ProblemException;
import kith.runtime.tenant.TenantProblem;

/** Rules for the permanent short name of a tenant, which stands in addresses and tokens. */
public final class TenantSlug {

    private static final Pattern FORM = Pattern.compile("[a-z](?:[a-z0-9]|-(?!-)){1,38}[a-z0-9]");

    /** Names that would mislead people, or that pages and hosts of the platform may need. */
    private static final Set<String> RESERVED =
            Set.of(
                    "actuator",
                    "admin",
                    "administrator",
                    "api",
                    "app",
                    "assets",
                    "auth",
                    "billing",
                    "console",
                    "docs",
                    "graphiql",
                    "graphql",
                    "help",
                    "kith",
                    "localhost",
                    "login",
                    "logout",
                    "mail",
                    "metadata",
                    "null",
                    "operator",
                    "operators",
                    "platform",
                    "public",
                    "realm",
                    "root",
                    "security",
                    "session",
                    "setup",
                    "static",
                    "status",
                    "support",
                    "system",
                    "tenant",
                    "tenants",
                    "undefined",
                    "webhooks",
                    "well-known",
                    "www");

    private TenantSlug() {}

    /** The slug itself, if a new tenant may be called so. */
    public static String requireUsable(String slug) {
        if (!FORM.matcher(slug).matches()) {
            throw new ProblemException(
                    TenantProblem.TENANT_SLUG_INVALID
                            .saying("\"" + slug + "\" cannot be the short name of a tenant.")
                            .hint(
                                    "3 to 40 lower-case letters, digits and single hyphens,"
                                            + " starting with a letter, not ending with a hyphen."));
        }
        if (RESERVED.contains(slug)) {
            throw new ProblemException(
                    TenantProblem.TENANT_SLUG_RESERVED
                            .saying("\"" + slug + "\" is kept for the platform.")
                            .hint("Choose another short name."));
        }
        return slug;
    }
}

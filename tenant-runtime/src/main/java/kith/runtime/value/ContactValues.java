package kith.runtime.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads mail addresses, telephone numbers and web addresses. */
final class ContactValues {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_URL = 2_000;

    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?<local>[^\\s@<>()\\[\\]\\\\,;:\".]+(\\.[^\\s@<>()\\[\\]\\\\,;:\".]+)*)"
                            + "@(?<domain>[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
                            + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+)");

    private static final Pattern PHONE = Pattern.compile("(?=(\\D*\\d){2})[\\p{L}\\d+()/.,#* -]+");

    private ContactValues() {}

    /** A mail address; its domain is kept in lower case. */
    static Coercion email(Object raw) {
        if (!(TextValues.line(raw, LONGEST_EMAIL) instanceof Coercion.Accepted(String text))) {
            return TextValues.line(raw, LONGEST_EMAIL);
        }
        Matcher address = EMAIL.matcher(text.strip());
        if (!address.matches() || address.group("local").length() > 64) {
            return Coercion.refused(
                    ValueProblem.EMAIL_MALFORMED,
                    "This is not a mail address",
                    "Write e.g. jane@example.com");
        }
        return new Coercion.Accepted(
                address.group("local") + "@" + address.group("domain").toLowerCase(Locale.ROOT));
    }

    /** A telephone number as people write it. */
    static Coercion phone(Object raw) {
        if (!(TextValues.line(raw, LONGEST_PHONE) instanceof Coercion.Accepted(String text))) {
            return TextValues.line(raw, LONGEST_PHONE);
        }
        return PHONE.matcher(text).matches()
                ? new Coercion.Accepted(text)
                : Coercion.refused(
                        ValueProblem.PHONE_MALFORMED,
                        "This is not a telephone number",
                        "Write e.g. +1 206 555 0100");
    }

    /** An address that a browser may follow: http or https only. */
    static Coercion url(Object raw) {
        if (!(TextValues.line(raw, LONGEST_URL) instanceof Coercion.Accepted(String text))) {
            return TextValues.line(raw, LONGEST_URL);
        }
        try {
            URI uri = new URI(text.strip());
            if (("http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null) {
                return new Coercion.Accepted(text.strip());
            }
        } catch (URISyntaxException malformed) {
            return notAnAddress(malformed.getReason());
        }
        return notAnAddress("it must begin with http:// or https:// and name a host");
    }

    private static Coercion notAnAddress(String reason) {
        return Coercion.refused(
                ValueProblem.URL_MALFORMED,
                "This is not a web address: " + reason,
                "Write e.g. https://example.com/page");
    }
}

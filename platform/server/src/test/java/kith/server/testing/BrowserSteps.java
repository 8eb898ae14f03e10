package kith.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does to sign in, with the form of the identity provider. */
public final class BrowserSteps {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final HttpSteps browser;
    private final String email;

    /** Of a person there. */
    public BrowserSteps(HttpSteps browser, String email) {
        this.browser = browser;
        this.email = email;
    }

    /** The answer that brings the browser back to a page of the server. */
    public HttpResponse<String> signIn(String returnTo) {
        return browser.get(pathOf(location(submittedForm(returnTo))));
    }

    /** The answer to the right password. */
    public HttpResponse<String> submittedForm(String returnTo) {
        Matcher form = FORM.matcher(signInPage(returnTo).body());
        assertThat(form.find()).isTrue();
        return browser.postForm(
                form.group(1).replace("&amp;", "&"),
                "username=" + encoded(email) + "&password=" + TestRealm.PASSWORD);
    }

    /** The form of the identity provider. */
    public HttpResponse<String> signInPage(String returnTo) {
        HttpResponse<String> begun = browser.get("/auth/login?returnTo=" + encoded(returnTo));
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(location(begun)).contains("code_challenge_method=S256", "nonce=", "state=");
        return browser.get(location(begun));
    }

    /** What the page has to send back with requests that may change something. */
    public String csrfToken() {
        return HttpSteps.json(browser.get("/auth/session")).path("csrfToken").asString();
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("none: " + answer.statusCode() + answer.body());
    }

    public static String pathOf(String location) {
        return location.substring(location.indexOf("/auth/callback"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

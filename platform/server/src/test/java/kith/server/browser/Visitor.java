package kith.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kith.server.testing.TestRealm;

/** A person at a browser of their own; finds things by what they are called on the page. */
final class Visitor implements AutoCloseable {

    static final int PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final URI home;
    private final List<String> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Visitor(Browser browser, URI home) {
        this.home = home;
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1280, 900)
                                .setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onPageError(failures::add);
        page.onConsoleMessage(
                message -> notes.add("console " + message.type() + ": " + message.text()));
        page.onRequestFailed(request ->
                notes.add(
                        request.method() + " " + request.url() + " failed: " + request.failure()));
        page.onResponse(this::note);
    }

    /**
     * Refusals of the API come as answers of status 200, so operations are noted with what they
     * ask.
     */
    private void note(Response response) {
        URI url = URI.create(response.url());
        String asked = url.getPort() == home.getPort() ? response.request().postData() : null;
        notes.add(
                "%s %s %s%s %s"
                        .formatted(
                                response.status(),
                                response.request().method(),
                                url.getAuthority(),
                                url.getPath(),
                                asked == null
                                        ? ""
                                        : asked.substring(0, Math.min(asked.length(), 300))));
    }

    Page page() {
        return page;
    }

    /** What went wrong in the page's script. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /**
     * What the visitor sees and what went on before, as text; with a picture of that name in the
     * folder.
     */
    String tell(Path folder, String name) {
        String told =
                """
                The page %s says:
                %s

                In its script went wrong:
                %s

                Before:
                %s
                """
                        .formatted(
                                page.url(),
                                page.innerText("body"),
                                String.join("\n", failures),
                                String.join("\n", notes));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".txt"), told);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setFullPage(true));
        return told;
    }

    Visitor signIn(String email) {
        page.navigate(home + "/");
        link("Sign in").click();
        page.locator("#username").fill(email);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        return this;
    }

    void open(String path) {
        page.navigate(home + path);
    }

    Locator link(String name) {
        return role(AriaRole.LINK, name);
    }

    Locator button(String name) {
        return role(AriaRole.BUTTON, name);
    }

    Locator heading(String name) {
        return role(AriaRole.HEADING, name);
    }

    Locator option(String name) {
        return role(AriaRole.OPTION, name);
    }

    Locator menuItem(String name) {
        return role(AriaRole.MENUITEM, name);
    }

    Locator tab(String name) {
        return role(AriaRole.TAB, name);
    }

    Locator inDialog(String button) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    /** An input by its label; required ones carry a mark behind it. */
    Locator input(String label) {
        return page.getByLabel(Pattern.compile("^" + label + "( \\*)?$")).first();
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    private Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    @Override
    public void close() {
        context.close();
    }
}

package kith.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kith.server.testing.TestRealm;

/** A person at a browser of their own; finds things by what they are called on the page. */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final URI home;
    private final List<String> failures = new ArrayList<>();

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
    }

    Page page() {
        return page;
    }

    /** What went wrong in the page's script. */
    List<String> failures() {
        return List.copyOf(failures);
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

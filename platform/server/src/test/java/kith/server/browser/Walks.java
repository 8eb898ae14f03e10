package kith.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Opens the visitors of a walk and sees them off. A walk that fails explains itself: what each
 * visitor saw stands in the failure, with the pictures under {@code target/walks}.
 */
final class Walks implements TestExecutionExceptionHandler, AfterEachCallback {

    private static final Path EVIDENCE = Path.of("target", "walks");

    private final Browser browser;
    private final URI home;
    private final List<Visitor> visitors = new ArrayList<>();

    Walks(Browser browser, URI home) {
        this.browser = browser;
        this.home = home;
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE);
    }

    Visitor visitor() {
        Visitor visitor = new Visitor(browser, home);
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext walk, Throwable failure) {
        StringBuilder seen = new StringBuilder(String.valueOf(failure.getMessage()));
        for (int number = 0; number < visitors.size(); number++) {
            String name = walk.getRequiredTestMethod().getName() + "-" + (number + 1);
            try {
                seen.append("\n\n").append(visitors.get(number).tell(EVIDENCE, name));
            } catch (PlaywrightException broken) {
                failure.addSuppressed(broken);
            }
        }
        throw new AssertionError(seen.toString(), failure);
    }

    @Override
    public void afterEach(ExtensionContext walk) {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }
}

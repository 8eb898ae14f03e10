package kith.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import kith.server.testing.HttpSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Deleted records, taken back or removed for ever, several at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BinIT {

    private static final String SLUG = "web-bin";
    private static final String ADMIN = "admin@" + SLUG + ".localhost";
    private static final int PHONE_WIDTH = 390;

    private final TestServer server = TestServer.shared();
    private final Chromium chromium = new Chromium();

    @RegisterExtension final Walks walks = new Walks(chromium.browser(), server.url());

    @BeforeAll
    void provisionWithDeletedBoats() {
        String token = server.tenant(SLUG);
        server.tenants()
                .metadata(
                        token,
                        "mutation { createObject(input: { name: \"Boat\", label: \"Boat\", pluralLabel: \"Boats\" }) { name } }");
        data(
                """
                mutation { createBoats(data: [
                  { name: "Ark" }, { name: "Barge" }, { name: "Canoe" }, { name: "Dinghy" },
                  { name: "Endeavour, a boat with a name that is long enough to need two lines on a telephone" }]) { id } }
                """);
        data("mutation { deleteBoats(filter: { name: { ne: \"Ark\" } }) { count } }");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void restoresSomeAndRemovesOthersForEver() {
        Visitor ada = walks.visitor().signIn(ADMIN);
        ada.link("Boats").click();
        ada.button("More actions").click();
        ada.menuItem("Bin").click();
        assertThat(ada.heading("Deleted boats")).isVisible();
        assertThat(ada.page().getByRole(AriaRole.ROW)).hasCount(5);

        ada.input("Choose Barge").check();
        ada.input("Choose Dinghy").check();
        ada.button("Restore 2").click();
        assertThat(ada.text("2 records restored")).isVisible();
        assertThat(ada.page().getByRole(AriaRole.ROW)).hasCount(3);

        ada.page().setViewportSize(PHONE_WIDTH, 800);
        ada.input("Choose all").check();
        ada.button("Delete 2 forever").click();
        ada.inDialog("Cancel").click();
        ada.input("Choose Canoe").uncheck();
        ada.button("Delete 1 forever").click();
        assertThat(ada.text("Delete 1 record forever?")).isVisible();
        ada.inDialog("Delete forever").click();

        assertThat(ada.text("1 record deleted forever")).isVisible();
        assertThat(ada.page().getByRole(AriaRole.ROW)).hasCount(2);
        assertThat((int) ada.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE_WIDTH);
        assertThat(ada.failures()).isEmpty();
        assertThat(names("boats")).containsExactly("Ark", "Barge", "Dinghy");
        assertThat(names("boats(deleted: true)")).containsExactly("Canoe");
    }

    private List<String> names(String list) {
        return data("{ %s { nodes { name } } }".formatted(list)).findValues("name").stream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    private JsonNode data(String query) {
        JsonNode answer = HttpSteps.json(server.tenants().data(server.tenant(SLUG), query));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }
}

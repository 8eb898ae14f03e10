package kith.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import kith.server.testing.TestRealm;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebAppIT {

    private static final String SLUG = "web-app";
    private static final String ADMIN = "admin@" + SLUG + ".localhost";

    private final TestServer server = TestServer.shared();
    private final Chromium chromium = new Chromium();

    @RegisterExtension final Walks walks = new Walks(chromium.browser(), server.url());

    @BeforeAll
    void provisionWithShips() {
        String token = server.tenant(SLUG);
        server.http()
                .graphql(
                        "/graphql/metadata",
                        """
                        mutation {
                          createObject(input: { name: "Ship", label: "Ship", pluralLabel: "Ships" }) { name }
                          createField(input: { object: "Ship", name: "email", type: "email", label: "Email" }) { name }
                          built: createField(input: { object: "Ship", name: "built", type: "date", label: "Built" }) { name }
                        }
                        """,
                        "Authorization",
                        "Bearer " + token);
        server.tenants()
                .data(
                        token,
                        """
                        mutation { createShips(data: [
                          { name: "Albatros", built: "1911-05-01" }, { name: "Brigantine", built: "1880-02-01" },
                          { name: "Clipper", built: "1850-07-09" }, { name: "Dhow" }]) { id } }
                        """);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void signsInAndOut() {
        Visitor ada = walks.visitor().signIn(ADMIN);
        assertThat(ada.page()).hasURL(Pattern.compile(".*/t/" + SLUG + ".*"));
        assertThat(ada.link("Ships")).isVisible();

        ada.button("User menu").click();
        ada.menuItem("Sign out").click();

        assertThat(ada.link("Sign in")).isVisible();
        assertThat(ada.failures()).isEmpty();
    }

    @Test
    void sortsAndFiltersAList() {
        Visitor ada = walks.visitor().signIn(ADMIN);
        ada.link("Ships").click();
        assertThat(ada.text("Albatros")).isVisible();

        ada.button("Built").click();

        assertThat(ada.page()).hasURL(Pattern.compile(".*s=built.*"));
        assertThat(ada.page().getByRole(AriaRole.ROW).nth(1)).containsText("Clipper");

        ada.open("/t/" + SLUG + "/o/Ship?f=built:empty");
        assertThat(ada.text("Dhow")).isVisible();
        assertThat(ada.text("Albatros")).isHidden();
    }

    @Test
    void showsAMistakeAtItsFieldAndKeepsTheRest() {
        Visitor ada = walks.visitor().signIn(ADMIN);
        ada.open("/t/" + SLUG + "/o/Ship/new");
        ada.input("Name").fill("Endeavour");
        ada.input("Email").fill("nonsense");
        ada.button("Create").click();

        assertThat(ada.page().getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(ada.input("Email")).hasAttribute("aria-invalid", "true");

        ada.input("Email").fill("crew@endeavour.example");
        ada.button("Create").click();
        assertThat(ada.heading("Endeavour")).isVisible();
    }

    @Test
    void editsDeletesAndBringsBackARecordAndTellsItsHistory() {
        server.tenants()
                .data(
                        server.tenant(SLUG),
                        "mutation { createShip(data: { name: \"Ferry\" }) { id } }");
        Visitor ada = walks.visitor().signIn(ADMIN);
        ada.link("Ships").click();
        ada.link("Ferry").click();
        ada.button("Edit").click();
        ada.input("Name").fill("Ferry Boat");
        ada.button("Save").click();
        assertThat(ada.heading("Ferry Boat")).isVisible();

        ada.tab("History").click();
        assertThat(ada.page().getByRole(AriaRole.LISTITEM).first())
                .containsText(Pattern.compile("changed the record.*Name.*Ferry.*Ferry Boat"));

        ada.button("More actions").click();
        ada.menuItem("Delete").click();
        ada.inDialog("Delete").click();
        ada.button("Undo").click();

        assertThat(ada.text("Ferry Boat restored")).isVisible();
    }

    @Test
    void usesANewObjectFieldAndRuleWithoutAReload() {
        Visitor ada = walks.visitor().signIn(ADMIN);
        ada.link("Setup").click();
        ada.button("New object").click();
        ada.input("Label").fill("Harbour");
        ada.inDialog("Create").click();
        ada.button("New field").click();
        ada.button("Number").click();
        ada.input("Label").fill("Berths");
        ada.inDialog("Create").click();
        assertThat(ada.text("Berths")).isVisible();

        ada.tab("Rules").click();
        ada.link("New rule").click();
        ada.input("Label").fill("Has berths");
        ada.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName("Script"))
                .click();
        ada.page()
                .keyboard()
                .insertText(
                        "if (record.berths == 0) { throw new RuleError('berths', 'No berths, no harbour') }");
        assertThat(ada.text("No problems")).isVisible();
        ada.button("Create").click();

        ada.link("Open list").click();
        ada.link("New harbour").click();
        ada.input("Name").fill("Rostock");
        ada.input("Berths").fill("0");
        ada.button("Create").click();
        assertThat(ada.text("No berths, no harbour")).isVisible();
        ada.input("Berths").fill("12");
        ada.button("Create").click();
        assertThat(ada.heading("Rostock")).isVisible();
    }

    @Test
    void tellsHowManyRecordsAFieldsChangeTouchesBeforeItIsMade() {
        Visitor ada = walks.visitor().signIn(ADMIN);
        assertThat(ada.link("Ships")).isVisible();
        ada.open("/t/" + SLUG + "/setup/o/Ship");
        ada.button("Built").click();
        ada.input("Indexed").check();
        ada.inDialog("Save").click();
        assertThat(ada.text("records are indexed")).isVisible();

        ada.inDialog("Save and change the records").click();

        assertThat(ada.text("Field Built saved")).isVisible();
    }

    @Test
    void showsAnAdministratorTheJobsOfTheWorkspace() {
        Visitor ada = walks.visitor().signIn(ADMIN);
        assertThat(ada.link("Ships")).isVisible();
        ada.open("/t/" + SLUG + "/setup");

        ada.tab("Jobs").click();

        assertThat(ada.heading("Jobs")).isVisible();
        assertThat(ada.failures()).isEmpty();
    }

    @Test
    void pointsToRecordsOfSeveralObjects() {
        server.http()
                .graphql(
                        "/graphql/metadata",
                        "mutation { createObject(input: { name: \"Memo\", label: \"Memo\", pluralLabel: \"Memos\" }) { name } }",
                        "Authorization",
                        "Bearer " + server.tenant(SLUG));
        Visitor ada = walks.visitor().signIn(ADMIN);
        assertThat(ada.link("Memos")).isVisible();
        ada.open("/t/" + SLUG + "/setup/o/Memo");
        ada.button("New field").click();
        ada.button("Lookup").click();
        ada.input("Label").fill("Subject");
        ada.input("Points to").click();
        ada.option("Ship").click();
        ada.option("User").click();
        ada.inDialog("Create").click();
        assertThat(ada.text("Field Subject is live")).isVisible();

        ada.link("Open list").click();
        ada.link("New memo").click();
        ada.input("Name").fill("Keel");
        ada.input("Subject").fill("Clip");
        ada.option("Clipper").click();
        ada.button("Create").click();
        assertThat(ada.heading("Keel")).isVisible();

        ada.link("Clipper").click();
        assertThat(ada.heading("Clipper")).isVisible();
        assertThat(ada.link("Keel")).isVisible();
        assertThat(ada.failures()).isEmpty();
    }

    @Test
    void letsAnOperatorProvisionAndSuspend() {
        Visitor operator = walks.visitor().signIn(TestRealm.OPERATOR);
        operator.open("/operator");
        operator.link("New workspace").click();
        operator.input("Name").fill("By Browser");
        operator.input("First name").fill("Bea");
        operator.input("Last name").fill("Browser");
        operator.input("Email").fill("bea@by-browser.localhost");
        operator.input("Password").fill(TestRealm.PASSWORD);
        operator.button("Provision workspace").click();
        assertThat(operator.heading("By Browser is ready")).isVisible();

        operator.link("Show details").click();
        operator.button("Suspend").click();
        operator.inDialog("Suspend").click();
        assertThat(operator.button("Resume")).isVisible();
        assertThat(operator.failures()).isEmpty();
    }
}

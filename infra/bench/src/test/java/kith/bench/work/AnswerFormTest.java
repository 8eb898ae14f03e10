package kith.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswerFormTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final AnswerForm plain = new AnswerForm(Map.of());
    private final AnswerForm other =
            new AnswerForm(
                    Map.of(
                            "first_name",
                            "firstName",
                            "account_id",
                            "account",
                            "list_func",
                            "list"));

    @Test
    void findsAnswersEqualThatDifferInNamesNestingAndForms() {
        String one =
                form(
                        plain,
                        """
                        {"contacts": {"nodes": [{"firstName": "A", "created": "2024-01-01T00:00:00Z",
                          "account": {"revenue": "12.50"}, "list": {"totalCount": 3}}]}}
                        """);
        String two =
                form(
                        other,
                        """
                        {"contact": [{"created": "2024-01-01T01:00:00+01:00", "first_name": "A",
                          "list_func": {"count": 3}, "account_id": {"revenue": 12.5}}]}
                        """);
        assertThat(one).isEqualTo(two);
    }

    @Test
    void seesADifferentValue() {
        assertThat(form(plain, "{\"a\": {\"revenue\": \"12.50\"}}"))
                .isNotEqualTo(form(plain, "{\"a\": {\"revenue\": \"12.51\"}}"));
    }

    @Test
    void seesADifferentOrder() {
        assertThat(form(plain, "{\"a\": [{\"id\": 1}, {\"id\": 2}]}"))
                .isNotEqualTo(form(plain, "{\"a\": [{\"id\": 2}, {\"id\": 1}]}"));
    }

    @Test
    void seesAMissingRow() {
        assertThat(form(plain, "{\"a\": [{\"id\": 1}]}"))
                .isNotEqualTo(form(plain, "{\"a\": [{\"id\": 1}, {\"id\": 1}]}"));
    }

    @Test
    void ordersGroupsByItself() {
        AnswerForm.Group won = new AnswerForm.Group("won", "1.50", 2);
        AnswerForm.Group lost = new AnswerForm.Group("lost", "1.5", 2);
        assertThat(AnswerForm.ofGroups(List.of(won, lost)))
                .isEqualTo(AnswerForm.ofGroups(List.of(lost, won)));
    }

    private static String form(AnswerForm form, String data) {
        return form.ofRoot(JSON.readTree(data));
    }
}

package kith.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void rendersPartsInTheirPlaces() {
        Sql tenant = Sql.bind(7);
        Sql sql =
                Sql.of(
                        "select {} from {} where tenant = {} and id = {}",
                        Sql.join(", ", List.of(Sql.identifier("id"), Sql.identifier("text_1"))),
                        Sql.text("record"),
                        tenant,
                        Sql.bind(new UUID(1, 2)));

        RenderedSql rendered = sql.render();

        assertThat(rendered.text())
                .isEqualTo("select id, text_1 from record where tenant = $1 and id = $2");
        assertThat(rendered.values()).containsExactly(7, new UUID(1, 2));
    }

    @Test
    void numbersABindOnceHoweverOftenItStands() {
        Sql tenant = Sql.bind(7);

        assertThat(Sql.of("{} {} {}", tenant, Sql.bind(7), tenant).render().text())
                .isEqualTo("$1 $2 $1");
    }

    @Test
    void keepsValuesOutOfTheText() {
        assertThat(Sql.constant("plain_Name1").render().text()).isEqualTo("'plain_Name1'");
        assertThat(Sql.constant("o'clock").render().text()).isEqualTo("$1");
        assertThat(Sql.bind("secret").render()).hasToString("$1");
    }

    @Test
    void takesShownNamesOutOfTheTextWhereAsked() {
        Sql sql = Sql.of("{} {} {}", Sql.shown("plain"), Sql.bind(7), Sql.shown("o'clock"));

        assertThat(sql.render().text()).isEqualTo("'plain' $1 $2");
        assertThat(sql.renderNameless().text()).isEqualTo("$1 $2 $3");
        assertThat(sql.renderNameless().values()).containsExactly("plain", 7, "o'clock");
    }

    @Test
    void refusesWhatIsNoIdentifier() {
        assertThatThrownBy(() -> Sql.identifier("id; drop table record"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sql.identifier("Id")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatThrownBy(() -> Sql.bind(SqlType.UUID, "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UUID");
    }

    @Test
    void refusesATemplateWhosePlacesDoNotMatch() {
        assertThatThrownBy(() -> Sql.of("{} {}", Sql.bind(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sql.of("{}", Sql.bind(1), Sql.bind(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package kith.metadata.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.name.ReservedNames.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "closeDate, Close date",
        "OrderLine, Order line",
        "unitPriceUSD, Unit price USD",
        "USState, US state",
        "address2, Address 2",
        "name, Name",
        "take_price, Take price",
        "x, X"
    })
    void readsNamesAsLabels(String name, String label) {
        assertThat(Words.label(name)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "property, properties",
        "account, accounts",
        "orderLine, orderLines",
        "Sales person, Sales people",
        "box, boxes",
        "branch, branches",
        "day, days",
        "bus, buses",
        "analysis, analyses",
        "child, children",
        "Category, Categories",
        "status, statuses",
        "leaf, leaves",
        "company, companies",
        "series, series"
    })
    void knowsPlurals(String singular, String plural) {
        assertThat(Plurals.of(singular)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "Property, properties",
        "Equipment, equipmentList",
        "News, newsList",
        "SalesPerson, salesPeople",
        "Room2, room2s"
    })
    void neverNamesAListLikeASingleRecord(String object, String root) {
        assertThat(Plurals.rootOf(object)).isEqualTo(root);
    }

    @Test
    void suggestsTheNearestName() {
        List<String> names = List.of("closeDate", "amount", "stage");

        assertThat(Nearest.to("closeDat", names)).contains("closeDate");
        assertThat(Nearest.to("closedate", names)).contains("closeDate");
        assertThat(Nearest.to("amuont", names)).contains("amount");
        assertThat(Nearest.to("owner", names)).isEmpty();
        assertThat(Nearest.hint("stge", names)).contains("Did you mean `stage`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"and", "or", "not", "some", "every", "none", "eq", "in", "class"})
    void keepsWordsOfFiltersAndScripts(String name) {
        assertThat(ReservedNames.standard().contains(Scope.FIELD, name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "node", "me", "changes", "access"})
    void keepsRootFields(String name) {
        assertThat(ReservedNames.standard().contains(Scope.ROOT, name)).isTrue();
    }

    @Test
    void keepsTypesAndEndings() {
        assertThat(ReservedNames.standard().contains(Scope.TYPE, "Query")).isTrue();
        assertThat(ReservedNames.standard().endingOf("SalesAggregate")).contains("Aggregate");
        assertThat(ReservedNames.standard().endingOf("Sales")).isEmpty();
    }
}

package kith.graphql.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kith.graphql.sharing.SharingModel.Party;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What users may do to records, and what they learn of those that they may not see. */
class SharingWritesIT {

    private SharingWorld world;
    private String boss;
    private String clerk;
    private String stranger;
    private String deal;

    @BeforeEach
    void start() {
        world = new SharingWorld("sharing_writes", 1);
        String top = world.role(Optional.empty());
        boss = world.user(Optional.of(top));
        clerk = world.user(Optional.of(world.role(Optional.of(top))));
        stranger = world.user(Optional.empty());
        deal = world.record("Deal", clerk);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void refusesWritesToUnseenRecordsAsIfTheyDidNotExist() {
        String unknown = "01900000-0000-7000-8000-00000000ffff";
        for (String write :
                new String[] {
                    "updateDeal(id: \"%s\", data: { name: \"x\" }) { id }",
                    "deleteDeal(id: \"%s\") { id }",
                    "destroyDeal(id: \"%s\") { id }",
                    "createDiary(data: { name: \"x\", deal: { id: \"%s\" } }) { id }"
                }) {
            String request = "mutation { it: " + write + " }";

            String ofHidden = world.ask(stranger, request.formatted(deal)).toString();
            String ofNone = world.ask(stranger, request.formatted(unknown)).toString();

            assertThat(ofHidden).contains("NOT_FOUND").isEqualTo(ofNone.replace(unknown, deal));
        }
    }

    @Test
    void tellsNobodyWhichHiddenRecordHasAUniqueValue() {
        world.ask(
                clerk,
                "mutation { updateDeal(id: \"%s\", data: { code: \"K\" }) { id } }"
                        .formatted(deal));

        String create = "mutation { createDeal(data: { name: \"x\", code: \"K\" }) { id } }";
        assertThat(world.ask(stranger, create).toString())
                .contains("UNIQUE_VALUE_TAKEN")
                .doesNotContain(deal);
        assertThat(world.ask(boss, create).toString()).contains(deal);
    }

    @Test
    void countsARevokeFromTheNextRequestOn() {
        String group = world.group();
        String member = world.member(group, new Party.User(stranger));
        world.share(deal, new Party.Group(group), true, false);
        for (int time = 0; time < 3; time++) {
            assertThat(count(stranger)).isEqualTo(1);
        }

        world.platform("mutation { deleteAccessMember(id: \"%s\") { id } }".formatted(member));
        assertThat(count(stranger)).isZero();

        world.platform("mutation { restoreAccessMember(id: \"%s\") { id } }".formatted(member));
        assertThat(count(stranger)).isEqualTo(1);
        world.platform("mutation { deleteAccessGroup(id: \"%s\") { id } }".formatted(group));
        assertThat(count(stranger)).isZero();
    }

    @Test
    void followsTheTreeOfRolesAsItChanges() {
        assertThat(count(boss)).isEqualTo(1);

        world.platform(
                "mutation { updateUser(id: \"%s\", data: { role: null }) { id } }".formatted(boss));
        assertThat(count(boss)).isZero();
    }

    @Test
    void answersAWriteToEachUserByTheirOwnRights() {
        String memo =
                world.ask(
                                clerk,
                                "mutation { createMemo(data: { name: \"m\", deal: { id: \"%s\" } }) { id } }"
                                        .formatted(deal))
                        .at("/data/createMemo/id")
                        .asString();
        for (String name : new String[] {"a", "b", "c"}) {
            String update =
                    "mutation { updateMemo(id: \"%s\", data: { name: \"%s\" }) { deal { id } } }"
                            .formatted(memo, name);
            assertThat(world.ask(clerk, update).at("/data/updateMemo/deal/id").asString(""))
                    .isEqualTo(deal);
            assertThat(
                            world.ask(stranger, update.replace(name + "\"", name + "!\""))
                                    .at("/data/updateMemo/deal")
                                    .isNull())
                    .isTrue();
        }
    }

    @Test
    void letsOwnersGiveRecordsAway() {
        JsonNode given =
                world.ask(
                        clerk,
                        "mutation { updateDeal(id: \"%s\", data: { owner: { id: \"%s\" } }) { id owner { id } } }"
                                .formatted(deal, stranger));

        assertThat(given.at("/data/updateDeal/owner/id").asString()).isEqualTo(stranger);
        assertThat(count(clerk)).isZero();
        assertThat(count(stranger)).isEqualTo(1);

        JsonNode made =
                world.ask(
                        clerk,
                        "mutation { createDeal(data: { name: \"for another\", owner: { id: \"%s\" } }) { id } }"
                                .formatted(stranger));
        assertThat(made.at("/data/createDeal/id").asString("")).isNotEmpty();
        assertThat(count(stranger)).isEqualTo(2);
        assertThat(count(clerk)).isZero();
    }

    @Test
    void forgetsTheSharesOfDestroyedRecords() {
        world.share(deal, new Party.User(stranger), true, false);

        world.ask(stranger, "mutation { destroyDeal(id: \"%s\") { id } }".formatted(deal));

        assertThat(
                        world.sample
                                .runtime()
                                .asOwner(
                                        world.sample.tenant(), "select count(*) from record_share"))
                .isEqualTo("0");
    }

    private int count(String user) {
        return world.ask(user, "{ deals { totalCount } }").at("/data/deals/totalCount").asInt(-1);
    }
}

package kith.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/event-stream | true",
                "text/event-stream, */* | true",
                "text/event-stream, application/json | true",
                "application/json, text/event-stream | false",
                "application/json;q=0.5, text/event-stream | true",
                "text/event-stream;q=0.5, application/json | false",
                "text/event-stream;q=0, */* | false",
                "application/graphql-response+json, application/graphql+json, application/json,"
                        + " text/event-stream, multipart/mixed | false",
                "application/json | false",
                "*/* | false",
            })
    void sendsEventsToThoseWhoPreferThemToJson(String accept, boolean prefersEvents) {
        assertThat(AnswerFormat.prefersEvents(accept)).isEqualTo(prefersEvents);
    }
}

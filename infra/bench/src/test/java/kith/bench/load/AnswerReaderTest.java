package kith.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the pieces in which the bytes come. */
class AnswerReaderTest {

    private final AnswerReader reader = new AnswerReader();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void readsABodyOfKnownLength(int piece) {
        take("HTTP/1.1 200 OK\r\nContent-Length: 11\r\nA: b\r\n\r\n{\"data\":{}}", piece);
        assertThat(reader.isGood()).isTrue();
        assertThat(reader.length()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void readsABodyInChunks(int piece) {
        take(
                """
                HTTP/1.1 200 OK
                Transfer-Encoding: chunked

                4
                {"da
                7
                ta":{}}
                0

                """
                        .replace("\n", "\r\n"),
                piece);
        assertThat(reader.isGood()).isTrue();
        assertThat(reader.length()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void seesErrorsAcrossPieces(int piece) {
        take("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"errors\":[]}", piece);
        assertThat(reader.isGood()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void seesAFailedStatus(int piece) {
        take("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", piece);
        assertThat(reader.isGood()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void isReadyForTheNextAnswer(int piece) {
        take("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n{}", piece);
        reader.reset();
        take("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", piece);
        assertThat(reader.isGood()).isTrue();
        assertThat(reader.length()).isEqualTo(2);
    }

    private void take(String answer, int piece) {
        byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
        boolean isComplete = false;
        for (int from = 0; from < bytes.length; from += piece) {
            assertThat(isComplete).isFalse();
            isComplete =
                    reader.take(ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from)));
        }
        assertThat(isComplete).isTrue();
    }
}

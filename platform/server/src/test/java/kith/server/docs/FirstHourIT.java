package kith.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FirstHourIT {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void answersAsTheGuideShows() throws IOException, InterruptedException {
        List<GuideSteps> steps =
                GuideSteps.of(Files.readString(Path.of("../../docs/first-hour.md")));

        List<String> printed = FirstHour.run(steps, TestServer.shared().url().toString());

        assertThat(steps).hasSizeGreaterThan(5);
        assertThat(printed).hasSameSizeAs(steps);
        for (int step = 0; step < steps.size(); step++) {
            assertShown(steps.get(step), printed.get(step));
        }
    }

    private static void assertShown(GuideSteps step, String printed) {
        List<String> answers = printed.lines().filter(line -> line.startsWith("{")).toList();
        if (!step.answers().isEmpty()) {
            assertThat(answers).as(printed).hasSameSizeAs(step.answers());
        }
        for (int line = 0; line < step.answers().size(); line++) {
            String shown = step.answers().get(line);
            assertThat(ShownIn.shows(JSON.readTree(answers.get(line)), JSON.readTree(shown)))
                    .as("the guide shows%n%s%nthe answer is%n%s", shown, answers.get(line))
                    .isTrue();
        }
    }
}

package kith.server.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of a guide: each block of commands with the answers shown below it, if any.
 *
 * @param commands the text of a {@code bash} block
 * @param answers the lines of the {@code json} block that follows before the next commands
 */
record GuideSteps(String commands, List<String> answers) {

    private static final Pattern BLOCK =
            Pattern.compile("```(bash|json)\\n(.*?)```", Pattern.DOTALL);

    static List<GuideSteps> of(String markdown) {
        List<GuideSteps> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        while (block.find()) {
            if (block.group(1).equals("bash")) {
                steps.add(new GuideSteps(block.group(2), List.of()));
            } else {
                GuideSteps last = steps.removeLast();
                steps.add(new GuideSteps(last.commands(), block.group(2).lines().toList()));
            }
        }
        return steps;
    }
}

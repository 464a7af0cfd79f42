package dev.parlance.tools;

import dev.parlance.Problem;
import dev.parlance.survey.WhatsAppTemplates;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What WhatsApp would reject or not show of a survey, line by line. */
final class WhatsAppLines {
    private WhatsAppLines() {}

    /** The problems, then the warnings. */
    static List<String> of(WhatsAppTemplates templates) {
        return Stream.concat(lines("Problem: ", templates.problems()), lines("Warning: ", templates.warnings()))
                .toList();
    }

    private static Stream<String> lines(String word, List<Problem> problems) {
        return problems.stream().sorted().map(problem -> word + problem);
    }

    /**
     * A paragraph for a survey whose channels nobody knows; empty without problems and warnings. A survey does not know whether it is
     * used on WhatsApp.
     */
    static String paragraph(WhatsAppTemplates templates) {
        List<String> lines = of(templates);
        return lines.isEmpty() ? "" : lines.stream().collect(Collectors.joining("\n  ", "On WhatsApp:\n  ", "\n\n"));
    }
}

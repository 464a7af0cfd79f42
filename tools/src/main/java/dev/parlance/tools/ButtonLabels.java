package dev.parlance.tools;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * The options whose labels are too long for buttons. Whether they matter depends on the channels of the application, which the
 * survey does not know.
 */
final class ButtonLabels {
    private ButtonLabels() {}

    /** A paragraph with a line for each question and language; empty if all labels fit. */
    static String of(Survey survey) {
        List<String> lines = new ArrayList<>();
        for (Question question : survey.questions()) {
            if (question instanceof ChoiceQuestion choice
                    && choice.mostOnButton().isPresent()) {
                for (Language language : survey.prompts().languages()) {
                    List<String> tooLong = tooLong(choice, language);
                    if (!tooLong.isEmpty()) {
                        lines.add("  " + choice.id() + ", " + language.tag() + ": " + String.join(", ", tooLong));
                    }
                }
            }
        }
        return lines.isEmpty()
                ? ""
                : "Labels too long for the buttons of WhatsApp and similar channels (20 characters for up to 3 options, 24"
                        + " for up to 10):\n" + String.join("\n", lines) + "\n\n";
    }

    private static List<String> tooLong(ChoiceQuestion choice, Language language) {
        int limit = choice.mostOnButton().orElse(Integer.MAX_VALUE);
        return choice.promptKeys().stream()
                .map(language::source)
                .filter(label -> length(label) > limit)
                .map(label -> "\"" + label + "\" (" + length(label) + ")")
                .toList();
    }

    private static int length(String label) {
        return label.codePointCount(0, label.length());
    }
}

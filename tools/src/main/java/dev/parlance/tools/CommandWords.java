package dev.parlance.tools;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.StringJoiner;

/** The answers to open questions that count as commands, in each language. */
final class CommandWords {
    private static final List<String> COMMANDS =
            List.of("help", "menu", "back", "repeat", "restart", "skip", "start", "stop");

    private CommandWords() {}

    /** A paragraph; empty if the survey has no open question. */
    static String of(Survey survey) {
        boolean takesAnyWords = survey.questions().stream().anyMatch(Question::acceptsAnyText);
        if (!takesAnyWords || survey.rules().commands() == Commands.CARRIERS) {
            return "";
        }
        StringBuilder text = new StringBuilder("Words that are commands, even in reply to an open question:\n");
        for (Language language : survey.prompts().languages()) {
            text.append("  ")
                    .append(language.tag())
                    .append(": ")
                    .append(words(survey.words(language.tag()), !survey.agents().isEmpty()))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static String words(Words words, boolean hasAgents) {
        StringJoiner all = new StringJoiner(", ");
        COMMANDS.forEach(command -> words.list(command).forEach(all::add));
        if (hasAgents) {
            words.list("agent").forEach(all::add);
        }
        return all.toString();
    }
}

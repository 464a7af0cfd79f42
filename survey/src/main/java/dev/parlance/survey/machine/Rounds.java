package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How often a repeated group is asked, and what each round is about. */
final class Rounds {
    private final Survey survey;
    private final SessionState session;

    Rounds(Survey survey, SessionState session) {
        this.survey = survey;
        this.session = session;
    }

    int count(Group group) {
        Repeat repeat = group.repeat();
        return switch (repeat.by()) {
            case TIMES -> repeat.times();
            case NUMBER ->
                session.answer(repeat.question())
                        .flatMap(Value::number)
                        .map(number ->
                                number.min(BigDecimal.valueOf(Repeat.MAX_TIMES)).intValue())
                        .orElse(0);
            case CHOSEN, LISTED -> Math.min(Repeat.MAX_TIMES, items(repeat).size());
        };
    }

    /** What a round is about, in the respondent's language: an option, one of the words that were given, or its number. */
    String item(Group group, int round) {
        Repeat repeat = group.repeat();
        List<String> items = items(repeat);
        if (items.isEmpty()) {
            return Integer.toString(round);
        }
        if (round > items.size()) {
            return "";
        }
        String item = items.get(round - 1);
        Words words = survey.words(session.language());
        if (repeat.by() == Repeat.By.LISTED) {
            return words.language().text(group.itemPrompt(item));
        }
        Value chosen = session.answer(repeat.question()).orElseThrow();
        return survey.question(repeat.question())
                .filter(question -> !question.acceptsAnyText())
                .map(question -> question.display(chosen.part(round - 1), words))
                .orElse(item);
    }

    private List<String> items(Repeat repeat) {
        return switch (repeat.by()) {
            case LISTED -> repeat.items();
            case CHOSEN ->
                session.answer(repeat.question())
                        .map(value -> parts(repeat.question(), value))
                        .orElse(List.of());
            case TIMES, NUMBER -> List.of();
        };
    }

    /** The chosen options, or the words of a list such as "Ana, Ben and Cem". */
    private List<String> parts(String question, Value value) {
        if (survey.question(question).filter(Question::acceptsAnyText).isEmpty()) {
            return value.parts();
        }
        Words words = survey.words(session.language());
        Pattern and = Pattern.compile("(?iu)\\s*\\n\\s*|\\s+" + Pattern.quote(words.spelling("and")) + "\\s+");
        List<String> parts = new ArrayList<>();
        Words.split(value.text()).forEach(part -> parts.addAll(List.of(and.split(part))));
        return parts;
    }
}

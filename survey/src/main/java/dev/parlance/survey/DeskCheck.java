package dev.parlance.survey;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.TextNormalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds why surveys can't share a number, for example because two have the same keyword. */
final class DeskCheck {
    private final SurveyDeskBuilder desk;
    private final Optional<Surveys> fallback;
    private final List<String> problems = new ArrayList<>();

    DeskCheck(SurveyDeskBuilder desk, Optional<Surveys> fallback) {
        this.desk = desk;
        this.fallback = fallback;
    }

    List<String> problems() {
        members();
        keywords();
        otherAnswers();
        desk.menu.ifPresent(this::menu);
        return problems;
    }

    private void members() {
        if (!desk.name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            problems.add("Its name must start with a letter or digit and contain at most 64 letters, digits, dots,"
                    + " underscores and hyphens.");
        }
        if (fallback.isPresent() == desk.menu.isPresent()) {
            problems.add("It needs either a fallback or a menu.");
        }
        if (fallback.filter(survey -> !desk.surveys.contains(survey)).isPresent()) {
            problems.add("Its fallback is not one of its surveys; add it, too.");
        }
        Set<String> names = new HashSet<>();
        for (Surveys survey : desk.all()) {
            if (!names.add(survey.name())) {
                problems.add("Two surveys are named \"" + survey.name() + "\".");
            }
            if (survey.engine().neighbors() != Neighbors.NONE) {
                problems.add("The survey \"" + survey.name() + "\" is at a desk already.");
            }
            if (survey.store() != desk.all().get(0).store()) {
                problems.add("The survey \"" + survey.name() + "\" has another store than the first one.");
            }
        }
    }

    private void keywords() {
        Map<String, Surveys> owners = new LinkedHashMap<>();
        for (Surveys survey : desk.surveys) {
            for (String keyword : survey.survey().entry().keywords()) {
                Surveys other = owners.putIfAbsent(TextNormalizer.normalize(keyword), survey);
                if (other != null && other != survey) {
                    problems.add("The surveys \"" + other.name() + "\" and \"" + survey.name()
                            + "\" have the same keyword \"" + keyword + "\".");
                }
                desk.all().stream().filter(one -> one != survey).forEach(one -> keyword(keyword, survey, one.survey()));
            }
        }
    }

    /** Checks what surveys use of each other's answers. */
    private void otherAnswers() {
        Survey[] all = desk.all().stream().map(Surveys::survey).toArray(Survey[]::new);
        for (Survey survey : all) {
            survey.problemsWith(all).forEach(problem -> problems.add(problem + "."));
        }
    }

    /** Checks a keyword against what people say in another survey. */
    private void keyword(String keyword, Surveys survey, Survey other) {
        for (Language language : other.prompts().languages()) {
            if (SurveyMachine.isCommand(other, language.tag(), Input.text(keyword))) {
                problems.add("The keyword \"" + keyword + "\" of \"" + survey.name() + "\" is a command of \""
                        + other.name() + "\" in " + language.tag() + ".");
            } else if (survey.survey().entry().interrupts() && isOption(keyword, other, language)) {
                problems.add("The keyword \"" + keyword + "\" of \"" + survey.name()
                        + "\", which interrupts, is an option of \"" + other.name() + "\" in " + language.tag() + ".");
            }
        }
    }

    private static boolean isOption(String keyword, Survey survey, Language language) {
        String folded = TextNormalizer.normalize(keyword);
        return survey.questions().stream()
                .filter(ChoiceQuestion.class::isInstance)
                .map(ChoiceQuestion.class::cast)
                .anyMatch(choice -> choice.options().stream()
                        .filter(option -> language.contains(choice.promptOf(option)))
                        .filter(option ->
                                language.placeholders(choice.promptOf(option)).isEmpty())
                        .anyMatch(option -> choice.wordsFor(option, survey.words(language.tag()))
                                .contains(folded)));
    }

    private void menu(Surveys menu) {
        Optional<Question> question = menu.survey().question(desk.menuQuestion);
        if (question.filter(ChoiceQuestion.class::isInstance).isEmpty()) {
            problems.add("Its menu \"" + menu.name() + "\" has no question \"" + desk.menuQuestion
                    + "\" that lets people choose.");
            return;
        }
        for (String option : question.get().answers().all()) {
            Optional<Surveys> named = desk.surveys.stream()
                    .filter(survey -> survey.name().equals(option))
                    .findFirst();
            if (named.isEmpty()) {
                problems.add("Its menu offers \"" + option + "\", which is not the name of a survey of the desk.");
            } else if (named.get().survey().entry().isScheduled()) {
                problems.add("Its menu offers \"" + option + "\", which is not always open.");
            }
        }
    }
}

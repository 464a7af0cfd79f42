package dev.parlance.survey;

import dev.parlance.survey.definition.SurveyException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds a {@link SurveyDesk}. */
public final class SurveyDeskBuilder {
    final String name;
    final List<Surveys> surveys = new ArrayList<>();
    Optional<Surveys> menu = Optional.empty();
    String menuQuestion = "";
    private Optional<Surveys> fallback = Optional.empty();

    SurveyDeskBuilder(String name) {
        this.name = name;
    }

    /** Adds a survey. Where several are possible, the one added first comes first. */
    public SurveyDeskBuilder add(Surveys survey) {
        surveys.add(survey);
        return this;
    }

    /** Sets the survey for people who are in no survey, were not invited, and use no keyword. It must be one of the desk's. */
    public SurveyDeskBuilder fallback(Surveys survey) {
        this.fallback = Optional.of(survey);
        return this;
    }

    /**
     * Asks these people which survey they want. The menu is a survey, too, so it has prompts in every language and works by text
     * and by call.
     *
     * @param newMenu the survey that asks, without a goodbye
     * @param question its last question, a choice whose options are the names of surveys of the desk
     */
    public SurveyDeskBuilder menu(Surveys newMenu, String question) {
        this.menu = Optional.of(newMenu);
        this.menuQuestion = question;
        return this;
    }

    /** The surveys and the menu. */
    List<Surveys> all() {
        List<Surveys> all = new ArrayList<>(surveys);
        menu.ifPresent(all::add);
        return List.copyOf(all);
    }

    /** The surveys that the menu offers; none without a menu. */
    List<Surveys> offered() {
        Set<String> options = new HashSet<>();
        menu.flatMap(survey -> survey.survey().question(menuQuestion))
                .ifPresent(question -> options.addAll(question.answers().all()));
        return surveys.stream()
                .filter(survey -> options.contains(survey.name()))
                .toList();
    }

    Surveys fallbackOrMenu() {
        return fallback.or(() -> menu).orElseThrow();
    }

    /**
     * Checks and builds the desk.
     *
     * @throws SurveyException with all reasons why its surveys can't share a number
     */
    public SurveyDesk build() {
        List<String> problems = new DeskCheck(this, fallback).problems();
        if (!problems.isEmpty()) {
            throw new SurveyException("The desk \"" + name + "\" has " + problems.size() + " problem(s):\n  "
                    + String.join("\n  ", problems));
        }
        return new SurveyDesk(this);
    }
}

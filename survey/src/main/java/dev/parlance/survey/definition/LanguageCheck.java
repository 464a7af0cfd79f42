package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks that the survey has all sentences it needs in each language, and that respondents can choose between the languages. */
final class LanguageCheck {
    private static final int MOST_LANGUAGES = 9;
    private static final int MOST_NAMED = 3;
    private static final String SWITCH = "languageOptionLanguage";

    private final SurveyBuilder survey;
    private final Prompts prompts;
    private final WordingCheck wording;
    private final ProblemList problems;
    private final ProblemList warnings;

    LanguageCheck(
            SurveyBuilder survey, Prompts prompts, WordingCheck wording, ProblemList problems, ProblemList warnings) {
        this.survey = survey;
        this.prompts = prompts;
        this.wording = wording;
        this.problems = problems;
        this.warnings = warnings;
    }

    void check() {
        if (survey.opening == OpeningStyle.ASK && prompts.languages().size() > MOST_LANGUAGES) {
            problems.add(
                    "opening",
                    "can offer at most " + MOST_LANGUAGES + " languages, one per key, but there are "
                            + prompts.languages().size());
        }
        survey.fallbackLanguage
                .filter(tag -> !Words.isKnown(tag))
                .ifPresent(tag ->
                        problems.add("fallbackLanguage", "is \"" + tag + "\", a language without built-in sentences"));
        for (Language language : prompts.languages()) {
            Set<String> missing = NeededWords.of(survey, Words.missing(language).keySet());
            if (!missing.isEmpty()) {
                missing(language.tag(), missing);
            }
            Words.problems(language, NeededWords.ofKinds(survey)).forEach(problems::add);
        }
        if (survey.opening == OpeningStyle.CONTINUE_OR_SWITCH) {
            List<String> keys = new ArrayList<>(List.of("welcome", "languageOptionSMS", "welcomeContinue"));
            if (prompts.languages().size() > 1) {
                keys.addAll(
                        List.of("languageOption", "languageOptionLanguageName", "languageOptionLanguageReply", SWITCH));
            }
            wording.check("opening", keys, any -> false);
            prompts.languages().forEach(this::switchesTo);
        }
    }

    private void missing(String tag, Set<String> keys) {
        String some = String.join(", ", keys.stream().limit(MOST_NAMED).toList());
        String count = keys.size() == 1
                ? "1 prompt, " + some
                : keys.size() + " prompts" + (keys.size() > MOST_NAMED ? ", such as " : ", ") + some;
        String list = "\"parlance check --missing " + tag + "\" prints " + (keys.size() == 1 ? "it" : "all of them")
                + ", ready to be translated";
        if (survey.fallbackLanguage.isPresent()) {
            warnings.add(
                    "",
                    "has prompts in " + tag + ", a language without built-in sentences: it uses those of "
                            + survey.fallbackLanguage.get() + ". To change that, add " + count + ", to " + tag + "; "
                            + list);
        } else {
            problems.add(
                    "",
                    "has prompts in " + tag + ", a language without built-in sentences. Use those of another language: "
                            + "\"fallbackLanguage\": \"en\"; or add " + count + ", to " + tag + "; " + list);
        }
    }

    /** Checks the language that a prompt file offers to switch to. If the survey has only one language, the offer is never made. */
    private void switchesTo(Language language) {
        if (!language.contains(SWITCH) || prompts.find(language.text(SWITCH)).isPresent()) {
            return;
        }
        String what = "offers \"" + language.text(SWITCH) + "\" in the prompt \"" + SWITCH + "\" of " + language.tag()
                + ", but there is no prompt file for that language";
        if (prompts.languages().size() > 1) {
            problems.add("opening", what);
        } else {
            warnings.add("opening", what + "; calls do not offer it");
        }
    }
}

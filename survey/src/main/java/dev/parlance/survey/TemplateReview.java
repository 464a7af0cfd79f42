package dev.parlance.survey;

import dev.parlance.Problem;
import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Finds what works on WhatsApp, but probably not as intended: templates without samples, and options that can't be tapped. */
final class TemplateReview {
    private final Survey survey;
    private final List<Problem> warnings = new ArrayList<>();

    private TemplateReview(Survey survey) {
        this.survey = survey;
    }

    /**
     * The warnings about a survey.
     *
     * @param openings the templates that begin it
     */
    static List<Problem> warnings(Survey survey, List<OpeningTemplate> openings) {
        TemplateReview review = new TemplateReview(survey);
        openings.forEach(review::opening);
        survey.prompts().languages().forEach(review::menus);
        return review.warnings.stream().distinct().toList();
    }

    private void opening(OpeningTemplate opening) {
        for (String name : opening.text().variables()) {
            if (survey.variables().getOrDefault(name, "").isBlank()) {
                warnings.add(opening.prompts()
                        .problem(
                                name,
                                "has the variable {" + name
                                        + "} without a default, so the sample for WhatsApp's review is \"" + name
                                        + "\""));
            }
        }
        Language language = opening.prompts().language();
        TemplateText text = opening.text();
        if (survey.words(opening.language()).isSpaced() && text.words() < text.neededWords()) {
            warnings.add(opening.prompts()
                    .problem(
                            "",
                            "has " + text.words()
                                    + " words, variables included. WhatsApp may reject a template with so many"
                                    + " variables and fewer than " + text.neededWords() + " words"));
        }
        opening.prompts().keys().stream()
                .filter(key -> !language.pictures(key).isEmpty())
                .forEach(key -> warnings.add(language.problem(
                        key,
                        "has a picture, which a template on WhatsApp leaves out. \"" + key
                                + ".withoutImage\" can have other words for that")));
        if (opening.prompts().dependsOnPerson()
                && OpeningTemplate.greeting(survey, opening.language()).isEmpty()) {
            warnings.add(opening.prompts()
                    .problem(
                            "",
                            "is not the same for all people, so a template on WhatsApp has its words for some of them only."
                                    + " With a \"welcome\", the survey can begin with that for the others"));
        }
    }

    private void menus(Language language) {
        int opens = survey.words(language.tag()).spelling(Menu.OPENS).length();
        if (opens > Menu.BUTTON_TITLE) {
            warnings.add(TemplateCheck.ofSentence(
                    language,
                    Menu.OPENS,
                    "has " + opens + " characters, more than the " + Menu.BUTTON_TITLE
                            + " of the button that opens a list on WhatsApp, so there are no lists"));
        }
        for (Question question : survey.questions()) {
            if (question instanceof ChoiceQuestion choice && !choice.isMultiple()) {
                options(choice, language);
            }
        }
    }

    private void options(ChoiceQuestion choice, Language language) {
        int count = choice.options().size();
        if (count > Menu.WHATSAPP.items()) {
            warnings.add(language.problem(
                    choice.settings().prompt(),
                    "has " + count + " options, more than the " + Menu.WHATSAPP.items()
                            + " of a list on WhatsApp, so it is a text with numbers"));
            return;
        }
        for (String key : choice.promptKeys()) {
            int length = OneLine.of(language.source(key)).length();
            if (length > Menu.ITEM_TITLE) {
                warnings.add(language.problem(
                        key,
                        "has " + length + " characters, more than the " + Menu.ITEM_TITLE
                                + " in a list on WhatsApp, so its question is a text with numbers"));
            } else if (length > Menu.BUTTON_TITLE && count <= Menu.WHATSAPP.buttons()) {
                warnings.add(language.problem(
                        key,
                        "has " + length + " characters, more than the " + Menu.BUTTON_TITLE
                                + " of a button on WhatsApp, so its question has a list"));
            }
        }
    }
}

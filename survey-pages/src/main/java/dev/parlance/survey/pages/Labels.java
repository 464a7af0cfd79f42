package dev.parlance.survey.pages;

import dev.parlance.prompt.Language;
import dev.parlance.survey.analysis.NoAnswer;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.words.Words;
import java.util.Locale;
import java.util.Optional;

/** What things are called on the page: questions and answers in the survey's default language, the rest in English. */
final class Labels {
    private static final String ITEM = "{item}";

    private final Survey survey;
    private final Language language;
    private final Words words;

    Labels(Survey survey) {
        this.survey = survey;
        this.language = survey.prompts().defaultLanguage();
        this.words = survey.words(language.tag());
    }

    /** A question's text, or its id if only an older version of the survey has it. */
    String question(String id) {
        Optional<String> item = survey.groups().stream()
                .flatMap(group -> group.matrix().stream())
                .flatMap(matrix -> matrix.item(id).map(each -> item(matrix, each)).stream())
                .findFirst();
        return item.orElseGet(() -> survey.question(id)
                .map(question -> prompt(question.settings().prompt(), id))
                .orElse(id));
    }

    private String item(Matrix matrix, Matrix.Item item) {
        String prompt = prompt(matrix.settings().prompt(), matrix.id());
        return prompt.contains(ITEM) ? prompt.replace(ITEM, text(matrix, item)) : prompt + " " + text(matrix, item);
    }

    /** The text of a whole matrix. */
    String matrix(Matrix matrix) {
        return prompt(matrix.settings().prompt(), matrix.id()).replace(ITEM, "…");
    }

    /** The name of an item of a matrix. */
    String text(Matrix matrix, Matrix.Item item) {
        String key = matrix.promptOf(item);
        return prompt(key, item.id());
    }

    private String prompt(String key, String otherwise) {
        return language.contains(key) ? language.source(key).strip() : otherwise;
    }

    /** An answer, given by its value. */
    String answer(String question, String value) {
        return survey.question(question)
                .map(each -> answer(each, value))
                .filter(label -> !label.isBlank())
                .orElse(value);
    }

    private String answer(Question question, String value) {
        return question.display(Value.of(value), words);
    }

    /** A question's name as answers have it: in a repeated group, with the round. */
    String answerName(String name) {
        String id = Group.questionOf(name);
        return id.equals(name) ? id : name;
    }

    /** Spanish, or Spanish (Mexico) if the survey has several kinds of Spanish. */
    String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        long variants = survey.prompts().languages().stream()
                .filter(each -> each.locale().getLanguage().equals(locale.getLanguage()))
                .count();
        String name = variants > 1 ? locale.getDisplayName(Locale.ENGLISH) : locale.getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    String channel(String name) {
        return switch (name) {
            case "voice" -> "Call";
            case "text" -> "Text";
            case "whatsapp" -> "WhatsApp";
            case "rcs" -> "RCS";
            case "" -> "None yet";
            default -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        };
    }

    /** {@code NPS}, {@code date range} */
    static String kind(String name) {
        return switch (name) {
            case "nps" -> "NPS";
            case "assign" -> "experiment";
            case "compute" -> "computed";
            case "yesNo" -> "yes or no";
            case "choices" -> "several choices";
            default -> name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        };
    }

    static String disposition(Disposition disposition) {
        return switch (disposition) {
            case NOT_STARTED -> "Not started";
            case STARTED -> "Started";
            case PARTIAL -> "Partly answered";
            case COMPLETED -> "Completed";
            case SCREENED_OUT -> "Screened out";
            case REFUSED -> "Declined";
            case OPTED_OUT -> "Opted out";
            case UNKNOWN_ELIGIBILITY -> "Unknown eligibility";
            case BROKE_OFF -> "Broke off";
            case UNREACHABLE -> "Unreachable";
        };
    }

    static String reason(NoAnswer reason) {
        return switch (reason) {
            case REFUSED -> "Don't know";
            case SKIPPED -> "Skipped";
            case NOT_UNDERSTOOD -> "Not understood";
            case TIMED_OUT -> "No answer in time";
            case LEFT -> "Left here";
            case WAITING -> "Still open";
            case NOT_REACHED -> "Not reached";
            case NOT_ASKED -> "Passed over";
            case OTHER_VERSION -> "Other version";
        };
    }
}

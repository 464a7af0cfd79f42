package dev.parlance.survey;

import dev.parlance.Problem;
import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what WhatsApp rejects in templates, at the prompts that it comes from. */
final class TemplateCheck {
    private static final Pattern FIRST = Pattern.compile("^\\{\\{(\\d+)}}");
    private static final Pattern LAST = Pattern.compile("\\{\\{(\\d+)}}$");
    private static final Pattern ADJACENT = Pattern.compile("\\{\\{(\\d+)}}\\s*\\{\\{(\\d+)}}");

    private final OpeningTemplate template;
    private final List<Problem> problems = new ArrayList<>();

    private TemplateCheck(OpeningTemplate template) {
        this.template = template;
    }

    /** Why WhatsApp would reject a template. */
    static List<Problem> problems(OpeningTemplate template) {
        return new TemplateCheck(template).check();
    }

    private List<Problem> check() {
        String body = template.text().body();
        Matcher first = FIRST.matcher(body);
        if (first.find()) {
            String name = variable(first.group(1));
            add(
                    name,
                    "begins with the variable {" + name
                            + "}, which WhatsApp rejects in a template: put words before it");
        }
        Matcher last = LAST.matcher(body);
        if (last.find()) {
            String name = variable(last.group(1));
            add(
                    name,
                    "ends with the variable {" + name + "}, which WhatsApp rejects in a template: put words after it");
        }
        Matcher pair = ADJACENT.matcher(body);
        while (pair.find()) {
            String name = variable(pair.group(2));
            add(
                    name,
                    "has the variables {" + variable(pair.group(1)) + "} and {" + name
                            + "} side by side, which WhatsApp rejects in a template: put words between them");
        }
        if (body.isEmpty() || body.length() > TemplateText.LONGEST) {
            add(
                    "",
                    "makes a template of " + body.length() + " characters, but WhatsApp takes 1 to "
                            + TemplateText.LONGEST);
        }
        return problems;
    }

    private String variable(String placeholder) {
        return template.text().variables().get(Integer.parseInt(placeholder) - 1);
    }

    private void add(String variable, String message) {
        problems.add(template.prompts().problem(variable, message));
    }

    /** Why WhatsApp would reject the reminder in a language. */
    static List<Problem> ofReminder(Survey survey, String tag) {
        Words words = survey.words(tag);
        List<Problem> problems = new ArrayList<>();
        int length = words.text(ReminderTemplate.TEXT).length();
        if (length > TemplateText.LONGEST) {
            problems.add(ofSentence(
                    words.language(),
                    ReminderTemplate.TEXT,
                    "has " + length + " characters, but a template of WhatsApp takes " + TemplateText.LONGEST));
        }
        int title = ReminderTemplate.title(words).length();
        if (title > Menu.BUTTON_TITLE) {
            problems.add(ofSentence(
                    words.language(),
                    ReminderTemplate.BUTTON,
                    "has " + title + " characters, but a button of WhatsApp takes " + Menu.BUTTON_TITLE));
        }
        return problems;
    }

    /** A problem of one of the library's own sentences, which the survey has replaced. */
    static Problem ofSentence(Language language, String sentence, String message) {
        String key = "survey." + sentence;
        return language.contains(key)
                ? language.problem(key, message)
                : Problem.of("The sentence \"" + sentence + "\" in " + language.tag() + " " + message);
    }
}

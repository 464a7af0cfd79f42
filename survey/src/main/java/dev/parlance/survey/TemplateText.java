package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.words.OneLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a template.
 *
 * @param body the words, with placeholders such as <code>{{1}}</code>
 * @param variables the names of the variables, in the order of the placeholders
 */
record TemplateText(String body, List<String> variables) {
    /** WhatsApp's limit, with the values of the placeholders. */
    static final int LONGEST = 1_024;

    /** How many words WhatsApp wants for each variable, which senders have found by trying. One more must be there. */
    private static final int WORDS_FOR_A_VARIABLE = 3;

    private static final Pattern MARK = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_]*)}}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\d+)}}");

    TemplateText {
        variables = List.copyOf(variables);
    }

    /** Values for a survey's variables that show where their places are: <code>{{name}}</code>. */
    static Map<String, String> marks(Survey survey) {
        Map<String, String> marks = new LinkedHashMap<>();
        survey.variables().keySet().forEach(name -> marks.put(name, "{{" + name + "}}"));
        return marks;
    }

    /** Words with marks instead of values. */
    static TemplateText of(String marked) {
        List<String> names = new ArrayList<>();
        String body = MARK.matcher(marked).replaceAll(mark -> numbered(mark, names));
        return new TemplateText(body, names);
    }

    private static String numbered(MatchResult mark, List<String> names) {
        if (!names.contains(mark.group(1))) {
            names.add(mark.group(1));
        }
        return "{{" + (names.indexOf(mark.group(1)) + 1) + "}}";
    }

    /** How many words the template has, counting each variable as one. */
    int words() {
        return body.strip().split("\\s+").length;
    }

    /** How many words it needs so that WhatsApp does not find too many variables in it. */
    int neededWords() {
        int places = (int) PLACEHOLDER.matcher(body).results().count();
        return places == 0 ? 0 : places * WORDS_FOR_A_VARIABLE + 1;
    }

    /** The values of the placeholders for a person. */
    Map<String, String> values(Survey survey, SessionState session) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            String name = variables.get(i);
            String value =
                    session.variable(name).orElseGet(() -> survey.variables().getOrDefault(name, ""));
            values.put(Integer.toString(i + 1), OneLine.variable(value));
        }
        return values;
    }

    /** The words with values. */
    String filled(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(body)
                .replaceAll(number -> Matcher.quoteReplacement(values.getOrDefault(number.group(1), "")));
    }

    /** Why WhatsApp would refuse these values; empty if it takes them. */
    Optional<String> refusal(Map<String, String> values) {
        for (int i = 0; i < variables.size(); i++) {
            if (values.getOrDefault(Integer.toString(i + 1), "").isEmpty()) {
                return Optional.of("The variable \"" + variables.get(i)
                        + "\" is empty. WhatsApp takes no template with an empty variable");
            }
        }
        int length = filled(values).length();
        return length <= LONGEST
                ? Optional.empty()
                : Optional.of("With its variables the template has " + length + " characters, more than the " + LONGEST
                        + " that WhatsApp takes");
    }
}

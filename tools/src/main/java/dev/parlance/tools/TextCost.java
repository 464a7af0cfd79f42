package dev.parlance.tools;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.SmsText;
import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The segments of each text of a survey, by language, and their total cost. */
final class TextCost {
    private final Survey survey;
    private final List<Language> languages;

    private TextCost(Survey survey) {
        this.survey = survey;
        this.languages = survey.prompts().languages();
    }

    /** A table with a line for each text. A star marks a text that needs UCS-2 encoding. */
    static String of(Survey survey, double segmentPrice) {
        return new TextCost(survey).table(segmentPrice);
    }

    private String table(double segmentPrice) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("Text segments"));
        languages.forEach(language -> head.add(language.tag()));
        rows.add(head);
        int[] sums = new int[languages.size()];
        Map<String, Set<String>> forcingUcs2 = new LinkedHashMap<>();
        for (String key : keys()) {
            List<String> row = new ArrayList<>(List.of(key));
            for (int i = 0; i < sums.length; i++) {
                SmsText sms = SmsText.of(text(languages.get(i), key));
                sums[i] += sms.segments();
                row.add(sms.segments() + (sms.forcingUcs2().isEmpty() ? "" : "*"));
                forcingUcs2
                        .computeIfAbsent(languages.get(i).tag(), any -> new TreeSet<>())
                        .addAll(sms.forcingUcs2());
            }
            rows.add(row);
        }
        List<String> sum = new ArrayList<>(List.of("total (each once)"));
        List<String> cost = new ArrayList<>(List.of(String.format(Locale.ROOT, "at $%s per segment", segmentPrice)));
        for (int segments : sums) {
            sum.add(Integer.toString(segments));
            cost.add(String.format(Locale.ROOT, "$%.4f", segments * segmentPrice));
        }
        rows.add(sum);
        rows.add(cost);
        return printed(rows) + notes(forcingUcs2);
    }

    /** The keys of the texts around the questions, and of the questions. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            survey.wording(moment).ifPresent(keys::add);
        }
        survey.questions().stream()
                .filter(question -> !(question instanceof Automatic))
                .forEach(question -> keys.add(question.settings().prompt()));
        return keys.stream().distinct().toList();
    }

    /** The text of a prompt. That of a question includes its options. */
    private String text(Language language, String key) {
        StringBuilder text = new StringBuilder(written(language, key));
        for (Question question : survey.questions()) {
            if (question.settings().prompt().equals(key)) {
                List<String> offered = question.promptKeys();
                for (int i = 0; i < offered.size(); i++) {
                    text.append('\n').append(i + 1).append(". ").append(written(language, offered.get(i)));
                }
            }
        }
        return text.toString();
    }

    /** A placeholder counts with the length of its name, as its value is not known. */
    private static String written(Language language, String key) {
        return language.contains(key) ? language.source(key) : "";
    }

    private static String printed(List<List<String>> rows) {
        int first = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        int other = rows.stream()
                .flatMap(row -> row.stream().skip(1))
                .mapToInt(cell -> cell.length() + 2)
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            table.append(String.format("%-" + first + "s", row.get(0)));
            row.stream().skip(1).forEach(cell -> table.append(String.format("%" + other + "s", cell)));
            table.append('\n');
        }
        return table.toString();
    }

    /** Notes for languages where only a few characters force UCS-2. Others can't avoid it. */
    private static String notes(Map<String, Set<String>> forcing) {
        StringBuilder notes = new StringBuilder();
        forcing.forEach((tag, characters) -> {
            if (!characters.isEmpty() && characters.size() <= 8) {
                notes.append(tag)
                        .append(": * 70 characters per segment instead of 160 because of ")
                        .append(String.join(" ", characters))
                        .append('\n');
            }
        });
        return notes.toString();
    }
}

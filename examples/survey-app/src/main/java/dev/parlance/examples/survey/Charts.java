package dev.parlance.examples.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.prompt.Language;
import dev.parlance.survey.Channel;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.results.AnswerStatistics;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.results.Summary;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds the JSON that the results page draws. */
final class Charts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_LATEST = 12;
    /** Free-text answers are shown for the most recent respondents only. */
    private static final int MAX_RESPONDENTS = 50;

    private static final int MAX_TEXTS = 5;
    private static final int MAX_COLUMNS = 12;

    private final Survey survey;
    private final Language language;
    private final NewestAnswers latest = new NewestAnswers(MAX_LATEST);
    private final Map<String, NewestAnswers> texts = new HashMap<>();
    private final ObjectNode json = JSON.createObjectNode();

    private Charts(Survey survey) {
        this.survey = survey;
        this.language = survey.prompts().defaultLanguage();
    }

    static ObjectNode of(Survey survey, Results results) {
        return new Charts(survey).draw(results);
    }

    private ObjectNode draw(Results results) {
        Summary summary = results.summary();
        results.newest(MAX_RESPONDENTS).forEach(this::collect);
        json.put("survey", survey.name())
                .put("revision", survey.revision().substring(0, 8))
                .put("respondents", summary.respondents())
                .put("completed", summary.dispositions().getOrDefault(Disposition.COMPLETED, 0));
        summary.meanTime().ifPresent(time -> json.put("meanSeconds", time.toSeconds()));
        funnel(summary);
        Map<String, Integer> channels = new LinkedHashMap<>();
        summary.channels().forEach((channel, count) -> channels.put(channel(channel), count));
        bars(json.putArray("languages"), named(summary.languages()));
        bars(json.putArray("channels"), channels);
        ArrayNode questions = json.putArray("questions");
        summary.questions()
                .forEach((id, figures) -> survey.question(id)
                        .filter(question -> !isItem(question))
                        .ifPresent(question -> question(questions.addObject(), question, figures)));
        MatrixTable.writeAll(survey, summary.matrices(), json.putArray("matrices"));
        ExperimentTable.write(summary, json.putArray("experiments"), this::answerLabel);
        MissedTable.of(summary, results).write(json.putArray("missed"), this::name);
        ArrayNode rows = json.putArray("latest");
        latest.newestFirst().forEach(each -> row(rows.addObject(), each));
        return json;
    }

    /** Whether a question is an item of a matrix, which is shown as one table. */
    private boolean isItem(Question question) {
        return survey.groups().stream()
                .anyMatch(
                        group -> group.matrix().isPresent() && group.questions().contains(question));
    }

    private void collect(Session session) {
        String number = session.respondent().value();
        String who = "…" + number.substring(Math.max(0, number.length() - 2));
        session.answers().values().stream().filter(Answer::isGiven).forEach(answer -> {
            latest.add(answer, who);
            String id = Group.questionOf(answer.question());
            if (survey.question(id).filter(Question::acceptsAnyText).isPresent()) {
                texts.computeIfAbsent(id, any -> new NewestAnswers(MAX_TEXTS)).add(answer, who);
            }
        });
    }

    /** How many respondents got past each question. One who stopped at a question got past those before it. */
    private void funnel(Summary summary) {
        Map<Disposition, Integer> dispositions = summary.dispositions();
        int completed = dispositions.getOrDefault(Disposition.COMPLETED, 0);
        int notInContact = dispositions.getOrDefault(Disposition.NOT_STARTED, 0)
                + dispositions.getOrDefault(Disposition.UNREACHABLE, 0);
        Map<String, Integer> steps = new LinkedHashMap<>();
        steps.put("people", summary.respondents());
        steps.put("in contact", summary.respondents() - notInContact);
        int past = completed
                + summary.questions().values().stream()
                        .mapToInt(Summary.QuestionSummary::stoppedHere)
                        .sum();
        for (Map.Entry<String, Summary.QuestionSummary> question :
                summary.questions().entrySet()) {
            past -= question.getValue().stoppedHere();
            steps.put("past " + question.getKey(), past);
        }
        steps.put("completed", completed);
        bars(json.putArray("funnel"), steps);
    }

    private Map<String, Integer> named(Map<String, Integer> byTag) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        byTag.forEach((tag, count) -> byName.put(name(tag), count));
        return byName;
    }

    private static String channel(String name) {
        return name.equals(Channel.VOICE) ? "call" : name;
    }

    /** Spanish, or Spanish (Mexico) if the survey has several kinds of Spanish. */
    private String name(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        long variants = survey.prompts().languages().stream()
                .filter(each -> each.locale().getLanguage().equals(locale.getLanguage()))
                .count();
        return variants > 1 ? locale.getDisplayName(Locale.ENGLISH) : locale.getDisplayLanguage(Locale.ENGLISH);
    }

    private void question(ObjectNode to, Question question, Summary.QuestionSummary summary) {
        to.put("id", question.id())
                .put("kind", question.kind().name())
                .put("text", text(question.settings().prompt()))
                .put("skipped", summary.skipped());
        figures(to, summary.all());
        bars(to.putArray("bars"), counts(question, summary.all()));
        ObjectNode languages = to.putObject("byLanguage");
        summary.byLanguage().forEach((tag, statistics) -> figures(languages.putObject(name(tag)), statistics));
        ObjectNode channels = to.putObject("byChannel");
        summary.byChannel().forEach((channel, statistics) -> figures(channels.putObject(channel(channel)), statistics));
        if (question.acceptsAnyText()) {
            ArrayNode list = to.putArray("texts");
            texts.getOrDefault(question.id(), new NewestAnswers(MAX_TEXTS))
                    .newestFirst()
                    .forEach(each -> list.add(each.answer().value().text()));
        }
    }

    private static void figures(ObjectNode to, AnswerStatistics statistics) {
        to.put("answers", statistics.answers());
        statistics.mean().ifPresent(mean -> to.put("mean", mean));
        statistics.nps().ifPresent(nps -> to.put("nps", nps));
    }

    /** The count of every possible answer, including 0. If there are too many, the most frequent ones. */
    private Map<String, Integer> counts(Question question, AnswerStatistics statistics) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> possible = question.answers().all();
        if (!possible.isEmpty() && (!question.answers().isNumber() || possible.size() <= MAX_COLUMNS)) {
            possible.forEach(answer -> counts.put(
                    shown(question, Value.of(answer)), statistics.counts().getOrDefault(answer, 0)));
            return counts;
        }
        statistics.counts().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MAX_COLUMNS)
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    private String shown(Question question, Value value) {
        return question.display(value, survey.words(language.tag()));
    }

    private String answerLabel(String question, String answer) {
        return survey.question(question)
                .map(each -> shown(each, Value.of(answer)))
                .orElse(answer);
    }

    private void row(ObjectNode to, NewestAnswers.Entry each) {
        Answer answer = each.answer();
        String id = Group.questionOf(answer.question());
        String value = survey.question(id)
                .map(question -> shown(question, answer.value()))
                .orElseGet(() -> answer.value().text());
        to.put("at", answer.at().toString())
                .put("who", each.who())
                .put("question", answer.question())
                .put("value", value)
                .put("language", name(answer.language()))
                .put("channel", channel(answer.channel()));
    }

    /** A prompt in the default language, or its key if only an older version of the survey has it. */
    private String text(String key) {
        return language.contains(key) ? language.source(key) : key;
    }

    private static void bars(ArrayNode to, Map<String, Integer> counts) {
        counts.forEach((label, count) -> to.addObject().put("label", label).put("count", count));
    }
}

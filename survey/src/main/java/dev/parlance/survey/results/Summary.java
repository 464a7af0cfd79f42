package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.internal.AmountName;
import dev.parlance.survey.internal.ArmTally;
import dev.parlance.survey.internal.SessionTallies;
import dev.parlance.survey.internal.SessionTally;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.store.Tally;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A summary of all answers.
 *
 * <pre>{@code
 * Summary summary = surveys.results().summary();
 * int completed = summary.dispositions().getOrDefault(Disposition.COMPLETED, 0);
 * }</pre>
 */
public final class Summary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int respondents;
    private final Map<Disposition, Integer> dispositions;
    private final Map<String, Integer> languages;
    private final Map<String, Integer> channels;
    private final Optional<Duration> meanTime;
    private final Map<String, QuestionSummary> questions;
    private final Map<String, MatrixSummary> matrices;
    private final Map<String, Map<String, ArmSummary>> experiments;

    private Summary(Adder adder) {
        this.respondents = adder.respondents;
        this.dispositions = Collections.unmodifiableMap(adder.dispositions);
        this.languages = Collections.unmodifiableMap(adder.languages);
        this.channels = Collections.unmodifiableMap(adder.channels);
        this.meanTime = adder.finished == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(adder.milliseconds / adder.finished));
        Map<String, QuestionSummary> all = new LinkedHashMap<>();
        adder.questions.forEach((id, question) -> all.put(id, question.result()));
        this.questions = Collections.unmodifiableMap(all);
        Map<String, MatrixSummary> tables = new LinkedHashMap<>();
        for (Group group : adder.survey.groups()) {
            group.matrix().ifPresent(matrix -> tables.put(group.id(), MatrixSummary.of(matrix, all, answers(group))));
        }
        this.matrices = Collections.unmodifiableMap(tables);
        Map<String, Map<String, ArmSummary>> byArm = new LinkedHashMap<>();
        adder.experiments.forEach((id, experiment) -> byArm.put(id, experiment.result()));
        this.experiments = Collections.unmodifiableMap(byArm);
    }

    /** The possible answers to each item of a matrix. */
    private static List<String> answers(Group group) {
        return group.questions().get(0).answers().all();
    }

    /** The number of sessions. */
    public int respondents() {
        return respondents;
    }

    /** The number of sessions by disposition. */
    public Map<Disposition, Integer> dispositions() {
        return dispositions;
    }

    /** The number of sessions by last language. */
    public Map<String, Integer> languages() {
        return languages;
    }

    /** The number of sessions by last channel. */
    public Map<String, Integer> channels() {
        return channels;
    }

    /** The mean duration of completed sessions. */
    public Optional<Duration> meanTime() {
        return meanTime;
    }

    /** The summary of each question. */
    public Map<String, QuestionSummary> questions() {
        return questions;
    }

    /** The answers to each matrix as one table. Its items are also among the {@link #questions}. */
    public Map<String, MatrixSummary> matrices() {
        return matrices;
    }

    /** For each question that assigns people to arms, the figures of each arm. */
    public Map<String, Map<String, ArmSummary>> experiments() {
        return experiments;
    }

    /**
     * The summary of one question.
     *
     * @param skipped how many respondents skipped it
     * @param stoppedHere how many respondents stopped here
     * @param all all answers
     * @param byLanguage the answers by language
     * @param byChannel the answers by channel
     */
    public record QuestionSummary(
            int skipped,
            int stoppedHere,
            AnswerStatistics all,
            Map<String, AnswerStatistics> byLanguage,
            Map<String, AnswerStatistics> byChannel) {}

    private List<Object> parts() {
        return List.of(respondents, dispositions, languages, channels, meanTime, questions, matrices, experiments);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Summary summary && parts().equals(summary.parts()));
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** The number of sessions, and how they stand. */
    @Override
    public String toString() {
        return "Summary[" + respondents + " sessions, " + dispositions + "]";
    }

    /** The summary as JSON. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode().put("respondents", respondents);
        ObjectNode byDisposition = json.putObject("dispositions");
        dispositions.forEach((disposition, count) -> byDisposition.put(disposition.name(), count));
        ObjectNode byLanguage = json.putObject("languages");
        languages.forEach(byLanguage::put);
        ObjectNode byChannel = json.putObject("channels");
        channels.forEach(byChannel::put);
        meanTime.ifPresent(time -> json.put("meanSeconds", time.toSeconds()));
        ObjectNode all = json.putObject("questions");
        questions.forEach((id, question) -> {
            ObjectNode summary =
                    all.putObject(id).put("skipped", question.skipped()).put("stoppedHere", question.stoppedHere());
            question.all().writeTo(summary);
            ObjectNode inLanguages = summary.putObject("byLanguage");
            question.byLanguage()
                    .forEach((language, statistics) -> statistics.writeTo(inLanguages.putObject(language)));
            ObjectNode overChannels = summary.putObject("byChannel");
            question.byChannel().forEach((channel, statistics) -> statistics.writeTo(overChannels.putObject(channel)));
        });
        if (!matrices.isEmpty()) {
            ObjectNode tables = json.putObject("matrices");
            matrices.forEach((id, matrix) -> matrix.writeTo(tables.putObject(id)));
        }
        if (!experiments.isEmpty()) {
            ObjectNode byExperiment = json.putObject("experiments");
            experiments.forEach((id, arms) -> {
                ObjectNode byArm = byExperiment.putObject(id);
                arms.forEach((arm, summary) -> summary.writeTo(byArm.putObject(arm)));
            });
        }
        return json.toPrettyString();
    }

    /** The summary of a sum. Leaves out questions that the survey no longer has. */
    static Summary of(Survey survey, Tally sum) {
        Adder adder = new Adder(survey);
        SessionTallies.ofAllRuns(sum).amounts().forEach((name, amount) -> adder.add(AmountName.parts(name), amount));
        return new Summary(adder);
    }

    /** Adds up amounts. */
    private static final class Adder {
        private final Survey survey;
        private final Map<String, QuestionAdder> questions = new LinkedHashMap<>();
        private final Map<String, ArmSummary.Adder> experiments = new LinkedHashMap<>();
        private final Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
        private final Map<String, Integer> languages = new TreeMap<>();
        private final Map<String, Integer> channels = new TreeMap<>();
        private int respondents;
        private long finished;
        private long milliseconds;

        Adder(Survey survey) {
            this.survey = survey;
            for (Question question : survey.questions()) {
                if (question.hasAnswer()) {
                    questions.put(question.id(), new QuestionAdder(question));
                }
                if (question instanceof Assignment experiment) {
                    experiments.put(question.id(), new ArmSummary.Adder(survey, experiment));
                }
            }
        }

        void add(List<String> name, long amount) {
            String kind = name.get(0);
            switch (kind) {
                case SessionTally.PEOPLE -> respondents += Math.toIntExact(amount);
                case SessionTally.DISPOSITION -> count(dispositions, Disposition.valueOf(name.get(1)), amount);
                case SessionTally.LANGUAGE -> count(languages, name.get(1), amount);
                case SessionTally.CHANNEL -> count(channels, name.get(1), amount);
                case SessionTally.FINISHED -> finished += amount;
                case SessionTally.MILLISECONDS -> milliseconds += amount;
                case ArmTally.ARM -> {
                    ArmSummary.Adder experiment = experiments.get(name.get(1));
                    if (experiment != null) {
                        experiment.add(name.subList(2, name.size()), amount);
                    }
                }
                default -> {
                    QuestionAdder question = questions.get(name.get(1));
                    if (question != null) {
                        question.add(kind, name, amount);
                    }
                }
            }
        }

        private static <T> void count(Map<T, Integer> counts, T kind, long amount) {
            counts.merge(kind, Math.toIntExact(amount), Integer::sum);
        }
    }

    private static final class QuestionAdder {
        private final Question question;
        private final AnswerStatistics.Adder all;
        private final Map<String, AnswerStatistics.Adder> byLanguage = new TreeMap<>();
        private final Map<String, AnswerStatistics.Adder> byChannel = new TreeMap<>();
        private int skipped;
        private int stoppedHere;

        QuestionAdder(Question question) {
            this.question = question;
            this.all = new AnswerStatistics.Adder(question);
        }

        void add(String kind, List<String> name, long amount) {
            switch (kind) {
                case SessionTally.SKIPPED -> skipped += Math.toIntExact(amount);
                case SessionTally.STOPPED -> stoppedHere += Math.toIntExact(amount);
                default -> {
                    String detail = name.size() > 4 ? name.get(4) : "";
                    all.add(kind, detail, amount);
                    in(byLanguage, name.get(2)).add(kind, detail, amount);
                    in(byChannel, name.get(3)).add(kind, detail, amount);
                }
            }
        }

        private AnswerStatistics.Adder in(Map<String, AnswerStatistics.Adder> adders, String name) {
            return adders.computeIfAbsent(name, any -> new AnswerStatistics.Adder(question));
        }

        QuestionSummary result() {
            return new QuestionSummary(skipped, stoppedHere, all.figures(), figures(byLanguage), figures(byChannel));
        }

        private static Map<String, AnswerStatistics> figures(Map<String, AnswerStatistics.Adder> adders) {
            Map<String, AnswerStatistics> figures = new TreeMap<>();
            adders.forEach((name, adder) -> figures.put(name, adder.figures()));
            return figures;
        }
    }
}

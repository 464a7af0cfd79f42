package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.Tally;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all the answers come to.
 *
 * @param respondents how many sessions there are
 * @param dispositions how many people have come how far
 * @param languages how many people spoke each language last
 * @param channels how many people talked by each channel last
 * @param meanTime how long those took on average who came to the end
 * @param questions what the answers to each question come to
 */
public record Summary(
        int respondents,
        Map<Disposition, Integer> dispositions,
        Map<String, Integer> languages,
        Map<String, Integer> channels,
        Optional<Duration> meanTime,
        Map<String, OfQuestion> questions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the answers to a question come to.
     *
     * @param skipped how many left it out
     * @param stoppedHere how many stopped at it and never came further
     * @param all the answers in all languages
     * @param byLanguage the answers in each language
     * @param byChannel the answers by each channel
     */
    public record OfQuestion(
            int skipped,
            int stoppedHere,
            Figures all,
            Map<String, Figures> byLanguage,
            Map<String, Figures> byChannel) {}

    /** The summary as JSON. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode().put("respondents", respondents);
        ObjectNode far = json.putObject("dispositions");
        dispositions.forEach((disposition, count) -> far.put(disposition.name(), count));
        ObjectNode spoken = json.putObject("languages");
        languages.forEach(spoken::put);
        ObjectNode talked = json.putObject("channels");
        channels.forEach(talked::put);
        meanTime.ifPresent(time -> json.put("meanSeconds", time.toSeconds()));
        ObjectNode all = json.putObject("questions");
        questions.forEach((id, question) -> {
            ObjectNode one =
                    all.putObject(id).put("skipped", question.skipped()).put("stoppedHere", question.stoppedHere());
            question.all().writeTo(one);
            ObjectNode inLanguages = one.putObject("byLanguage");
            question.byLanguage().forEach((language, figures) -> figures.writeTo(inLanguages.putObject(language)));
            ObjectNode overChannels = one.putObject("byChannel");
            question.byChannel().forEach((channel, figures) -> figures.writeTo(overChannels.putObject(channel)));
        });
        return json.toPrettyString();
    }

    /** The summary of which this is the sum: questions of older versions that the survey no longer has are left out. */
    static Summary of(Survey survey, Tally sum) {
        Adder adder = new Adder(survey);
        SessionTallies.ofAllRuns(sum).amounts().forEach((name, amount) -> adder.add(AmountName.parts(name), amount));
        return adder.summary();
    }

    /** Adds up amounts, one after the other. */
    private static final class Adder {
        private final Map<String, QuestionAdder> questions = new LinkedHashMap<>();
        private final Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
        private final Map<String, Integer> languages = new TreeMap<>();
        private final Map<String, Integer> channels = new TreeMap<>();
        private int respondents;
        private long finished;
        private long milliseconds;

        Adder(Survey survey) {
            for (Question question : survey.questions()) {
                if (question.hasAnswer()) {
                    questions.put(question.id(), new QuestionAdder(question));
                }
            }
        }

        void add(List<String> name, long amount) {
            String what = name.get(0);
            switch (what) {
                case SessionTally.PEOPLE -> respondents += Math.toIntExact(amount);
                case SessionTally.DISPOSITION -> count(dispositions, Disposition.valueOf(name.get(1)), amount);
                case SessionTally.LANGUAGE -> count(languages, name.get(1), amount);
                case SessionTally.CHANNEL -> count(channels, name.get(1), amount);
                case SessionTally.FINISHED -> finished += amount;
                case SessionTally.MILLISECONDS -> milliseconds += amount;
                default -> {
                    QuestionAdder question = questions.get(name.get(1));
                    if (question != null) {
                        question.add(what, name, amount);
                    }
                }
            }
        }

        private static <T> void count(Map<T, Integer> counts, T what, long amount) {
            counts.merge(what, Math.toIntExact(amount), Integer::sum);
        }

        Summary summary() {
            Map<String, OfQuestion> all = new LinkedHashMap<>();
            questions.forEach((id, question) -> all.put(id, question.result()));
            Optional<Duration> mean =
                    finished == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(milliseconds / finished));
            return new Summary(respondents, dispositions, languages, channels, mean, all);
        }
    }

    private static final class QuestionAdder {
        private final Question question;
        private final Figures.Adder all;
        private final Map<String, Figures.Adder> byLanguage = new TreeMap<>();
        private final Map<String, Figures.Adder> byChannel = new TreeMap<>();
        private int skipped;
        private int stoppedHere;

        QuestionAdder(Question question) {
            this.question = question;
            this.all = new Figures.Adder(question);
        }

        void add(String what, List<String> name, long amount) {
            switch (what) {
                case SessionTally.SKIPPED -> skipped += Math.toIntExact(amount);
                case SessionTally.STOPPED -> stoppedHere += Math.toIntExact(amount);
                default -> {
                    String detail = name.size() > 4 ? name.get(4) : "";
                    all.add(what, detail, amount);
                    in(byLanguage, name.get(2)).add(what, detail, amount);
                    in(byChannel, name.get(3)).add(what, detail, amount);
                }
            }
        }

        private Figures.Adder in(Map<String, Figures.Adder> some, String name) {
            return some.computeIfAbsent(name, any -> new Figures.Adder(question));
        }

        OfQuestion result() {
            return new OfQuestion(skipped, stoppedHere, all.figures(), figures(byLanguage), figures(byChannel));
        }

        private static Map<String, Figures> figures(Map<String, Figures.Adder> some) {
            Map<String, Figures> figures = new TreeMap<>();
            some.forEach((name, adder) -> figures.put(name, adder.figures()));
            return figures;
        }
    }
}

package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Answer;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.question.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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

    /** Counts sessions, one after the other. */
    static final class Counter {
        private final Map<String, Tally> tallies = new LinkedHashMap<>();
        private final Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
        private final Map<String, Integer> languages = new TreeMap<>();
        private final Map<String, Integer> channels = new TreeMap<>();
        private int respondents;
        private int finished;
        private Duration time = Duration.ZERO;

        Counter(Survey survey) {
            for (Question question : survey.questions()) {
                if (question.hasAnswer()) {
                    tallies.put(question.id(), new Tally(question));
                }
            }
        }

        void count(Session session) {
            respondents++;
            Disposition disposition = session.progress().disposition();
            dispositions.merge(disposition, 1, Integer::sum);
            languages.merge(session.language(), 1, Integer::sum);
            channels.merge(session.channel(), 1, Integer::sum);
            Optional<Instant> started = session.progress().started();
            Optional<Instant> ended = session.progress().ended();
            if (disposition == Disposition.COMPLETED && started.isPresent() && ended.isPresent()) {
                finished++;
                time = time.plus(Duration.between(started.get(), ended.get()));
            }
            session.answers().values().forEach(answer -> {
                Tally tally = tallies.get(Group.questionOf(answer.question()));
                if (tally != null) {
                    tally.count(answer);
                }
            });
            boolean stopped = disposition != Disposition.COMPLETED && disposition != Disposition.SCREENED_OUT;
            Tally last = tallies.get(Group.questionOf(session.progress().at()));
            if (stopped && last != null) {
                last.stoppedHere++;
            }
        }

        Summary summary() {
            Map<String, OfQuestion> questions = new LinkedHashMap<>();
            tallies.forEach((id, tally) -> questions.put(id, tally.result()));
            Optional<Duration> mean = finished == 0 ? Optional.empty() : Optional.of(time.dividedBy(finished));
            return new Summary(respondents, dispositions, languages, channels, mean, questions);
        }

        private static final class Tally {
            private final Question question;
            private final Figures.Counter all;
            private final Map<String, Figures.Counter> byLanguage = new TreeMap<>();
            private final Map<String, Figures.Counter> byChannel = new TreeMap<>();
            private int skipped;
            private int stoppedHere;

            Tally(Question question) {
                this.question = question;
                this.all = new Figures.Counter(question);
            }

            void count(Answer answer) {
                if (answer.isGiven()) {
                    all.count(answer.value());
                    byLanguage
                            .computeIfAbsent(answer.language(), any -> new Figures.Counter(question))
                            .count(answer.value());
                    byChannel
                            .computeIfAbsent(answer.channel(), any -> new Figures.Counter(question))
                            .count(answer.value());
                } else {
                    skipped++;
                }
            }

            OfQuestion result() {
                Map<String, Figures> languages = new TreeMap<>();
                byLanguage.forEach((language, counter) -> languages.put(language, counter.figures()));
                Map<String, Figures> channels = new TreeMap<>();
                byChannel.forEach((channel, counter) -> channels.put(channel, counter.figures()));
                return new OfQuestion(skipped, stoppedHere, all.figures(), languages, channels);
            }
        }
    }
}

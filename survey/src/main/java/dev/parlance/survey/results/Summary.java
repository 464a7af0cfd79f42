package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Answer;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.NumberQuestion.Scale;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TextQuestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * @param meanTime how long those took on average who came to the end
 * @param questions what the answers to each question come to
 */
public record Summary(
        int respondents,
        Map<Disposition, Integer> dispositions,
        Optional<Duration> meanTime,
        Map<String, OfQuestion> questions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the answers to a question come to.
     *
     * @param answered how many gave an answer
     * @param skipped how many left it out
     * @param stoppedHere how many stopped at it and never came further
     * @param byLanguage how many answered in which language
     * @param counts how often each answer was given; not for answers in people's own words
     * @param mean the mean of numbers
     * @param nps the share of 9 and 10 less that of 0 to 6, from -100 to 100
     */
    public record OfQuestion(
            int answered,
            int skipped,
            int stoppedHere,
            Map<String, Integer> byLanguage,
            Map<String, Integer> counts,
            Optional<BigDecimal> mean,
            Optional<BigDecimal> nps) {}

    /** The summary as JSON. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode().put("respondents", respondents);
        ObjectNode far = json.putObject("dispositions");
        dispositions.forEach((disposition, count) -> far.put(disposition.name(), count));
        meanTime.ifPresent(time -> json.put("meanSeconds", time.toSeconds()));
        ObjectNode all = json.putObject("questions");
        questions.forEach((id, question) -> {
            ObjectNode one = all.putObject(id)
                    .put("answered", question.answered())
                    .put("skipped", question.skipped())
                    .put("stoppedHere", question.stoppedHere());
            ObjectNode languages = one.putObject("byLanguage");
            question.byLanguage().forEach(languages::put);
            ObjectNode counts = one.putObject("counts");
            question.counts().forEach(counts::put);
            question.mean().ifPresent(mean -> one.put("mean", mean));
            question.nps().ifPresent(nps -> one.put("nps", nps));
        });
        return json.toPrettyString();
    }

    /** Counts sessions, one after the other. */
    static final class Counter {
        /** More different answers than these are not told apart. */
        private static final int MOST_COUNTED = 200;

        private final Map<String, Tally> tallies = new LinkedHashMap<>();
        private final Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
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
            Optional<Instant> started = session.progress().started();
            Optional<Instant> ended = session.progress().ended();
            if (disposition == Disposition.COMPLETED && started.isPresent() && ended.isPresent()) {
                finished++;
                time = time.plus(Duration.between(started.get(), ended.get()));
            }
            session.answers().values().forEach(answer -> {
                Tally tally = tallies.get(idOf(answer.question()));
                if (tally != null) {
                    tally.count(answer);
                }
            });
            boolean stopped = disposition != Disposition.COMPLETED && disposition != Disposition.SCREENED_OUT;
            Tally last = tallies.get(idOf(session.progress().at()));
            if (stopped && last != null) {
                last.stoppedHere++;
            }
        }

        private static String idOf(String key) {
            return key.substring(key.lastIndexOf('.') + 1);
        }

        Summary summary() {
            Map<String, OfQuestion> questions = new LinkedHashMap<>();
            tallies.forEach((id, tally) -> questions.put(id, tally.result()));
            Optional<Duration> mean = finished == 0 ? Optional.empty() : Optional.of(time.dividedBy(finished));
            return new Summary(respondents, dispositions, mean, questions);
        }

        private static final class Tally {
            private final Question question;
            private final Map<String, Integer> byLanguage = new TreeMap<>();
            private final Map<String, Integer> counts = new TreeMap<>();
            private BigDecimal sum = BigDecimal.ZERO;
            private int answered;
            private int skipped;
            private int stoppedHere;
            private int promoters;
            private int detractors;

            Tally(Question question) {
                this.question = question;
            }

            void count(Answer answer) {
                if (!answer.isGiven()) {
                    skipped++;
                    return;
                }
                answered++;
                byLanguage.merge(answer.language(), 1, Integer::sum);
                if (!(question instanceof TextQuestion)) {
                    for (String part : answer.value().parts()) {
                        if (counts.size() < MOST_COUNTED || counts.containsKey(part)) {
                            counts.merge(part, 1, Integer::sum);
                        }
                    }
                }
                if (question instanceof NumberQuestion) {
                    answer.value().number().ifPresent(this::add);
                }
            }

            private void add(BigDecimal number) {
                sum = sum.add(number);
                if (number.compareTo(BigDecimal.valueOf(9)) >= 0) {
                    promoters++;
                } else if (number.compareTo(BigDecimal.valueOf(6)) <= 0) {
                    detractors++;
                }
            }

            OfQuestion result() {
                boolean isNumber = question instanceof NumberQuestion && answered > 0;
                boolean isNps = isNumber && ((NumberQuestion) question).scale() == Scale.NPS;
                BigDecimal of = BigDecimal.valueOf(Math.max(1, answered));
                return new OfQuestion(
                        answered,
                        skipped,
                        stoppedHere,
                        byLanguage,
                        counts,
                        isNumber ? Optional.of(sum.divide(of, 2, RoundingMode.HALF_UP)) : Optional.empty(),
                        isNps
                                ? Optional.of(BigDecimal.valueOf(100L * (promoters - detractors))
                                        .divide(of, 1, RoundingMode.HALF_UP))
                                : Optional.empty());
            }
        }
    }
}

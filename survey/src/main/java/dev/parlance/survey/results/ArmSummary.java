package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Estimate;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.internal.SessionTally;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.question.Question;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures of one arm of an experiment.
 *
 * @param people the people in this arm
 * @param completed the share of them who completed the survey, in percent; empty if there is nobody
 * @param questions the statistics of each question that comes after the one that assigns arms
 */
public record ArmSummary(int people, Optional<Estimate> completed, Map<String, ArmStatistics> questions) {
    /** Copies the map, and keeps its order. */
    public ArmSummary {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    void writeTo(ObjectNode json) {
        json.put("people", people);
        completed.ifPresent(share -> ArmStatistics.write(share, json.putObject("completed")));
        ObjectNode all = json.putObject("questions");
        questions.forEach((id, statistics) -> statistics.writeTo(all.putObject(id)));
    }

    /** Adds up the amounts for one experiment. */
    static final class Adder {
        private final Map<String, Question> questions = new LinkedHashMap<>();
        private final Map<String, ArmAdder> arms = new LinkedHashMap<>();

        Adder(Survey survey, Assignment experiment) {
            List<Question> all = survey.questions();
            all.subList(all.indexOf(experiment) + 1, all.size()).stream()
                    .filter(Question::hasAnswer)
                    .forEach(question -> questions.put(question.id(), question));
            experiment.arms().keySet().forEach(arm -> arms.put(arm, new ArmAdder()));
        }

        /**
         * Adds an amount. Leaves out arms and questions that the survey no longer has.
         *
         * @param name the arm, the kind of amount, the question, and the details
         */
        void add(List<String> name, long amount) {
            ArmAdder arm = arms.get(name.get(0));
            if (arm != null) {
                arm.add(name.get(1), name.subList(2, name.size()), amount);
            }
        }

        Map<String, ArmSummary> result() {
            Map<String, ArmSummary> result = new LinkedHashMap<>();
            arms.forEach((arm, adder) -> result.put(arm, summary(adder)));
            return Collections.unmodifiableMap(result);
        }

        private ArmSummary summary(ArmAdder arm) {
            Map<String, ArmStatistics> figures = new LinkedHashMap<>();
            questions.forEach((id, question) ->
                    figures.put(id, arm.question(id).figures(question.answers().isNumber(), chosen(id))));
            return new ArmSummary(
                    arm.people,
                    arm.people == 0 ? Optional.empty() : Optional.of(Estimate.share(arm.completed, arm.people)),
                    figures);
        }

        /** The answers to a question that were given in any arm. */
        private Set<String> chosen(String question) {
            Set<String> chosen = new TreeSet<>();
            arms.values().forEach(arm -> chosen.addAll(arm.question(question).chosen()));
            return chosen;
        }
    }

    private static final class ArmAdder {
        private final Map<String, ArmStatistics.Adder> questions = new HashMap<>();
        private int people;
        private int completed;

        ArmStatistics.Adder question(String id) {
            return questions.computeIfAbsent(id, any -> new ArmStatistics.Adder());
        }

        void add(String kind, List<String> details, long amount) {
            switch (kind) {
                case SessionTally.PEOPLE -> people += Math.toIntExact(amount);
                case SessionTally.FINISHED -> completed += Math.toIntExact(amount);
                default -> question(details.get(0)).add(kind, details.subList(1, details.size()), amount);
            }
        }
    }
}

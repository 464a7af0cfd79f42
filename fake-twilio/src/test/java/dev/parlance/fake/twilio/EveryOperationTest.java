package dev.parlance.fake.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.OperationRunner.Answer;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Conformity;
import dev.parlance.fake.twilio.catalog.Document;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each operation in Twilio's documents answers with the documented status and fields. */
class EveryOperationTest {
    private static final String HEAD = """
            | document | operations | with behaviour | generic | not there | answers as documented |
            | --- | --- | --- | --- | --- | --- |""";

    private final List<String> problems = new ArrayList<>();
    private final Counts total = new Counts();

    private static final class Counts {
        private int operations;
        private int withBehaviour;
        private int generic;
        private int missing;
        private int conforming;

        void add(Counts other) {
            operations += other.operations;
            withBehaviour += other.withBehaviour;
            generic += other.generic;
            missing += other.missing;
            conforming += other.conforming;
        }

        String row(String name) {
            return "| %s | %d | %d | %d | %d | %d |"
                    .formatted(name, operations, withBehaviour, generic, missing, conforming);
        }
    }

    @Test
    void every_operation_answers_as_documented() throws IOException {
        List<String> table = new ArrayList<>(List.of(HEAD));
        try (FakeTwilio twilio = FakeTwilio.start()) {
            twilio.mount("https://app.example", request -> WebhookResponse.noContent());
            for (Document document : Catalog.documents()) {
                twilio.reset();
                Counts counts = run(twilio, document);
                table.add(counts.row("`" + document.name() + "`"));
                total.add(counts);
            }
        }
        table.add(total.row("all"));

        assertThat(problems).isEmpty();
        assertThat(total.operations).isEqualTo(1447);
        OperationsPage.check("operations", table);
    }

    private Counts run(FakeTwilio twilio, Document document) {
        OperationRunner runner = new OperationRunner(twilio, document);
        Preparation.of(twilio, runner, document.name());
        Counts counts = new Counts();
        for (Operation operation : runner.inOrder()) {
            boolean hasBehaviour = twilio.backend().api().hasBehaviour(operation);
            List<Answer> answers = new ArrayList<>(List.of(runner.run(operation)));
            if (!hasBehaviour && !operation.method().equals("DELETE")) {
                answers.add(runner.runWithAll(operation));
            }
            counts.operations++;
            counts.withBehaviour += hasBehaviour ? 1 : 0;
            counts.generic += !hasBehaviour && answers.get(0).status() != 501 ? 1 : 0;
            counts.missing += answers.get(0).status() == 501 ? 1 : 0;
            counts.conforming += answers.stream().allMatch(answer -> conforms(operation, answer)) ? 1 : 0;
        }
        return counts;
    }

    private boolean conforms(Operation operation, Answer answer) {
        List<String> deviations = Conformity.problems(operation, answer.status(), answer.body());
        if (!deviations.isEmpty()) {
            problems.add(operation + ": " + deviations + " in " + answer);
        }
        return deviations.isEmpty();
    }
}

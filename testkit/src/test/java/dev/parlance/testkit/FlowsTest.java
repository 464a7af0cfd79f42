package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeFlow;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Studio flows: a test says their steps, and an application executes them. */
class FlowsTest {
    private static final String OURS = "+15005550100";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest studio = new Rest(twilio, "studio.twilio.com");
    private FakePhone ana;
    private String executions;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        ana = twilio.phone("+5215512345678");
        String flow = twilio.flow(
                "Welcome",
                FakeFlow.empty()
                        .asks("name", "Hello from {{flow.data.shop}}! What's your name?")
                        .texts("Thank you, {{widgets.name.inbound.Body}}."));
        executions = "/v2/Flows/" + flow + "/Executions";
    }

    private String execute() {
        return executions + "/"
                + studio.post(executions, "To", ana.number(), "From", OURS, "Parameters", "{\"shop\": \"Panadería\"}")
                        .sid();
    }

    @Test
    void a_flow_asks_and_continues_with_the_answer() {
        String execution = execute();
        ana.receives("Hello from Panadería! What's your name?");
        assertThat(studio.get(execution).text("status")).isEqualTo("active");
        ana.texts("Ana").receives("Thank you, Ana.");

        assertThat(studio.get(execution).text("status")).isEqualTo("ended");
        assertThat(studio.get(execution + "/Context")
                        .json()
                        .path("context")
                        .path("widgets")
                        .path("name")
                        .path("inbound")
                        .path("Body")
                        .asText())
                .isEqualTo("Ana");
    }

    @Test
    void an_execution_has_steps() {
        String execution = execute();
        ana.receives("Hello");
        ana.texts("Ana");
        Answer steps = studio.get(execution + "/Steps");

        assertThat(steps.json().path("steps").findValuesAsText("transitioned_to"))
                .containsExactly("Ended", "send_message_2", "name");
    }

    @Test
    void an_ended_execution_does_not_continue() {
        String execution = execute();
        ana.receives("Hello");
        studio.post(execution, "Status", "ended");
        ana.texts("Ana").receivesNothing();

        assertThat(studio.get(execution).text("status")).isEqualTo("ended");
    }

    @Test
    void a_deleted_execution_does_not_continue() {
        String execution = execute();
        ana.receives("Hello");
        assertThat(studio.delete(execution).status()).isEqualTo(204);
        ana.texts("Ana").receivesNothing();

        assertThat(studio.get(execution).status()).isEqualTo(404);
    }
}

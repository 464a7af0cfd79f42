package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues over the API, which are those of the TwiML. */
class QueueApiTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final Rest rest = new Rest(twilio, "api.twilio.com");
    private final FakePhone ana = twilio.phone("+5215512345678");
    private final FakePhone luis = twilio.phone("+33612345678");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/voice", "<Enqueue action='/left'>help</Enqueue>");
        app.answers("/left", "");
        app.answers("/agent", "<Say>Your turn</Say><Gather/>");
    }

    private String queues() {
        return rest.account() + "/Queues";
    }

    private Answer create(String name, String... more) {
        String[] form = new String[more.length + 2];
        form[0] = "FriendlyName";
        form[1] = name;
        System.arraycopy(more, 0, form, 2, more.length);
        return rest.post(queues() + ".json", form);
    }

    @Test
    void a_caller_waits_in_the_queue_that_the_api_created() {
        String queue = queues() + "/" + create("help").sid();
        FakeCall first = ana.calls(OURS);
        twilio.advance(Duration.ofSeconds(30));
        FakeCall second = luis.calls(OURS);
        twilio.advance(Duration.ofSeconds(10));

        Answer fetched = rest.get(queue + ".json");
        assertThat(fetched.json().path("current_size").asInt()).isEqualTo(2);
        assertThat(fetched.json().path("average_wait_time").asInt()).isEqualTo(25);
        Answer members = rest.get(queue + "/Members.json");
        assertThat(members.json().path("queue_members").path(0).path("call_sid").asText())
                .isEqualTo(first.sid());
        Answer last = rest.get(queue + "/Members/" + second.sid() + ".json");
        assertThat(last.json().path("position").asInt()).isEqualTo(2);
        assertThat(last.json().path("wait_time").asInt()).isEqualTo(10);
    }

    @Test
    void the_api_takes_the_caller_in_front_or_another_one() {
        String queue = queues() + "/" + create("help").sid();
        FakeCall first = ana.calls(OURS);
        FakeCall second = luis.calls(OURS);

        rest.post(queue + "/Members/" + second.sid() + ".json", "Url", APP + "/agent");
        twilio.settle();
        second.hears("Your turn");
        assertThat(first.state()).isEqualTo("waiting in the queue help");
        rest.post(queue + "/Members/Front.json", "Url", APP + "/agent");
        twilio.settle();

        first.hears("Your turn");
        assertThat(app.sentTo("/left").required("QueueResult")).isEqualTo("redirected");
        isError(rest.get(queue + "/Members/Front.json"), 404, 20404);
        isError(rest.post(queue + "/Members/" + first.sid() + ".json", "Url", APP + "/agent"), 404, 20404);
    }

    @Test
    void a_queue_of_the_twiml_is_listed() {
        ana.calls(OURS);

        Answer listed = rest.get(queues() + ".json");

        assertThat(listed.json().path("queues").path(0).path("friendly_name").asText())
                .isEqualTo("help");
        isError(create("help"), 400, 22003);
    }

    @Test
    void a_queue_with_callers_is_not_deleted() {
        String queue = queues() + "/" + create("help").sid();
        FakeCall call = ana.calls(OURS);
        isError(rest.delete(queue + ".json"), 400, 22002);

        call.hangsUp();

        assertThat(rest.delete(queue + ".json").status()).isEqualTo(204);
    }

    @Test
    void a_full_queue_takes_nobody() {
        String queue = queues() + "/" + create("help", "MaxSize", "1").sid();
        ana.calls(OURS);
        luis.calls(OURS);
        assertThat(app.sentTo("/left").required("QueueResult")).isEqualTo("queue-full");

        Answer changed = rest.post(queue + ".json", "MaxSize", "2", "FriendlyName", "desk");

        assertThat(changed.json().path("max_size").asInt()).isEqualTo(2);
        assertThat(changed.text("friendly_name")).isEqualTo("desk");
        isError(rest.post(queue + ".json", "MaxSize", "5001"), 400, 20001);
    }

    @Test
    void a_caller_with_an_agent_is_redirected_and_the_agent_is_free() {
        ana.calls(OURS);
        app.answers("/voice", "<Dial><Queue>help</Queue></Dial><Say>Next, please</Say>");
        FakeCall agent = luis.calls(OURS);
        FakeCall call = ana.callHistory().get(0);

        rest.post(rest.account() + "/Calls/" + call.sid() + ".json", "Url", APP + "/agent");
        twilio.settle();

        call.hears("Your turn");
        agent.hears("Next, please");
        assertThat(app.sentTo("/left").required("QueueResult")).isEqualTo("redirected-from-bridged");
    }
}

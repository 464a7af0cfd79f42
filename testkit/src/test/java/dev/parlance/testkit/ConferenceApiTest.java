package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.Parameters;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conferences and participants over the API. */
class ConferenceApiTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final Rest rest = new Rest(twilio, "api.twilio.com");
    private final FakePhone ana = twilio.phone("+5215512345678");
    private final FakePhone luis = twilio.phone("+33612345678");
    private FakeCall anaCall;
    private FakeCall luisCall;

    @BeforeEach
    void twoPeopleAreInAConference() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers(
                "/voice",
                "<Dial><Conference beep='false' statusCallback='/events' statusCallbackEvent='"
                        + "start end join leave mute hold modify speaker announcement'>room</Conference></Dial>"
                        + "<Say>fin</Say>");
        app.answers("/events", "");
        anaCall = ana.calls(OURS);
        luisCall = luis.calls(OURS);
    }

    private String conferences() {
        return rest.account() + "/Conferences";
    }

    private String conference() {
        return rest.get(conferences() + ".json?FriendlyName=room")
                .json()
                .path("conferences")
                .path(0)
                .path("sid")
                .asText();
    }

    private String participants() {
        return conferences() + "/" + conference() + "/Participants";
    }

    private Answer change(FakeCall call, String... form) {
        Answer changed = rest.post(participants() + "/" + call.sid() + ".json", form);
        twilio.settle();
        return changed;
    }

    private Answer add(FakePhone phone, String... more) {
        String[] form = new String[more.length + 4];
        System.arraycopy(new String[] {"From", OURS, "To", phone.number()}, 0, form, 0, 4);
        System.arraycopy(more, 0, form, 4, more.length);
        return rest.post(participants() + ".json", form);
    }

    private List<Parameters> events() {
        twilio.settle();
        return app.allSentTo("/events");
    }

    private List<String> eventNames() {
        return events().stream()
                .map(event -> event.required("StatusCallbackEvent"))
                .toList();
    }

    private Parameters lastEvent() {
        return events().get(events().size() - 1);
    }

    @Test
    void a_conference_that_goes_on_is_listed() {
        Answer fetched = rest.get(conferences() + "/" + conference() + ".json");

        assertThat(fetched.text("status")).isEqualTo("in-progress");
        assertThat(fetched.json().path("reason_conference_ended").isNull()).isTrue();
        Answer listed = rest.get(participants() + ".json");
        assertThat(StreamSupport.stream(listed.json().path("participants").spliterator(), false))
                .extracting(each -> each.path("call_sid").asText())
                .containsExactly(anaCall.sid(), luisCall.sid());
    }

    @Test
    void a_name_that_is_used_again_is_another_conference() {
        String first = conference();
        anaCall.hangsUp();
        luisCall.hangsUp();

        assertThat(conference()).isEmpty();
        Answer old = rest.get(conferences() + "/" + first + ".json");
        assertThat(old.text("status")).isEqualTo("completed");
        assertThat(old.text("reason_conference_ended")).isEqualTo("last-participant-left");
        assertThat(old.text("call_sid_ending_conference")).isEqualTo(luisCall.sid());
        ana.calls(OURS);
        assertThat(conference()).startsWith("CF").isNotEqualTo(first);
        assertThat(rest.get(conferences() + ".json?Status=completed").json().path("conferences"))
                .hasSize(1);
    }

    @Test
    void the_api_ends_a_conference_and_the_calls_go_on() {
        String sid = conference();

        Answer ended = rest.post(conferences() + "/" + sid + ".json", "Status", "completed");

        assertThat(ended.text("status")).isEqualTo("completed");
        assertThat(ended.text("reason_conference_ended")).isEqualTo("conference-ended-via-api");
        anaCall.hears("fin");
        luisCall.hears("fin");
        assertThat(eventNames()).endsWith("participant-leave", "participant-leave", "conference-end");
        assertThat(events().get(3).required("ReasonParticipantLeft")).isEqualTo("conference_ended_via_api");
        isError(rest.post(conferences() + "/" + sid + ".json", "Status", "completed"), 400, 20001);
        isError(rest.get(conferences() + "/" + sid + "/Participants/" + anaCall.sid() + ".json"), 404, 20404);
    }

    @Test
    void everyone_hears_an_announcement() {
        app.answers("/announce", "<Say>This call is recorded</Say>");

        rest.post(conferences() + "/" + conference() + ".json", "AnnounceUrl", APP + "/announce");
        twilio.settle();

        anaCall.hears("This call is recorded");
        luisCall.hears("This call is recorded").says("fine");
        anaCall.hears("fine");
        assertThat(lastEvent().required("StatusCallbackEvent")).isEqualTo("participant-speech-stop");
        assertThat(eventNames()).contains("announcement-end", "participant-speech-start");
    }

    @Test
    void one_participant_hears_an_announcement() {
        app.answers("/announce", "<Say>One minute left</Say>");

        change(anaCall, "AnnounceUrl", APP + "/announce");

        anaCall.hears("One minute left");
        assertThat(luisCall.heard()).doesNotContain("One minute left");
        assertThat(lastEvent().required("CallSid")).isEqualTo(anaCall.sid());
    }

    @Test
    void a_participant_on_hold_hears_the_music_and_nobody_else() {
        app.answers("/hold", "<Say>Please hold</Say><Redirect>/hold</Redirect>");

        Answer held = change(anaCall, "Hold", "true", "HoldUrl", APP + "/hold");

        assertThat(held.json().path("hold").asBoolean()).isTrue();
        anaCall.hears("Please hold");
        luisCall.says("psst");
        anaCall.says("hello?");
        assertThat(anaCall.heard()).doesNotContain("+33612345678 says: psst");
        assertThat(luisCall.heard()).noneMatch(heard -> heard.contains("hello?"));
        assertThat(anaCall.state()).isEqualTo("on hold in the conference room");

        change(anaCall, "Hold", "false");
        luisCall.says("you are back");
        anaCall.hears("you are back");
        assertThat(eventNames()).contains("participant-hold", "participant-unhold");
    }

    @Test
    void nobody_hears_a_muted_participant() {
        change(anaCall, "Muted", "true");
        anaCall.says("can you hear me?");
        assertThat(luisCall.heard()).noneMatch(heard -> heard.contains("can you hear me?"));

        change(anaCall, "Muted", "false");
        anaCall.says("and now?");
        luisCall.hears("and now?");
        assertThat(eventNames()).contains("participant-mute", "participant-unmute");
        assertThat(rest.get(participants() + ".json?Muted=true").json().path("participants"))
                .isEmpty();
    }

    @Test
    void a_coach_is_heard_only_by_the_person_they_coach() {
        FakePhone boss = twilio.phone("+442071838750");
        add(boss, "CallSidToCoach", luisCall.sid(), "Coaching", "true", "Beep", "false");
        FakeCall bossCall = boss.answers();

        bossCall.says("offer a discount");

        luisCall.hears("offer a discount");
        assertThat(anaCall.heard()).noneMatch(heard -> heard.contains("discount"));
        isError(
                rest.post(
                        participants() + "/" + anaCall.sid() + ".json", "CallSidToCoach", "CA" + "0".repeat(31) + "9"),
                400,
                20001);
    }

    @Test
    void the_api_adds_a_participant_who_joins_when_they_answer() {
        FakePhone agent = twilio.phone("+442071838750");

        Answer added = add(agent, "Label", "agent", "EarlyMedia", "false", "EndConferenceOnExit", "true");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("status")).isEqualTo("queued");
        assertThat(added.text("label")).isEqualTo("agent");
        twilio.settle();
        assertThat(rest.get(participants() + "/agent.json").text("status")).isEqualTo("ringing");
        FakeCall agentCall = agent.answers().says("how can I help?");
        anaCall.hears("how can I help?");
        assertThat(rest.get(participants() + "/agent.json").text("status")).isEqualTo("connected");
        assertThat(lastEvent().required("ParticipantLabel")).isEqualTo("agent");

        agentCall.hangsUp();

        anaCall.hears("fin");
        assertThat(lastEvent().required("ParticipantLabelEndingConference")).isEqualTo("agent");
    }

    @Test
    void a_participant_who_does_not_answer_leaves_again() {
        FakePhone agent = twilio.phone("+442071838750").isBusy();

        Answer added = add(agent, "StatusCallback", APP + "/progress", "StatusCallbackEvent", "initiated completed");
        twilio.settle();

        assertThat(lastEvent().required("ReasonParticipantLeft")).isEqualTo("participant_add_failed");
        assertThat(lastEvent().required("ParticipantCallStatus")).isEqualTo("busy");
        isError(rest.get(participants() + "/" + added.text("call_sid") + ".json"), 404, 20404);
        assertThat(app.sentTo("/progress").required("CallStatus")).isEqualTo("initiated");
    }

    @Test
    void a_name_without_a_conference_begins_one() {
        Answer added = rest.post(
                conferences() + "/team/Participants.json",
                "From",
                OURS,
                "To",
                ana.number(),
                "ConferenceStatusCallback",
                APP + "/events",
                "ConferenceStatusCallbackEvent",
                "join");

        twilio.phone(ana.number()).answers();

        assertThat(added.text("conference_sid")).startsWith("CF").isNotEqualTo(conference());
        assertThat(lastEvent().required("FriendlyName")).isEqualTo("team");
    }

    @Test
    void labels_are_unique() {
        FakePhone agent = twilio.phone("+442071838750");
        add(agent, "Label", "agent");

        isError(add(agent, "Label", "agent"), 400, 16026);
        isError(add(agent, "Label", "a/b"), 400, 16024);
        isError(add(agent, "MaxParticipants", "3"), 400, 16020);
        app.answers("/voice", "<Dial><Conference participantLabel='agent'>room</Conference></Dial><Say>not in</Say>");
        twilio.phone("+442071838751").calls(OURS).hears("not in");
        assertThat(twilio.alerts()).extracting(alert -> alert.code()).containsExactly(16025);
    }

    @Test
    void a_completed_conference_takes_no_participant() {
        String sid = conference();
        rest.post(conferences() + "/" + sid + ".json", "Status", "completed");

        isError(
                rest.post(conferences() + "/" + sid + "/Participants.json", "From", OURS, "To", ana.number()),
                404,
                16022);
    }

    @Test
    void a_participant_is_removed_and_their_call_goes_on() {
        Answer removed = rest.delete(participants() + "/" + luisCall.sid() + ".json");
        assertThat(removed.status()).isEqualTo(204);
        luisCall.hears("fin");
        assertThat(anaCall.state()).isEqualTo("in the conference room");

        rest.delete(participants() + "/" + anaCall.sid() + ".json");

        assertThat(lastEvent().required("ReasonConferenceEnded")).isEqualTo("last-participant-kicked");
    }

    @Test
    void a_participant_who_rings_is_removed() {
        FakePhone agent = twilio.phone("+442071838750");
        Answer added = add(agent);
        twilio.settle();
        assertThat(agent.isRinging()).isTrue();

        rest.delete(participants() + "/" + added.text("call_sid") + ".json");

        assertThat(agent.isRinging()).isFalse();
        assertThat(agent.callHistory().get(0).status()).isEqualTo("canceled");
    }

    @Test
    void the_last_change_decides_whether_the_conference_ends() {
        change(luisCall, "EndConferenceOnExit", "true");
        luisCall.hangsUp();

        anaCall.hears("fin");
        assertThat(eventNames()).contains("participant-modify");
    }

    @Test
    void a_call_that_the_api_ends_or_redirects_leaves_its_conference() {
        app.answers("/other", "<Say>elsewhere</Say><Gather/>");
        String calls = rest.account() + "/Calls/";

        rest.post(calls + luisCall.sid() + ".json", "Url", APP + "/other");
        twilio.settle();
        luisCall.hears("elsewhere");
        assertThat(lastEvent().required("ReasonParticipantLeft")).isEqualTo("participant_updated_via_api");

        rest.post(calls + anaCall.sid() + ".json", "Status", "completed");

        assertThat(eventNames()).endsWith("participant-leave", "conference-end");
    }
}

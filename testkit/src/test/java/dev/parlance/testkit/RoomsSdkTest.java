package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.base.ResourceSet;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.call.Recording;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.queue.Member;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakeTwilio;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twilio's own Java library with conferences, queues and recordings. */
class RoomsSdkTest {
    private static final PhoneNumber OURS = new PhoneNumber("+15005550100");
    private static final PhoneNumber ANA = new PhoneNumber("+5215512345678");
    private static final PhoneNumber LUIS = new PhoneNumber("+33612345678");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private TwilioRestClient client;

    @BeforeEach
    void open() {
        twilio.number(OURS.getEndpoint());
        twilio.mount(VoiceApp.URL, app);
        HttpClientBuilder http = HttpClientBuilder.create()
                .setProxy(new HttpHost("localhost", twilio.proxyUrl().getPort()))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(twilio.sslContext()))
                        .build());
        client = new TwilioRestClient.Builder(
                        twilio.accountSid(), twilio.authToken().reveal())
                .httpClient(new NetworkHttpClient(http))
                .build();
    }

    private static <T extends com.twilio.base.Resource> List<T> all(ResourceSet<T> set) {
        return StreamSupport.stream(set.spliterator(), false).toList();
    }

    @Test
    void people_are_added_to_a_conference_held_and_removed() {
        app.answers("/hold", "<Say>Please hold</Say>");
        Participant ana = Participant.creator("team", OURS, ANA).setLabel("ana").create(client);
        FakeCall anaCall = twilio.phone(ANA.getEndpoint()).answers();
        Participant.creator(ana.getConferenceSid(), OURS, LUIS).create(client);
        FakeCall luisCall = twilio.phone(LUIS.getEndpoint()).answers();
        String sid = ana.getConferenceSid();

        assertThat(Conference.fetcher(sid).fetch(client).getStatus()).isEqualTo(Conference.Status.IN_PROGRESS);
        assertThat(all(Participant.reader(sid).read(client))).hasSize(2);
        Participant held = Participant.updater(sid, "ana")
                .setHold(true)
                .setHoldUrl(URI.create(VoiceApp.URL + "/hold"))
                .update(client);
        twilio.settle();
        assertThat(held.getHold()).isTrue();
        anaCall.hears("Please hold");
        assertThat(Participant.deleter(sid, "ana").delete(client)).isTrue();

        Conference.updater(sid).setStatus(Conference.UpdateStatus.COMPLETED).update(client);

        assertThat(Conference.fetcher(sid).fetch(client).getReasonConferenceEnded())
                .isEqualTo(Conference.ReasonConferenceEnded.CONFERENCE_ENDED_VIA_API);
        twilio.settle();
        assertThat(luisCall.isOver()).isTrue();
    }

    @Test
    void a_caller_in_a_queue_is_taken_out_of_it() {
        app.answers("/agent", "<Say>Your turn</Say><Gather/>");
        Queue queue = Queue.creator("help").setMaxSize(5).create(client);
        Call.creator(ANA, OURS, new Twiml("<Response><Enqueue>help</Enqueue></Response>"))
                .create(client);
        FakeCall call = twilio.phone(ANA.getEndpoint()).answers();

        assertThat(Queue.fetcher(queue.getSid()).fetch(client).getCurrentSize()).isEqualTo(1);
        assertThat(all(Member.reader(queue.getSid()).read(client)))
                .extracting(Member::getCallSid)
                .containsExactly(call.sid());
        Member.updater(queue.getSid(), "Front", URI.create(VoiceApp.URL + "/agent"))
                .update(client);
        twilio.settle();

        call.hears("Your turn");
        assertThat(Queue.deleter(queue.getSid()).delete(client)).isTrue();
    }

    @Test
    void a_call_is_recorded_paused_and_stopped() {
        Call.creator(ANA, OURS, new Twiml("<Response><Gather/></Response>")).create(client);
        FakeCall call = twilio.phone(ANA.getEndpoint()).answers();

        Recording started = Recording.creator(call.sid()).create(client);
        Recording paused = Recording.updater(call.sid(), "Twilio.CURRENT", Recording.Status.PAUSED)
                .update(client);
        Recording.updater(call.sid(), started.getSid(), Recording.Status.STOPPED)
                .update(client);
        twilio.settle();

        assertThat(paused.getStatus()).isEqualTo(Recording.Status.PAUSED);
        assertThat(Recording.fetcher(call.sid(), started.getSid()).fetch(client).getStatus())
                .isEqualTo(Recording.Status.COMPLETED);
    }
}

package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.type.PhoneNumber;
import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.replay.Difference;
import dev.parlance.fake.twilio.replay.PassThrough;
import dev.parlance.fake.twilio.replay.Recorder;
import dev.parlance.fake.twilio.replay.Recording;
import dev.parlance.fake.twilio.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twilio's own Java library is recorded and replayed. A second fake plays the real Twilio. */
class RecordAndReplayTest {
    private static final PhoneNumber ANA = new PhoneNumber("+5215512345678");

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private final FakeTwilio real = FakeTwilio.start(FakeAccount.random());

    @TempDir
    private Path folder;

    private Path file;
    private PassThrough toReal;

    @BeforeEach
    void open() {
        file = folder.resolve("buying-a-number.json");
        // snippet: settings
        PassThrough toTwilio =
                PassThrough.to("api.twilio.com", "messaging.twilio.com").savedTo(file);
        // end
        toReal = toTwilio.at(real.url());
    }

    @AfterEach
    void close() {
        real.close();
    }

    /** A client of the fake with the credentials of an account. */
    private TwilioRestClient client(FakeTwilio account) {
        HttpClientBuilder http = HttpClientBuilder.create()
                .setProxy(new HttpHost("localhost", twilio.proxyUrl().getPort()))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(twilio.sslContext()))
                        .build());
        return new TwilioRestClient.Builder(
                        account.accountSid(), account.authToken().reveal())
                .accountSid(account.accountSid())
                .httpClient(new NetworkHttpClient(http))
                .build();
    }

    /** Records what a client does, and saves it. */
    private void record(Runnable client) {
        try (Recorder recorder = twilio.record(toReal)) {
            client.run();
            assertThat(recorder.recording().size()).isPositive();
        }
    }

    /** What an application does: it buys a number, texts from it and reads the text. */
    private List<Message> buysANumberAndTexts(TwilioRestClient client) {
        PhoneNumber found = Local.reader("US")
                .setAreaCode(415)
                .limit(1)
                .read(client)
                .iterator()
                .next()
                .getPhoneNumber();
        IncomingPhoneNumber bought =
                IncomingPhoneNumber.creator(found).setFriendlyName("Lovelace").create(client);
        Message sent =
                Message.creator(ANA, bought.getPhoneNumber(), "see you at nine").create(client);
        real.settle(); // so that the status is the same in each run
        return List.of(sent, Message.fetcher(sent.getSid()).fetch(client));
    }

    @Test
    void a_recording_is_replayed_without_the_real_api() {
        TwilioRestClient client = client(real);
        List<Message> live;
        PassThrough toTwilio = toReal;
        // snippet: record
        try (Recorder recorder = twilio.record(toTwilio)) {
            live = buysANumberAndTexts(client); // with the credentials of your account
            assertThat(recorder.recording().size()).isEqualTo(4); // requests
        }
        // end
        real.close();
        client = client(twilio);

        // snippet: replay
        Replay replay = twilio.replay(Recording.load(file));
        List<Message> replayed = buysANumberAndTexts(client);

        assertThat(replay.unused()).isEmpty();
        // end
        assertThat(replayed)
                .extracting(Message::getStatus)
                .containsExactlyElementsOf(live.stream().map(Message::getStatus).toList());
        assertThat(replayed.get(1)).satisfies(text -> {
            assertThat(text.getTo()).isEqualTo(ANA.getEndpoint());
            assertThat(text.getBody()).isEqualTo("see you at nine");
            assertThat(text.getAccountSid()).isEqualTo(twilio.accountSid());
            assertThat(text.getSid())
                    .isEqualTo(replayed.get(0).getSid())
                    .isNotEqualTo(live.get(0).getSid());
            assertThat(text.getFrom().getEndpoint()).startsWith("+1415555");
        });
    }

    @Test
    void nothing_of_the_account_and_of_people_is_in_the_file() throws IOException {
        List<Message> live = new ArrayList<>();
        record(() -> live.addAll(buysANumberAndTexts(client(real))));

        assertThat(Files.readString(file))
                .doesNotContain(
                        real.accountSid(),
                        real.authToken().reveal(),
                        "5512345678",
                        live.get(0).getFrom().getEndpoint(),
                        live.get(0).getSid(),
                        "Lovelace",
                        "see you",
                        "localhost",
                        "Authorization",
                        "Basic");
        assertThat(twilio.log().toString())
                .doesNotContain(real.accountSid(), live.get(0).getSid());
    }

    @Test
    void a_client_follows_the_pages_of_a_replayed_list() {
        for (int i = 0; i < 5; i++) {
            real.number("+1500555010" + i);
        }
        record(() -> {
            assertThat(numbers(client(real))).hasSize(5);
        });

        twilio.replay(Recording.load(file));

        assertThat(numbers(client(twilio)))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.startsWith("+1500555"));
    }

    private static List<String> numbers(TwilioRestClient client) {
        List<String> numbers = new ArrayList<>();
        IncomingPhoneNumber.reader()
                .pageSize(2)
                .read(client)
                .forEach(number -> numbers.add(number.getPhoneNumber().getEndpoint()));
        return numbers;
    }

    @Test
    void an_error_is_recorded_and_replayed() {
        record(() -> {
            assertThatThrownBy(() -> Message.fetcher("SM" + "a".repeat(32)).fetch(client(real)));
        });

        twilio.replay(Recording.load(file));

        assertThatThrownBy(() -> Message.fetcher("SM" + "b".repeat(32)).fetch(client(twilio)))
                .isInstanceOfSatisfying(ApiException.class, error -> {
                    assertThat(error.getStatusCode()).isEqualTo(404);
                    assertThat(error.getCode()).isEqualTo(20404);
                });
    }

    @Test
    void a_request_that_was_not_recorded_fails_with_the_nearest_one() {
        record(() -> {
            Service.creator("Lovelace").create(client(real));
        });
        Replay replay = twilio.replay(Recording.load(file));

        assertThatThrownBy(
                        () -> Service.creator("Lovelace").setStickySender(true).create(client(twilio)))
                .hasMessageContaining("no answer to POST messaging.twilio.com/v1/Services with these values or"
                        + " parameters [FriendlyName, StickySender]")
                .hasMessageContaining("The nearest: POST messaging.twilio.com/v1/Services [FriendlyName]");
        assertThatThrownBy(() -> Message.creator(ANA, ANA, "hola").create(client(twilio)))
                .hasMessageContaining("no unused answer to POST api.twilio.com/2010-04-01/Accounts")
                .hasMessageContaining("Next in it: POST messaging.twilio.com/v1/Services");
        assertThat(replay.unused()).containsExactly("POST messaging.twilio.com/v1/Services");
    }

    @Test
    void one_mask_stands_for_one_value() {
        real.number("+15005550100");
        PhoneNumber ours = new PhoneNumber("+15005550100");
        record(() -> {
            Message.creator(ANA, ours, "one").create(client(real));
            Message.creator(ANA, ours, "two").create(client(real));
        });
        twilio.replay(Recording.load(file));
        Message.creator(ANA, ours, "one").create(client(twilio));

        assertThatThrownBy(() -> Message.creator(ours, ANA, "two").create(client(twilio)))
                .hasMessageContaining("with these values");
    }

    @Test
    void a_read_can_be_repeated_more_often_than_it_was_recorded() {
        real.number("+15005550100");
        record(() -> {
            numbers(client(real));
        });
        twilio.replay(Recording.load(file));

        assertThat(numbers(client(twilio))).isEqualTo(numbers(client(twilio))).hasSize(1);
    }

    @Test
    void a_replay_ends_with_reset() {
        record(() -> {
            numbers(client(real));
        });
        twilio.number("+15005550177");
        twilio.replay(Recording.load(file));
        assertThat(numbers(client(twilio))).isEmpty();

        twilio.reset();
        assertThatThrownBy(() -> Message.creator(ANA, ANA, "hola").create(client(twilio)))
                .hasMessageNotContaining("recording");
    }

    @Test
    void the_fake_has_no_differences_from_a_recording_of_itself() {
        record(() -> {
            buysANumberAndTexts(client(real));
            numbers(client(real));
        });

        // snippet: differences
        List<Difference> differences = twilio.differencesFrom(Recording.load(file));

        assertThat(differences).isEmpty();
        // end
        assertThat(twilio.sent()).isEmpty();
        assertThat(numbers(client(twilio))).isEmpty();
    }

    @Test
    void a_refusal_of_the_real_api_is_a_difference() {
        real.number("+15005550100");
        twilio.number("+15005550101"); // the mask of that number
        real.failNext("POST *Messages.json", ApiFault.error(403, 21610, "opted out"));
        record(() -> {
            assertThatThrownBy(() -> Message.creator(ANA, new PhoneNumber("+15005550100"), "hola")
                    .create(client(real)));
        });

        assertThat(twilio.differencesFrom(Recording.load(file)))
                .singleElement()
                .satisfies(difference -> assertThat(difference.toString())
                        .isEqualTo("1. POST api.twilio.com/2010-04-01/Accounts/AC" + "0".repeat(32)
                                + "/Messages.json: status: 403 in the recording, 201 in the fake"));
    }

    @Test
    void a_replay_set_up_before_the_first_test_starts_again_with_each_test() {
        record(() -> {
            Service.creator("Lovelace").create(client(real));
        });
        Recording recording = Recording.load(file);
        try (FakeTwilio other = FakeTwilio.create()) {
            other.lifecycle().beforeAll();
            other.replay(recording);
            for (int test = 0; test < 2; test++) {
                other.lifecycle().beforeEach();
                Rest rest = new Rest(other, "messaging.twilio.com");
                assertThat(rest.post("/v1/Services", "FriendlyName", "Ada").status())
                        .isEqualTo(201);
                assertThat(rest.post("/v1/Services", "FriendlyName", "Ada").status())
                        .isEqualTo(501);
                other.lifecycle().afterEach();
            }
        }
    }

    @Test
    void fields_and_types_and_words_that_differ_are_listed() throws IOException {
        real.number("+15005550100");
        twilio.number("+15005550101");
        record(() -> {
            numbers(client(real));
        });
        String changed = Files.readString(file)
                .replace("\"beta\" : false", "\"beta\" : \"no\"")
                .replace("\"voice_method\" : \"POST\"", "\"voice_method\" : \"GET\"")
                .replace("\"origin\"", "\"origins\"")
                .replaceAll("\"sid\" : \"PN", "\"sid\" : \"PX");
        Files.writeString(file, changed);

        assertThat(twilio.differencesFrom(Recording.load(file)))
                .extracting(Difference::place, Difference::kind)
                .containsExactlyInAnyOrder(
                        tuple("incoming_phone_numbers[0].beta", Difference.Kind.TYPE),
                        tuple("incoming_phone_numbers[0].voice_method", Difference.Kind.VALUE),
                        tuple("incoming_phone_numbers[0].origins", Difference.Kind.MISSING),
                        tuple("incoming_phone_numbers[0].origin", Difference.Kind.ADDITIONAL),
                        tuple("incoming_phone_numbers[0].sid", Difference.Kind.TYPE));
    }
}

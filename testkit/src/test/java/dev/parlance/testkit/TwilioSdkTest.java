package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.Token;
import com.twilio.rest.api.v2010.account.ValidationRequest;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.rest.api.v2010.account.usage.Record;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.conversation.Participant;
import com.twilio.rest.conversations.v1.conversation.Webhook;
import com.twilio.rest.serverless.v1.Service;
import com.twilio.rest.serverless.v1.service.Asset;
import com.twilio.rest.serverless.v1.service.Environment;
import com.twilio.rest.serverless.v1.service.Function;
import com.twilio.rest.serverless.v1.service.environment.Variable;
import com.twilio.rest.sync.v1.service.Document;
import com.twilio.rest.verify.v2.VerificationAttempt;
import com.twilio.rest.verify.v2.service.Verification;
import com.twilio.rest.verify.v2.service.VerificationCheck;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakeMedia;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.LineType;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twilio's own Java library, unchanged: it connects to {@code https://api.twilio.com} through the fake's proxy. */
class TwilioSdkTest {
    private static final PhoneNumber OURS = new PhoneNumber("+15005550100");
    private static final PhoneNumber ANA = new PhoneNumber("+5215512345678");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private TwilioRestClient client;

    @BeforeEach
    void open() {
        twilio.number(OURS.getEndpoint());
        client = client(twilio.accountSid(), twilio.authToken().reveal());
    }

    private static TwilioRestClient client(String user, String password) {
        return client(user, password, null, null);
    }

    private static TwilioRestClient client(String user, String password, String region, String edge) {
        HttpClientBuilder http = HttpClientBuilder.create()
                .setProxy(new HttpHost("localhost", twilio.proxyUrl().getPort()))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(twilio.sslContext()))
                        .build());
        return new TwilioRestClient.Builder(user, password)
                .accountSid(twilio.accountSid())
                .region(region)
                .edge(edge)
                .httpClient(new NetworkHttpClient(http))
                .build();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(twilio.alerts()).isEmpty();
    }

    private static <T extends com.twilio.base.Resource> List<T> all(ResourceSet<T> set) {
        return StreamSupport.stream(set.spliterator(), false).toList();
    }

    @Test
    void a_message_is_scheduled() {
        String service = twilio.messagingService(OURS.getEndpoint());

        Message message = Message.creator(ANA, service, "later")
                .setScheduleType(Message.ScheduleType.FIXED)
                .setSendAt(twilio.clock().instant().atZone(ZoneOffset.UTC).plusHours(1))
                .create(client);

        assertThat(message.getStatus()).isEqualTo(Message.Status.SCHEDULED);
    }

    @Test
    void a_client_uses_a_region() {
        client = client(twilio.accountSid(), twilio.authToken().reveal(), "ie1", "dublin");

        assertThat(Message.creator(ANA, OURS, "hola").create(client).getSid()).startsWith("SM");
        assertThat(all(Conversation.reader().read(client))).isEmpty();
    }

    @Test
    void messages_are_listed_updated_and_deleted() {
        Message sent = Message.creator(ANA, OURS, "hola").create(client);
        for (int i = 0; i < 6; i++) {
            Message.creator(ANA, OURS, "more " + i).create(client);
        }
        twilio.settle();

        Message fetched = Message.fetcher(sent.getSid()).fetch(client);
        assertThat(fetched.getStatus()).isEqualTo(Message.Status.DELIVERED);
        assertThat(fetched.getDateSent().toInstant()).isEqualTo(twilio.clock().instant());
        assertThat(all(Message.reader().setTo(ANA).pageSize(2).read(client)))
                .extracting(Message::getBody)
                .containsExactly("more 5", "more 4", "more 3", "more 2", "more 1", "more 0", "hola");
        assertThat(Message.updater(sent.getSid()).setBody("").update(client).getBody())
                .isEmpty();
        assertThat(Message.deleter(sent.getSid()).delete(client)).isTrue();
        assertThatThrownBy(() -> Message.fetcher(sent.getSid()).fetch(client))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
    }

    @Test
    void media_is_fetched_and_deleted() {
        twilio.phone(ANA.getEndpoint()).texts("look", FakeMedia.of("image/png", new byte[] {1}));
        Message received = Message.reader().read(client).iterator().next();

        Media media = Media.reader(received.getSid()).read(client).iterator().next();
        assertThat(Media.fetcher(received.getSid(), media.getSid())
                        .fetch(client)
                        .getContentType())
                .isEqualTo("image/png");
        assertThat(Media.deleter(received.getSid(), media.getSid()).delete(client))
                .isTrue();
    }

    @Test
    void calls_are_made_and_recorded() {
        twilio.mount(
                "https://app.example",
                request -> WebhookResponse.of(VoiceTwiml.create().hangup()));
        Call call = Call.creator(ANA, OURS, new Twiml("<Response><Record action='https://app.example'/></Response>"))
                .create(client);
        assertThat(call.getStatus()).isEqualTo(Call.Status.QUEUED);
        FakeCall hers = twilio.phone(ANA.getEndpoint()).answers();
        assertThat(Call.fetcher(call.getSid()).fetch(client).getStatus()).isEqualTo(Call.Status.IN_PROGRESS);
        hers.says("uno").presses("#");

        assertThat(all(Call.reader().setStatus(Call.Status.COMPLETED).read(client)))
                .hasSize(1);
        Recording recording = Recording.reader()
                .setCallSid(call.getSid())
                .read(client)
                .iterator()
                .next();
        assertThat(Recording.fetcher(recording.getSid()).fetch(client).getDuration())
                .isEqualTo("1");
        assertThat(Recording.deleter(recording.getSid()).delete(client)).isTrue();
        assertThat(Call.deleter(call.getSid()).delete(client)).isTrue();
    }

    @Test
    void a_call_is_redirected_and_ended() {
        Call call = Call.creator(ANA, OURS, new Twiml("<Response><Pause/><Gather/></Response>"))
                .create(client);
        FakeCall hers = twilio.phone(ANA.getEndpoint()).answers();

        Call.updater(call.getSid())
                .setTwiml(new Twiml("<Response><Say>moved</Say><Gather/></Response>"))
                .update(client);
        hers.hears("moved");
        Call ended = Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(client);

        assertThat(ended.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(hers.isOver()).isTrue();
        assertThatThrownBy(() -> Call.updater(call.getSid())
                        .setTwiml(new Twiml("<Response/>"))
                        .update(client))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(21220));
    }

    @Test
    void numbers_caller_ids_and_applications_are_managed() {
        IncomingPhoneNumber bought =
                IncomingPhoneNumber.creator(new PhoneNumber("+15005550006")).create(client);
        IncomingPhoneNumber.updater(bought.getSid())
                .setSmsUrl(URI.create("https://app.example/sms"))
                .update(client);
        assertThat(IncomingPhoneNumber.fetcher(bought.getSid()).fetch(client).getSmsUrl())
                .isEqualTo(URI.create("https://app.example/sms"));
        assertThat(all(IncomingPhoneNumber.reader().pageSize(1).read(client))).hasSize(2);
        assertThat(IncomingPhoneNumber.deleter(bought.getSid()).delete(client)).isTrue();

        ValidationRequest request = ValidationRequest.creator(ANA).create(client);
        assertThat(request.getValidationCode()).hasSize(6);
        twilio.settle();
        OutgoingCallerId verified =
                OutgoingCallerId.reader().read(client).iterator().next();
        assertThat(OutgoingCallerId.updater(verified.getSid())
                        .setFriendlyName("Ana")
                        .update(client)
                        .getFriendlyName())
                .isEqualTo("Ana");
        assertThat(OutgoingCallerId.deleter(verified.getSid()).delete(client)).isTrue();

        Application application = Application.creator().setFriendlyName("one").create(client);
        assertThat(Application.updater(application.getSid())
                        .setVoiceUrl(URI.create("https://app.example"))
                        .update(client)
                        .getVoiceUrl())
                .isEqualTo(URI.create("https://app.example"));
        assertThat(all(Application.reader().setFriendlyName("one").read(client)))
                .hasSize(1);
        assertThat(Application.deleter(application.getSid()).delete(client)).isTrue();
    }

    @Test
    void a_code_is_sent_and_checked() {
        String service = com.twilio.rest.verify.v2.Service.creator("Acme")
                .setCodeLength(4)
                .create(client)
                .getSid();

        Verification started =
                Verification.creator(service, ANA.getEndpoint(), "sms").create(client);
        VerificationCheck wrong = VerificationCheck.creator(service)
                .setTo(ANA.getEndpoint())
                .setCode("00000")
                .create(client);
        VerificationCheck right = VerificationCheck.creator(service)
                .setVerificationSid(started.getSid())
                .setCode(twilio.phone(ANA.getEndpoint()).receivedCode())
                .create(client);

        assertThat(started.getStatus()).isEqualTo("pending");
        assertThat(wrong.getValid()).isFalse();
        assertThat(right.getStatus()).isEqualTo("approved");
        assertThat(all(VerificationAttempt.reader().read(client)))
                .extracting(VerificationAttempt::getConversionStatus)
                .containsExactly(VerificationAttempt.ConversionStatus.CONVERTED);
        assertThatThrownBy(() -> Verification.fetcher(service, started.getSid()).fetch(client))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
    }

    @Test
    void a_number_is_looked_up() {
        twilio.phone(ANA.getEndpoint()).hasLine(LineType.MOBILE, "Telcel");

        var found = com.twilio.rest.lookups.v2.PhoneNumber.fetcher(ANA.getEndpoint())
                .setFields("line_type_intelligence,caller_name")
                .fetch(client);

        assertThat(found.getValid()).isTrue();
        assertThat(found.getCountryCode()).isEqualTo("MX");
        assertThat(found.getLineTypeIntelligence()).asString().contains("Telcel");
        assertThat(found.getSimSwap()).isNull();
    }

    @Test
    void a_number_is_found_bought_and_added_to_a_service() {
        Local found =
                Local.reader("US").setAreaCode(415).read(client).iterator().next();
        IncomingPhoneNumber bought =
                IncomingPhoneNumber.creator(found.getPhoneNumber()).create(client);
        String service = com.twilio.rest.messaging.v1.Service.creator("Acme")
                .create(client)
                .getSid();
        com.twilio.rest.messaging.v1.service.PhoneNumber.creator(service, bought.getSid())
                .create(client);

        Message.creator(ANA, service, "hola").create(client);

        assertThat(bought.getFriendlyName()).isEqualTo("(415) 555-0100");
        assertThat(twilio.phone(ANA.getEndpoint()).receives().from())
                .isEqualTo(found.getPhoneNumber().getEndpoint());
        Record usage = Record.reader()
                .setCategory("sms-outbound")
                .read(client)
                .iterator()
                .next();
        assertThat(usage.getCount()).isEqualTo("1");
    }

    @Test
    void accounts_keys_and_tokens_are_managed() {
        Account sub = Account.creator().setFriendlyName("branch").create(client);
        assertThat(all(Account.reader().read(client))).hasSize(2);
        assertThat(Account.updater(sub.getSid())
                        .setStatus(Account.Status.SUSPENDED)
                        .update(client)
                        .getStatus())
                .isEqualTo(Account.Status.SUSPENDED);

        NewKey key = NewKey.creator().setFriendlyName("mine").create(client);
        TwilioRestClient byKey = client(key.getSid(), key.getSecret());
        assertThat(Account.fetcher(twilio.accountSid()).fetch(byKey).getSid()).isEqualTo(twilio.accountSid());
        assertThat(all(Key.reader().read(byKey))).hasSize(1);
        assertThat(Key.deleter(key.getSid()).delete(client)).isTrue();
        assertThatThrownBy(() -> Account.fetcher(twilio.accountSid()).fetch(byKey))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(401);
                    assertThat(e.getCode()).isEqualTo(20003);
                });

        assertThat(Token.creator().create(client).getIceServers()).hasSize(1);
    }

    @Test
    void conversations_are_managed() {
        Conversation conversation =
                Conversation.creator().setUniqueName("thread").create(client);
        for (int i = 0; i < 3; i++) {
            com.twilio.rest.conversations.v1.conversation.Message.creator(conversation.getSid())
                    .setBody("n" + i)
                    .create(client);
        }
        assertThat(all(com.twilio.rest.conversations.v1.conversation.Message.reader("thread")
                        .pageSize(2)
                        .read(client)))
                .extracting(com.twilio.rest.conversations.v1.conversation.Message::getIndex)
                .containsExactly(0, 1, 2);
        Participant participant =
                Participant.creator(conversation.getSid()).setIdentity("agent").create(client);
        assertThat(Participant.deleter(conversation.getSid(), participant.getSid())
                        .delete(client))
                .isTrue();
        Webhook webhook = Webhook.creator(conversation.getSid(), Webhook.Target.WEBHOOK)
                .setConfigurationUrl("https://app.example")
                .setConfigurationFilters(List.of("onMessageAdded"))
                .create(client);
        assertThat(webhook.getConfiguration()).hasToString("{url=https://app.example, filters=[onMessageAdded]}");
        assertThat(Conversation.updater("thread")
                        .setState(Conversation.State.CLOSED)
                        .update(client)
                        .getState())
                .isEqualTo(Conversation.State.CLOSED);
        assertThat(Conversation.deleter(conversation.getSid()).delete(client)).isTrue();
        assertThatThrownBy(() -> Conversation.fetcher(conversation.getSid()).fetch(client))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
    }

    @Test
    void serverless_services_are_managed() {
        Service service = Service.creator("greetings", "Greetings").create(client);
        assertThat(Service.fetcher("greetings").fetch(client).getSid()).isEqualTo(service.getSid());
        for (int i = 0; i < 5; i++) {
            Function.creator(service.getSid(), "/f" + i).create(client);
        }
        assertThat(all(Function.reader(service.getSid()).pageSize(2).read(client)))
                .hasSize(5);
        Asset.creator(service.getSid(), "/a").create(client);
        Environment environment = Environment.creator(service.getSid(), "dev")
                .setDomainSuffix("dev")
                .create(client);
        assertThat(environment.getDomainName()).isEqualTo(service.getDomainBase() + "-dev.twil.io");
        Variable variable = Variable.creator(service.getSid(), environment.getSid(), "A", "1")
                .create(client);
        assertThat(Variable.updater(service.getSid(), environment.getSid(), variable.getSid())
                        .setValue("2")
                        .update(client)
                        .getValue())
                .isEqualTo("2");
        assertThatThrownBy(() -> Service.creator("greetings", "Greetings").create(client))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getStatusCode()).isEqualTo(409));
        assertThat(Service.deleter(service.getSid()).delete(client)).isTrue();
    }

    @Test
    void resources_without_behaviour_are_created_listed_changed_and_deleted() {
        com.twilio.rest.sync.v1.Service service = com.twilio.rest.sync.v1.Service.creator()
                .setFriendlyName("Notes")
                .setAclEnabled(true)
                .create(client);
        for (int i = 0; i < 5; i++) {
            Document.creator(service.getSid()).setUniqueName("note-" + i).create(client);
        }
        ResourceSet<Document> documents =
                Document.reader(service.getSid()).pageSize(2).read(client);

        assertThat(service.getAclEnabled()).isTrue();
        assertThat(documents)
                .extracting(Document::getUniqueName)
                .containsExactly("note-4", "note-3", "note-2", "note-1", "note-0");
        assertThat(Document.fetcher(service.getSid(), "note-3").fetch(client).getServiceSid())
                .isEqualTo(service.getSid());
        com.twilio.rest.sync.v1.Service changed = com.twilio.rest.sync.v1.Service.updater(service.getSid())
                .setFriendlyName("Drafts")
                .update(client);
        assertThat(changed.getFriendlyName()).isEqualTo("Drafts");
        assertThat(com.twilio.rest.sync.v1.Service.deleter(service.getSid()).delete(client))
                .isTrue();
        assertThatThrownBy(() -> Document.fetcher(service.getSid(), "note-3").fetch(client))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("was not found");
    }
}

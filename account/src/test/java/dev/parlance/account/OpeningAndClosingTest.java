package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.ACCOUNT_SID;
import static dev.parlance.account.LocalTwilio.API;
import static dev.parlance.account.LocalTwilio.AUTH_TOKEN;
import static dev.parlance.account.LocalTwilio.KEY_SECRET;
import static dev.parlance.account.LocalTwilio.KEY_SID;
import static dev.parlance.account.LocalTwilio.MESSAGE_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpMethod;
import com.twilio.http.IRequest.FormParameters;
import com.twilio.http.Request;
import com.twilio.rest.api.v2010.account.Message;
import dev.parlance.Address;
import dev.parlance.account.LocalTwilio.Sent;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.TwilioRegion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OpeningAndClosingTest {
    private static final String SENT = "{\"sid\": \"" + MESSAGE_SID + "\", \"status\": \"queued\"}";
    private static final String NOT_FOUND = "{\"code\": 20404}";
    private static final TextMessage TEXT =
            TextMessage.to(Address.of("+5215512345678"), "Hi").withFrom("+15005550006");

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @Test
    void an_account_logs_in_with_its_token() {
        twilio.answers(201, SENT);

        twilio.account().send(TEXT);

        assertThat(twilio.sent().header("Authorization")).isEqualTo(basic(ACCOUNT_SID, AUTH_TOKEN));
    }

    @Test
    void an_api_key_is_preferred_for_the_same_account() {
        twilio.answers(201, SENT);
        AccountSettings both = LocalTwilio.settings()
                .withApiKey(LocalTwilio.settingsWithKey(KEY_SECRET).apiKey().orElseThrow());

        twilio.with(both).build().send(TEXT);

        Sent sent = twilio.sent();
        assertThat(sent.header("Authorization")).isEqualTo(basic(KEY_SID, KEY_SECRET));
        assertThat(sent.path()).isEqualTo(API + "/Messages.json");
    }

    @Test
    void each_twilio_host_is_a_path_segment_below_the_base_url() {
        twilio.answers(200, "{}");
        TwilioAccount account = twilio.with(LocalTwilio.settings())
                .baseUrl(URI.create(twilio.url() + "/fake/"))
                .build();

        account.restClient()
                .request(new Request(HttpMethod.GET, "https://serverless.twilio.com/v1/Services?PageSize=1"));

        assertThat(twilio.sent().raw().getTarget()).isEqualTo("/fake/serverless.twilio.com/v1/Services?PageSize=1");
    }

    @Test
    void an_account_in_a_region_uses_the_hosts_of_that_region() {
        AccountSettings inIreland = LocalTwilio.settings().withRegion(new TwilioRegion("ie1", "dublin"));
        TwilioAccount account = twilio.with(inIreland).build();
        String service = "IS" + "0".repeat(32);
        twilio.answers(201, SENT);
        twilio.answers(201, "{\"sid\": \"ME\"}");

        account.send(TEXT);
        account.conversations()
                .upload(
                        service,
                        new FileUpload.Content("a.txt", "text/plain", 4, () -> new ByteArrayInputStream(new byte[4])));

        assertThat(twilio.sent().raw().getTarget()).startsWith("/api.dublin.ie1.twilio.com/2010-04-01/");
        assertThat(twilio.sent().raw().getTarget()).startsWith("/mcs.dublin.ie1.twilio.com/v1/Services/");
    }

    @Test
    void an_invalid_base_url_is_rejected_with_an_example() {
        assertThatThrownBy(() -> twilio.with(LocalTwilio.settings())
                        .baseUrl(URI.create("localhost:1234"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://localhost:1234");
    }

    @Test
    void credentials_are_sent_only_to_twilio() {
        TwilioAccount account = TwilioAccount.open(LocalTwilio.settings());
        Request elsewhere = new Request(HttpMethod.GET, twilio.url() + "/api.twilio.com.example.com/x");

        assertThatThrownBy(() -> account.restClient().request(elsewhere))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("not Twilio's");
        assertThat(twilio.requests()).isZero();
    }

    @Test
    void the_sdk_client_has_the_same_base_url_and_retries() {
        twilio.answers(503, "").answers(200, "{\"sid\": \"" + MESSAGE_SID + "\"}");

        Message message = Message.fetcher(MESSAGE_SID).fetch(twilio.account().restClient());

        assertThat(message.getSid()).isEqualTo(MESSAGE_SID);
        assertThat(twilio.requests()).isEqualTo(2);
    }

    @Test
    void the_sdk_client_sends_json_and_files(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("voice.txt"), "¡Hola!");
        Request json = new Request(HttpMethod.POST, "https://content.twilio.com/v1/Content");
        json.setContentType(EnumConstants.ContentType.JSON);
        json.setBody("{\"friendly_name\": \"saludo ñ\"}");
        Request upload = new Request(HttpMethod.POST, "https://serverless-upload.twilio.com/v1/Services");
        upload.setContentType(EnumConstants.ContentType.MULTIPART_FORM_DATA);
        upload.addFormParameter("Path", FormParameters.Type.TEXT, "/ñ");
        upload.addFormParameter("Content", FormParameters.Type.FILE, file.toString());
        twilio.answers(201, "{}").answers(201, "{}");

        twilio.account().restClient().request(json);
        twilio.account().restClient().request(upload);

        Sent first = twilio.sent();
        assertThat(first.header("Content-Type")).startsWith("application/json");
        assertThat(first.raw().getBody().utf8()).isEqualTo("{\"friendly_name\": \"saludo ñ\"}");
        Sent second = twilio.sent();
        assertThat(second.header("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(second.raw().getBody().utf8())
                .contains("name=\"Path\"", "/ñ", "name=\"Content\"; filename=\"voice.txt\"", "¡Hola!");
    }

    @Test
    void a_request_after_closing_is_rejected() {
        TwilioAccount account = twilio.with(LocalTwilio.settings()).build();
        account.close();
        account.close();

        assertThatThrownBy(() -> account.send(TEXT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(twilio.requests()).isZero();
    }

    @Test
    @Timeout(10)
    void closing_aborts_a_waiting_request() {
        twilio.answers(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        TwilioAccount account = twilio.with(LocalTwilio.settings()).build();
        CompletableFuture<Receipt> waiting = CompletableFuture.supplyAsync(() -> account.send(TEXT));
        twilio.sent();

        account.close();

        assertThatThrownBy(waiting::join)
                .cause()
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("may have processed it");
    }

    @Test
    void no_thread_is_started() {
        twilio.answers(404, NOT_FOUND);
        Set<Thread> before = threads();

        twilio.account().messages().get(MESSAGE_SID);

        assertThat(before).containsAll(threads());
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().startsWith("MockWebServer"));
        return threads;
    }

    private static String basic(String user, String password) {
        String login = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}

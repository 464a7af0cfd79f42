package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.account.FileUpload.Content;
import dev.parlance.account.LocalTwilio.Sent;
import dev.parlance.outbound.OutboundException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class UploadTest {
    private static final String TOO_MANY = "{\"code\": 20429, \"message\": \"Too Many Requests\", \"status\": 429}";

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void parts_arrive_with_file_type_and_content_length() {
        twilio.answers(201, "{\"sid\": \"ZN1\"}");

        String answer = twilio.account().upload(hello(), json -> json);

        assertThat(answer).isEqualTo("{\"sid\": \"ZN1\"}");
        Sent sent = twilio.sent();
        assertThat(sent.path()).isEqualTo("/serverless-upload.twilio.com/v1/Services/ZS1/Functions/ZH1/Versions");
        assertThat(sent.header("Authorization")).startsWith("Basic ");
        assertThat(sent.header("Content-Length"))
                .isEqualTo(String.valueOf(sent.raw().getBody().size()));
        assertThat(sent.raw().getBody().utf8())
                .containsSubsequence(
                        "name=\"Path\"",
                        "/hello",
                        "name=\"Visibility\"",
                        "protected",
                        "name=\"Content\"; filename=\"hello.js\"",
                        "Content-Type: application/javascript",
                        "exports.handler = ñ");
    }

    @Test
    void a_retried_upload_reads_the_file_again() {
        twilio.answers(429, TOO_MANY).answers(201, "{}");

        twilio.account().upload(hello(), json -> json);

        assertThat(opened).hasValue(2);
        twilio.sent();
        assertThat(twilio.sent().raw().getBody().utf8()).contains("exports.handler = ñ");
    }

    @Test
    void a_failed_upload_may_have_been_processed() {
        twilio.answers(500, "");

        AccountException failure = catchThrowableOfType(
                AccountException.class, () -> twilio.account().upload(hello(), json -> json));

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(failure).hasMessageContaining("serverless-upload");
        assertThat(twilio.requests()).isEqualTo(1);
    }

    @Test
    void twilios_own_message_is_available_but_not_part_of_the_exceptions_message() {
        twilio.answers(400, "{\"code\": 20001, \"message\": \"No matching version found for left-pad@9\"}");

        AccountException failure = catchThrowableOfType(
                AccountException.class, () -> twilio.account().upload(hello(), json -> json));

        assertThat(failure.twilioMessage()).contains("No matching version found for left-pad@9");
        assertThat(failure.getMessage()).doesNotContain("left-pad");
    }

    @Test
    void a_large_file_is_streamed_and_aborted_if_the_server_stalls() throws IOException {
        try (ServerSocket mute = new ServerSocket()) {
            mute.setReceiveBufferSize(1024);
            mute.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            TwilioAccount account = twilio.with(LocalTwilio.settings())
                    .baseUrl(URI.create("http://localhost:" + mute.getLocalPort()))
                    .timeout(Duration.ofMillis(100))
                    .build();
            AtomicLong read = new AtomicLong();
            Content endless = new Content("big.bin", "application/octet-stream", 1L << 30, () -> new Zeros(read));
            UploadRequest upload = new UploadRequest(
                    new FileUpload("serverless-upload", "/v1/Services", Map.of(), endless), Integer.MAX_VALUE);

            assertThatThrownBy(() -> account.restClient().request(upload))
                    .isInstanceOf(AccountException.class)
                    .hasMessageContaining("may have processed it");
            assertThat(read).as("bytes read for a stalled upload").hasValueLessThan(64L << 20);
        }
    }

    @Test
    void a_twilio_url_is_reached_directly_or_below_the_base_url() {
        URI index = URI.create("https://greetings-1000.twil.io/index.html?v=1");

        assertThat(twilio.account().reach(index))
                .isEqualTo(URI.create(twilio.url() + "/greetings-1000.twil.io/index.html?v=1"));
        try (TwilioAccount real = TwilioAccount.open(LocalTwilio.settings())) {
            assertThat(real.reach(index)).isEqualTo(index);
        }
    }

    private FileUpload hello() {
        byte[] bytes = "exports.handler = ñ".getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Path", "/hello");
        fields.put("Visibility", "protected");
        return new FileUpload(
                "serverless-upload",
                "/v1/Services/ZS1/Functions/ZH1/Versions",
                fields,
                new Content("hello.js", "application/javascript", bytes.length, () -> {
                    opened.incrementAndGet();
                    return new ByteArrayInputStream(bytes);
                }));
    }

    private static final class Zeros extends InputStream {
        private final AtomicLong read;

        Zeros(AtomicLong read) {
            this.read = read;
        }

        @Override
        public int read() {
            read.incrementAndGet();
            return 0;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            read.addAndGet(length);
            return length;
        }
    }
}

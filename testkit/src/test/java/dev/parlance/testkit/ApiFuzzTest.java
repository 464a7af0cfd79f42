package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.webhook.WebhookResponse;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Random requests never crash the fake. */
class ApiFuzzTest {
    private static final int REQUESTS = 20_000;
    private static final int REQUESTS_PER_WORLD = 250;
    private static final long SEED = 19;

    private static final String ACCOUNT = "api.twilio.com/2010-04-01/Accounts/ACCOUNT";
    private static final String SERVICE = "serverless.twilio.com/v1/Services/SID";
    private static final String CONVERSATION = "conversations.twilio.com/v1/Conversations/SID";
    private static final List<String> COLLECTIONS = List.of(
            "api.twilio.com/2010-04-01/Accounts",
            ACCOUNT + "/Messages",
            ACCOUNT + "/Messages/SID/Feedback",
            ACCOUNT + "/Messages/SID/Media",
            ACCOUNT + "/Calls",
            ACCOUNT + "/Calls/SID/Recordings",
            ACCOUNT + "/Recordings",
            ACCOUNT + "/IncomingPhoneNumbers",
            ACCOUNT + "/OutgoingCallerIds",
            ACCOUNT + "/Applications",
            ACCOUNT + "/Keys",
            ACCOUNT + "/SigningKeys",
            ACCOUNT + "/Tokens",
            "conversations.twilio.com/v1/Conversations",
            CONVERSATION + "/Participants",
            CONVERSATION + "/Messages",
            CONVERSATION + "/Webhooks",
            "mcs.twilio.com/v1/Services/SID/Media",
            "media.twilio.com/content",
            "messaging.twilio.com/v1/Services",
            "serverless.twilio.com/v1/Services",
            SERVICE + "/Environments",
            SERVICE + "/Environments/SID/Variables",
            SERVICE + "/Environments/SID/Deployments",
            SERVICE + "/Environments/SID/Logs",
            SERVICE + "/Functions",
            SERVICE + "/Functions/SID/Versions",
            SERVICE + "/Functions/SID/Versions/SID/Content",
            SERVICE + "/Assets",
            SERVICE + "/Assets/SID/Versions",
            SERVICE + "/Builds",
            SERVICE + "/Builds/SID/Status",
            "serverless-upload.twilio.com/v1/Services/SID/Functions/SID/Versions",
            "greetings-1000-dev.twil.io",
            "lookups.twilio.com/v2/PhoneNumbers");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "POST", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS");
    private static final List<String> NAMES = List.of("""
            To From Body MediaUrl StatusCallback StatusCallbackEvent StatusCallbackMethod MessagingServiceSid SendAt
            ScheduleType ValidityPeriod Status Url Method FallbackUrl Twiml Timeout MachineDetection Record
            SendDigits ApplicationSid FriendlyName UniqueName PhoneNumber AreaCode SmsUrl VoiceUrl VoiceMethod Ttl
            Outcome State Identity MessagingBinding.Address MessagingBinding.ProxyAddress Author MediaSid Attributes
            Index Order Target Configuration.Url Configuration.Filters Configuration.Triggers
            Configuration.ReplayAfter Timers Key Value DomainSuffix BuildSid FunctionVersions AssetVersions
            Dependencies Runtime StartDate EndDate PageSize Page PageToken DateSent DateSent< DateSent> StartTime
            EndTime< CallSid FunctionSid Filename _senders _secret _status_callback Links Delivery Media Channels
            Capabilities Type UiEditable RecordingChannels
            """.strip().split("\\s+"));
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "7",
            "1000",
            "2147483648",
            "99999999999999999999",
            "1e9",
            "abc",
            "true",
            "fixed",
            "completed",
            "canceled",
            "closed",
            "+15005550100",
            "+15005550001",
            "+5215512345678",
            "whatsapp:",
            "whatsapp:+5215512345678",
            "client:ana",
            ":",
            "::",
            "2026-03-01",
            "2026-02-30",
            "2026-03-01T14:00:00",
            "2026-03-01T14:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00+18:00",
            "9999999999-12-31T23:59:59Z",
            "https://app.example/hook",
            "http://localhost:99999/",
            "http://[::1/",
            "http://user:pass@/x",
            "https://a_b.example/#rc=9&rp=all",
            "javascript:alert(1)",
            "<Response><Say>hola</Say></Response>",
            "<Response><Gather><Say>1</Say>",
            "{}",
            "[]",
            "[{\"name\":1}]",
            "\"[]\"",
            "{sid}",
            "$1\\",
            "%",
            "PA",
            "PASID",
            "PBSM1",
            "\u0000",
            "\uD83D\uDE00",
            "\u202E",
            "x".repeat(2_000));

    private final Random random = new Random(SEED);

    /** A connection that sends one request after another. */
    private static final class Wire implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Wire(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        int send(String method, String head, byte[] body) throws IOException {
            byte[] start = head.getBytes(StandardCharsets.UTF_8);
            byte[] whole = java.util.Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, whole, start.length, body.length);
            out.write(whole);
            out.flush();
            String status = line();
            int length = 0;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            if (!method.equals("HEAD")) {
                in.skipNBytes(length);
            }
            return Integer.parseInt(status.split(" ", -1)[1]);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("The fake closed the connection without a response");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void random_requests_never_crash_the_fake() throws IOException {
        try (FakeTwilio twilio = FakeTwilio.start()) {
            twilio.mount("https://app.example", request -> WebhookResponse.noContent());
            try (Wire wire = new Wire(twilio.url().getPort())) {
                for (int sent = 0; sent < REQUESTS; sent++) {
                    if (sent % REQUESTS_PER_WORLD == 0) {
                        twilio.alerts(); // throws if the fake failed
                        twilio.reset().number("+15005550100");
                    }
                    sendRandom(twilio, wire);
                }
            }
            twilio.alerts();
        }
    }

    private void sendRandom(FakeTwilio twilio, Wire wire) throws IOException {
        String method = pick(METHODS);
        String path = path(twilio);
        String query = random.nextInt(3) == 0 ? "?" + parameters() : "";
        byte[] body = body(method);
        String head = method + " /" + path + query + " HTTP/1.1\r\nHost: localhost\r\n" + login(twilio) + type()
                + "Content-Length: " + body.length + "\r\n\r\n";

        int status = wire.send(method, head, body);

        assertThat(status)
                .as(() -> head + new String(body, StandardCharsets.UTF_8) + "\n"
                        + twilio.log().of(Kind.API))
                .matches(it -> it < 500 || it == 501);
    }

    private String path(FakeTwilio twilio) {
        String path = pick(COLLECTIONS);
        if (random.nextInt(2) == 0) {
            path += "/" + (random.nextInt(4) == 0 ? encoded(pick(VALUES)) : "SID");
        }
        while (path.contains("SID")) {
            path = path.replaceFirst("SID", sid());
        }
        path = path.replace("ACCOUNT", random.nextInt(20) == 0 ? "AC1" : twilio.accountSid());
        boolean isOld = path.contains("/2010-04-01/");
        return path + (isOld && random.nextInt(8) != 0 ? ".json" : random.nextInt(40) == 0 ? "/%ff$1\\" : "");
    }

    /** A SID that earlier requests may have created. */
    private String sid() {
        String prefix = pick(List.of(
                "SM", "CA", "MG", "CH", "IM", "MB", "WH", "ZS", "ZE", "ZH", "ZN", "ZB", "RE", "PN", "AP", "SK"));
        return prefix + String.format(Locale.ROOT, "%032x", 1 + random.nextInt(8));
    }

    private String login(FakeTwilio twilio) {
        String user = twilio.accountSid() + ":" + twilio.authToken().reveal();
        return switch (random.nextInt(40)) {
            case 0 -> "";
            case 1 -> "Authorization: Basic %%%\r\n";
            case 2 -> "Authorization: Basic Og==\r\n";
            default ->
                "Authorization: Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))
                        + "\r\n";
        };
    }

    private String type() {
        return switch (random.nextInt(20)) {
            case 0 -> "";
            case 1 -> "Content-Type: multipart/form-data; boundary=x\r\n";
            case 2 -> "Content-Type: multipart/form-data\r\n";
            case 3 -> "Content-Type: application/json\r\n";
            case 4 -> "Content-Type: application/x-www-form-urlencoded; charset=utf-16\r\n";
            case 5 -> "Content-Type: \u00e9/;;=\r\n";
            default -> "Content-Type: application/x-www-form-urlencoded\r\n";
        };
    }

    private byte[] body(String method) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return new byte[0];
        }
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        String text = random.nextInt(20) == 0
                ? "--x\r\nContent-Disposition: form-data; name=\"Path\"\r\n\r\n/a\r\n--x--\r\n"
                : parameters();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String parameters() {
        StringJoiner pairs = new StringJoiner("&");
        if (random.nextInt(2) == 0) {
            pairs.add("To=%2B5215512345678&From=%2B15005550100&Body=hola&UniqueName=a" + random.nextInt(9)
                    + "&FriendlyName=b&Key=k&Target=webhook&Identity=ana");
        }
        for (int count = random.nextInt(5); count > 0; count--) {
            String value = random.nextInt(6) == 0 ? sid() : pick(VALUES);
            pairs.add(encoded(pick(NAMES)) + "=" + (random.nextInt(30) == 0 ? "%zz%" : encoded(value)));
        }
        return pairs.toString();
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.parlance.benchmarks;

import com.twilio.security.RequestValidator;
import dev.parlance.security.TwilioSignature;
import dev.parlance.security.Verdict;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Verifies the signature of a text message webhook with twenty parameters: with Parlance, with Twilio's {@code RequestValidator},
 * and with a bare {@link Mac} over the signed bytes, the minimum that any verification costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignatureBenchmark {
    private static final String TOKEN = "0".repeat(32);
    private static final String URL = "https://hooks.example.com/twilio/sms";

    /** Parameters as Twilio sends them: unsorted, many empty or with a long identifier. */
    private static final String[] FORM = {
        "ToCountry", "US",
        "ToState", "CA",
        "SmsMessageSid", "SM00000000000000000000000000000000",
        "NumMedia", "0",
        "ToCity", "SAN FRANCISCO",
        "FromZip", "94103",
        "SmsSid", "SM00000000000000000000000000000000",
        "FromState", "CA",
        "SmsStatus", "received",
        "FromCity", "SAN FRANCISCO",
        "Body", "Thank you, four of five. The waiter was kind but the soup was cold, and it rained in.",
        "FromCountry", "US",
        "To", "+15005550006",
        "MessagingServiceSid", "MG00000000000000000000000000000000",
        "ToZip", "94105",
        "NumSegments", "1",
        "MessageSid", "SM00000000000000000000000000000000",
        "AccountSid", "AC00000000000000000000000000000000",
        "From", "+15005550001",
        "ApiVersion", "2010-04-01"
    };

    private final TwilioSignature signature = TwilioSignature.of(Secret.of(TOKEN));
    private final RequestValidator validator = new RequestValidator(TOKEN);
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private WebhookRequest request = WebhookRequest.post(URL);
    private String header = "";
    private Headers headers = Headers.none();
    private byte[] body = {};
    private byte[] signed = {};
    private Mac mac = mac();

    /** Checks first that all implementations accept the request. */
    @Setup
    public void checkAllAccept() {
        request = signature.sign(WebhookRequest.post(URL)
                .withHeader("Host", "hooks.example.com")
                .withHeader("User-Agent", "TwilioProxy/1.1")
                .withHeader("Accept", "*/*")
                .withHeader("I-Twilio-Idempotency-Token", "00000000-0000-0000-0000-000000000000")
                .withForm(FORM));
        header = request.header("X-Twilio-Signature").orElseThrow();
        headers = request.headers();
        body = request.body();
        request.formParameters().entries().forEach(entry -> parameters.put(entry.name(), entry.value()));
        StringBuilder text = new StringBuilder(URL);
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name).append(value));
        signed = text.toString().getBytes(StandardCharsets.UTF_8);
        mac = mac();
        if (!parlance().isAccepted() || !parlanceFromBytes().isAccepted() || !requestValidator()) {
            throw new IllegalStateException("An implementation refuses the request");
        }
        System.out.println(parameters.size() + " parameters, " + signed.length + " signed bytes");
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Parlance with a parsed form, which is what the validator gets. */
    @Benchmark
    public Verdict parlance() {
        return signature.verify(request);
    }

    /** Parlance from the bytes of the body. */
    @Benchmark
    public Verdict parlanceFromBytes() {
        return signature.verify(WebhookRequest.of("POST", URL, headers, body));
    }

    /** Twilio's library, which gets the parameters as a map. */
    @Benchmark
    public boolean requestValidator() {
        return validator.validate(URL, parameters, header);
    }

    /** A reused Mac over the signed bytes: the cost that can't be avoided. */
    @Benchmark
    public byte[] bareMac() {
        return mac.doFinal(signed);
    }
}

package dev.parlance.security.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.settings.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's rule as documented: the URL, then the name and value of each parameter of the form, sorted, signed with HMAC-SHA1. It
 * shares no code with the check, so that the check is not compared with itself.
 */
final class TwilioRule {
    private TwilioRule() {}

    static String signature(String url, List<NameAndValue> form, Secret token) {
        String text = url
                + form.stream()
                        .distinct()
                        .sorted()
                        .map(each -> each.name() + each.value())
                        .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.reveal().getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA1", e);
        }
    }
}

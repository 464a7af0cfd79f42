package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a person reads or hears with a code. */
final class VerificationText {
    private static final Set<String> LOCALES = Set.of(
            "af", "ar", "ca", "zh", "zh-cn", "zh-hk", "hr", "cs", "da", "nl", "en", "en-gb", "et", "fi", "fr", "de",
            "el", "he", "hi", "hu", "id", "it", "ja", "kn", "ko", "lt", "lv", "ms", "mr", "nb", "pl", "pt", "pt-br",
            "ro", "ru", "sk", "sl", "es", "sv", "sw", "tl", "ta", "te", "th", "tr", "uk", "vi");

    private final Resource service;
    private final Resource verification;

    VerificationText(Resource service, Resource verification) {
        this.service = service;
        this.verification = verification;
    }

    /** Whether Twilio has its default text in this language. */
    static boolean isLocale(String locale) {
        return LOCALES.contains(locale.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String name() {
        return verification.filled("_friendly_name").orElseGet(() -> service.text("friendly_name"));
    }

    private String code() {
        return verification.text("_code");
    }

    /** The body of a text. */
    String read() {
        return sentence(code()) + (service.is("do_not_share_warning_enabled", "true") ? ". Do not share it." : "");
    }

    /** The body of a WhatsApp message. */
    String readInWhatsApp() {
        return code() + " is your verification code. For your security, do not share this code.";
    }

    /** The code digit by digit. */
    String spoken() {
        return sentence(String.join(", ", List.of(code().split("", -1)))
                .replaceFirst("^, ", "")
                .replaceFirst(", $", ""));
    }

    private String sentence(String code) {
        boolean isPayment = service.is("psd2_enabled", "true")
                && verification.filled("amount").isPresent();
        String purpose =
                isPayment ? " to pay %s to %s".formatted(verification.text("amount"), verification.text("payee")) : "";
        return "Your %s verification code%s is: %s".formatted(name(), purpose, code);
    }
}

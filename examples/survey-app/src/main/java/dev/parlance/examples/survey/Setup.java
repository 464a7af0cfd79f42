package dev.parlance.examples.survey;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.parlance.account.browser.DialPlan;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the application other than its Twilio account.
 *
 * @param listen the address to listen on
 * @param publicUrl the application's URL on the internet, which Twilio signs
 * @param key the key for contacting people and seeing results
 * @param folder the folder of the survey: {@code survey.json} and its prompts
 * @param database the file of the embedded store
 * @param dialPlan the numbers that can be contacted
 */
record Setup(InetSocketAddress listen, URI publicUrl, Secret key, Path folder, Path database, DialPlan dialPlan) {
    private static final int MIN_KEY_LENGTH = 16;
    private static final String COUNTRIES = "PHONE_COUNTRIES";
    private static final String COUNTRIES_HINT = "the countries whose numbers can be contacted, such as US,MX";

    /**
     * Reads {@code PORT}, {@code PUBLIC_URL}, {@code SURVEY_KEY}, {@code SURVEY_FOLDER}, {@code SURVEY_DATABASE} and
     * {@code PHONE_COUNTRIES}, which defaults to the country of {@code TWILIO_PHONE_NUMBER}.
     */
    static Setup from(Settings settings) {
        SettingsReader read = settings.reader();
        Optional<Integer> port = read.optional("PORT", "a port, such as 8080", Integer::valueOf);
        Optional<URI> publicUrl = read.required("PUBLIC_URL", PublicUrl.HINT, PublicUrl::parse);
        Optional<Secret> key = read.required(
                "SURVEY_KEY", "a secret of at least 16 characters; create one with openssl rand -hex 16", Setup::key);
        Optional<Path> folder = read.optional("SURVEY_FOLDER", "a folder with survey.json and prompts", Path::of);
        Optional<Path> database = read.optional("SURVEY_DATABASE", "a file for the answers", Path::of);
        Optional<String> home = settings.find("TWILIO_PHONE_NUMBER").flatMap(Setup::countryOf);
        Optional<DialPlan> dialPlan = home.isPresent()
                ? read.optional(COUNTRIES, COUNTRIES_HINT, Setup::dialPlan).or(() -> home.map(Setup::dialPlan))
                : read.required(COUNTRIES, COUNTRIES_HINT, Setup::dialPlan);
        read.failOnProblems();
        return new Setup(
                new InetSocketAddress(port.orElse(8080)),
                publicUrl.orElseThrow(),
                key.orElseThrow(),
                folder.orElse(Path.of("survey")),
                database.orElse(Path.of("survey.db")),
                dialPlan.orElseThrow());
    }

    private static DialPlan dialPlan(String countries) {
        return DialPlan.allow(countries.strip().split("\\s*,\\s*"));
    }

    /** Empty for numbers without a country, such as short codes. */
    private static Optional<String> countryOf(String number) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return Optional.ofNullable(numbers.getRegionCodeForNumber(numbers.parse(number, "ZZ")));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Secret key(String text) {
        if (text.length() < MIN_KEY_LENGTH) {
            throw new IllegalArgumentException("The key is too short");
        }
        return Secret.of(text);
    }
}

package dev.parlance.simulator;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Suggestions for problems that Twilio reports. */
final class Remedies {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{5}): ");

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry(
                    "20003",
                    "User name and password must be the account's SID and auth token. Use those that the simulator"
                            + " printed."),
            Map.entry("20404", "The resource or path does not exist. Is the SID from an earlier run of the simulator?"),
            Map.entry("20429", "Wait for the time in Retry-After, then try again."),
            Map.entry("21211", "Add the country code to the To number: +15005550006."),
            Map.entry("21606", "Send from a number that the account owns."),
            Map.entry("11100", "Use a complete URL that starts with http:// or https://, for the number or the verb."),
            Map.entry(
                    "11200",
                    "The application must answer this URL within 15 seconds, with a status from 200 to 299. Does it run at"
                            + " this address? After a 403, check the URL and token with which it verifies signatures."),
            Map.entry(
                    "11750",
                    "The limit for a document is 64 kB. Shorten it, or continue in another one with Redirect."),
            Map.entry("12100", "The response is not XML. Are <, & and quotes escaped? Is it an error page?"),
            Map.entry("12102", "TwiML has one root element, <Response>, which contains the verbs."),
            Map.entry("12200", "Twilio ignores verbs and attributes that it does not know. Check the spelling."),
            Map.entry("12300", "Send the response with Content-Type: text/xml."),
            Map.entry("14103", "A text has between 1 and 1600 characters. Split it into several."),
            Map.entry("14106", "Documents redirect to each other without end. Make one of them wait for the person."),
            Map.entry("14109", "Reply to a text with at most ten messages."),
            Map.entry("21610", "This person has opted out with STOP. They receive nothing until they text START."));

    private Remedies() {}

    /** The suggestion for a problem with a code, like {@code 12100: …}, or empty. */
    static String of(String problem) {
        Matcher code = CODE.matcher(problem);
        return code.find() ? BY_CODE.getOrDefault(code.group(1), "") : "";
    }
}

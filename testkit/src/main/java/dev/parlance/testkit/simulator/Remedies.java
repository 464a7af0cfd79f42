package dev.parlance.testkit.simulator;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about what Twilio's debugger shows. */
final class Remedies {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{5}): ");

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry(
                    "20003",
                    "The request's user name and password are not the account's SID and auth token: use those that the"
                            + " simulator has printed."),
            Map.entry("20404", "There is no such thing, or no such path. Is the SID one of this world?"),
            Map.entry("20429", "Wait as long as Retry-After says, and try again."),
            Map.entry("21211", "The To number needs its country's code: +15005550006."),
            Map.entry("21606", "Send from a number that the account owns."),
            Map.entry("11100", "Give the number, or the verb, a whole URL that begins with http:// or https://."),
            Map.entry(
                    "11200",
                    "The application has to answer this URL within 15 seconds and with a status of 200 to 299. Does it run,"
                            + " and at this address? After a 403, look at how it checks signatures: at which URL, with which"
                            + " token?"),
            Map.entry("11750", "An answer may have 64 kB. Say less, or go on in another document by Redirect."),
            Map.entry("12100", "The answer is not XML. Are <, & and quotes escaped? Did an error page come instead?"),
            Map.entry("12102", "TwiML has one root, <Response>, with the verbs in it."),
            Map.entry(
                    "12200",
                    "Twilio passes over what it does not know: look for a slip in the verb's or attribute's name."),
            Map.entry("12300", "Answer with Content-Type: text/xml."),
            Map.entry("14103", "A text has between 1 and 1600 characters: cut it into several."),
            Map.entry("14106", "Two documents redirect to each other: one of them has to wait for the person."),
            Map.entry("14109", "One text can be answered by ten at most."),
            Map.entry("21610", "This person has said STOP. Nothing is sent until START comes."));

    private Remedies() {}

    /** For whatever names a code, such as {@code 12100: …}; the empty text if there is nothing to add. */
    static String of(String problem) {
        Matcher code = CODE.matcher(problem);
        return code.find() ? BY_CODE.getOrDefault(code.group(1), "") : "";
    }
}

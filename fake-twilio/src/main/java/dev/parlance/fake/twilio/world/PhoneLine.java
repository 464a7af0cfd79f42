package dev.parlance.fake.twilio.world;

/**
 * A phone's line, as Lookup reports it.
 *
 * @param type Twilio's word: {@code mobile}, {@code nonFixedVoip} …
 * @param carrier the name of the carrier, or empty
 */
public record PhoneLine(String type, String carrier) {
    static final String LANDLINE = "landline";
    private static final String MOBILE = "mobile";

    /** A landline, which receives no texts. */
    public static final PhoneLine LANDLINE_PHONE = new PhoneLine(LANDLINE, "");

    /** The line of a number that no test has described. */
    public static PhoneLine of(String number) {
        return new PhoneLine(NumberDetails.of(number).isTollFree() ? "tollFree" : MOBILE, "");
    }

    /** The line of a number that an account of Twilio owns. */
    public static PhoneLine atTwilio() {
        return new PhoneLine("nonFixedVoip", "Twilio - SMS/MMS-SVR");
    }

    public boolean isVoip() {
        return type.endsWith("Voip");
    }
}

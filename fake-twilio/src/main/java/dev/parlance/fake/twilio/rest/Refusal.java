package dev.parlance.fake.twilio.rest;

/** Why a parameter is refused, with the end of Twilio's usual sentence. */
enum Refusal {
    MISSING("is required"),
    BOOLEAN("is not true or false"),
    INTEGER("is not a whole number"),
    NUMBER("is not a number"),
    RANGE("is out of range"),
    DATE("is not a date or time"),
    SID("is not a valid SID"),
    WORD("is not one of the allowed values"),
    URL("is not a valid URL"),
    METHOD("is not a valid HTTP method"),
    COUNTRY("is not a country code"),
    EMAIL("is not an e-mail address"),
    TYPE("has the wrong type");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}

package dev.parlance.survey.question;

/** A location, in degrees. */
public record Coordinates(double latitude, double longitude) {
    /** The location as an answer: {@code 19.4326,-99.1332}. */
    public String written() {
        return latitude + "," + longitude;
    }
}

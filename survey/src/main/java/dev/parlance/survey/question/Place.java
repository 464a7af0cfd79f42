package dev.parlance.survey.question;

/** A place on the globe, in degrees. */
public record Place(double latitude, double longitude) {
    /** The place as an answer has it: {@code 19.4326,-99.1332}. */
    public String written() {
        return latitude + "," + longitude;
    }
}

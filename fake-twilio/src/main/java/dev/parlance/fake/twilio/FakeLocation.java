package dev.parlance.fake.twilio;

/**
 * A place that a person shares.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param label the place's name; can be empty
 * @param address the place's address; can be empty
 */
public record FakeLocation(double latitude, double longitude, String label, String address) {
    /** A point without a name. */
    public static FakeLocation of(double latitude, double longitude) {
        return new FakeLocation(latitude, longitude, "", "");
    }
}

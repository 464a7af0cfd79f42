package dev.parlance.fake.twilio.world;

/** The location of a number, as in webhooks: {@code FromCity=SAN FRANCISCO, FromState=CA, FromZip=94103, FromCountry=US}. */
public record Place(String city, String state, String zip, String country) {
    /** A place with only the country, which comes from the number. */
    public static Place of(String number) {
        return new Place("", "", "", Countries.of(number));
    }

    public Place in(String newCity, String newState, String newZip) {
        return new Place(newCity, newState, newZip, country);
    }
}

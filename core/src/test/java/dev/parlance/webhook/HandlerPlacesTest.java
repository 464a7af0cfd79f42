package dev.parlance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandlerPlacesTest {
    private static final double BUSY = 1;
    private static final double IN_BETWEEN = 0.8;
    private static final double NOT_BUSY = 0.2;

    private final HandlerPlaces places = new HandlerPlaces(2);

    @Test
    void many_requests_are_handled_at_a_time_at_first() {
        assertThat(places.free()).isEqualTo(HandlerPlaces.MOST);
    }

    @Test
    void while_the_processors_are_busy_each_of_them_handles_one_request() {
        adaptTo(BUSY, 10);

        assertThat(places.free()).isEqualTo(2);
    }

    @Test
    void when_the_processors_have_time_again_many_requests_are_handled_again() {
        adaptTo(BUSY, 10);
        adaptTo(NOT_BUSY, 10);

        assertThat(places.free()).isEqualTo(HandlerPlaces.MOST);
    }

    @Test
    void in_between_the_number_stays() {
        adaptTo(BUSY, 1);
        adaptTo(IN_BETWEEN, 10);

        assertThat(places.free()).isEqualTo(HandlerPlaces.MOST / 4);
    }

    @Test
    void what_is_being_handled_when_the_number_falls_goes_on() throws Exception {
        for (int i = 0; i < HandlerPlaces.MOST; i++) {
            places.take();
        }
        adaptTo(BUSY, 10);
        for (int i = 0; i < HandlerPlaces.MOST; i++) {
            places.giveBack();
        }

        assertThat(places.free()).isEqualTo(2);
    }

    private void adaptTo(double load, int times) {
        for (int i = 0; i < times; i++) {
            places.adaptTo(load);
        }
    }
}

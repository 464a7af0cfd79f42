package dev.parlance.observation;

import dev.parlance.observation.ParlanceObservation.Keys;
import io.micrometer.common.KeyValue;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Function;
import java.util.function.Supplier;

/** An observation that always has a value for each of its keys, because a metric needs the same keys every time. */
final class Observed {
    private final Observation observation;

    private Observed(Observation observation) {
        this.observation = observation;
    }

    static Observed of(ParlanceObservation what, ObservationRegistry registry) {
        Observation observation = what.observation(registry);
        for (KeyName key : what.getLowCardinalityKeyNames()) {
            observation.lowCardinalityKeyValue(key.withValue(Words.NONE));
        }
        return new Observed(observation);
    }

    Observed with(Keys key, String value) {
        observation.lowCardinalityKeyValue(KeyValue.of(key.asString(), value));
        return this;
    }

    Observed with(Outcome outcome) {
        return with(Keys.OUTCOME, Words.of(outcome));
    }

    /** Runs the work as the current observation. The outcome is that of its result; if it throws, an error. */
    <T> T run(Supplier<T> work, Function<T, Outcome> outcome, Function<RuntimeException, Outcome> failure) {
        observation.start();
        try {
            T result = observation.scoped(work);
            with(outcome.apply(result));
            return result;
        } catch (RuntimeException e) {
            with(failure.apply(e));
            throw e;
        } catch (Error e) {
            with(Outcome.ERROR);
            throw e;
        } finally {
            observation.stop();
        }
    }

    Observation start() {
        return observation.start();
    }
}

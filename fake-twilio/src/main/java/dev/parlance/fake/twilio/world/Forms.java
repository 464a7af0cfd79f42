package dev.parlance.fake.twilio.world;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Combines form parameters. */
public final class Forms {
    private Forms() {}

    /** The names and values of a form followed by more of them, alternating. */
    public static String[] with(Parameters form, String... more) {
        List<String> all = new ArrayList<>();
        for (Parameter parameter : form.entries()) {
            all.add(parameter.name());
            all.add(parameter.value());
        }
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }
}
